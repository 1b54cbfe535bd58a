package import Stories
internal import System

// How a moment is kept in a row of the index: its precision and whether its zone is assumed are one number.
extension Timestamp {
  private static let assumed = 8

  /// The value of the column `precision`.
  var keptPrecision: Int { Int(precision.rawValue) + (zone == .assumed ? Self.assumed : 0) }

  /// The moment of these columns.
  init(seconds: Int64, offset: Int, kept: Int?) {
    let number = kept ?? Int(Precision.second.rawValue)
    let precision = Precision(rawValue: UInt8(clamping: number % Self.assumed)) ?? .second
    self.init(seconds: seconds, offset: offset, precision: precision)
    if number >= Self.assumed { zone = .assumed }
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
