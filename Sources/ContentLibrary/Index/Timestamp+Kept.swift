package import Stories
internal import System

extension Timestamp {
  /// The moment in the columns of a row; what is not a precision or a zone is left out.
  init(seconds: Int64, offset: Int, precision: Int?, zone: Int?) {
    let known = precision.flatMap { Precision(rawValue: UInt8(clamping: $0)) }
    self.init(seconds: seconds, offset: offset, precision: known ?? .second)
    self.zone = zone.flatMap { Zone(rawValue: UInt8(clamping: $0)) } ?? .written
  }
}

extension Story {
  /// The story with this machine's zone assumed for times that are written without one.
  package func assumingZone() -> Story {
    var story = self
    story.published = published?.assuming(zone: WallClock.zoneOffset)
    story.updated = updated?.assuming(zone: WallClock.zoneOffset)
    story.wire.embargo = wire.embargo?.assuming(zone: WallClock.zoneOffset)
    return story
  }
}
