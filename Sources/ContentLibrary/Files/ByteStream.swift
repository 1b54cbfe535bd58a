internal import System

/// An open file's bytes from the first to the last, unpacked on the way where it is gzip or Zstandard.
///
/// Which of them it is, its first bytes say (RFC 1952, section 2.3.1; RFC 8878, section 3.1.1), not its name.
final class ByteStream {
  /// What a stream can fail with.
  enum Failure: Error {
    /// The system can't read it.
    case unreadable(SystemError)
    /// What is packed is damaged or cut short.
    case damaged
    /// It unpacks to more than `maximumRatio` times its size.
    case tooDense
  }

  /// The most bytes that one packed byte may become: text stays far below, a bomb does not.
  static let maximumRatio = 250
  /// What every file may unpack to, whatever its size.
  private static let alwaysAllowed = 1 << 20

  private let descriptor: Descriptor
  private let unpacking: (any Unpacking)?
  private var packed = [UInt8](repeating: 0, count: 256 << 10)
  private var next = 0
  private var end = 0
  private var packedTotal = 0
  private var total = 0
  private var reachedEnd = false

  /// Whether the bytes are unpacked, so that a place in them is none in the file.
  var isPacked: Bool { unpacking != nil }

  /// Reads a file from where it stands.
  init(_ descriptor: Descriptor) {
    self.descriptor = descriptor
    unpacking =
      switch Self.packing(of: descriptor) {
      case .gzip: Gunzip()
      case .zstandard: Unzstd()
      case nil: nil
      }
  }

  private enum Packing {
    case gzip, zstandard
  }

  private static func packing(of descriptor: Descriptor) -> Packing? {
    var head = [UInt8](repeating: 0, count: 4)
    let count = (try? descriptor.read(into: &head, at: 0)) ?? 0
    return packing(of: head.prefix(count))
  }

  private static func packing(of head: ArraySlice<UInt8>) -> Packing? {
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    return head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? .zstandard : nil
  }

  /// Whether bytes are packed, by the first of them.
  static func isPacked(_ bytes: [UInt8]) -> Bool { packing(of: bytes.prefix(4)) != nil }

  /// Whether an open file is packed, by its first bytes.
  static func isPacked(_ descriptor: Descriptor) -> Bool {
    packing(of: descriptor) != nil
  }

  /// Goes to a byte of a file that is not packed.
  func seek(to offset: Int) { descriptor.seek(to: offset) }

  /// Reads into the room from a place on; 0 at the end.
  ///
  /// - Throws: `Failure`; what was read before is sound.
  func read(into bytes: inout [UInt8], from place: Int, atMost count: Int = .max) throws(Failure) -> Int {
    try bytes.withUnsafeMutableBufferPointer { buffer throws(Failure) in
      let room = buffer[place...].prefix(count)
      return try read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: room)))
    }
  }

  /// Reads up to `room.count` bytes; 0 at the end.
  ///
  /// - Throws: `Failure`; what was read before is sound.
  func read(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    guard let unpacking else { return try bytes(into: room) }
    while true {
      let (used, made, ended) = try unpack(unpacking, into: room)
      next += used
      total += made
      guard total <= Self.alwaysAllowed || total / Self.maximumRatio <= packedTotal else { throw .tooDense }
      if made > 0 { return made }
      if next < end, used > 0 { continue }
      if reachedEnd {
        guard ended else { throw .damaged }
        return 0
      }
      try refill()
    }
  }

  /// Goes to a byte of the file, unpacked; false where the file ends before it.
  ///
  /// In a packed file all that is before it has to be unpacked.
  func skip(_ offset: Int) throws(Failure) -> Bool {
    guard isPacked else {
      seek(to: offset)
      return true
    }
    var left = offset
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while left > 0 {
      let count = try read(into: &piece, from: 0, atMost: left)
      if count == 0 { return false }
      left -= count
    }
    return true
  }

  private func unpack(_ unpacking: any Unpacking, into room: UnsafeMutableRawBufferPointer) throws(Failure)
    -> (
      used: Int, made: Int, ended: Bool
    )
  {
    let result = packed.withUnsafeMutableBytes {
      unpacking.unpack(UnsafeMutableRawBufferPointer(rebasing: $0[next..<end]), into: room)
    }
    guard let result else { throw .damaged }
    return result
  }

  private func refill() throws(Failure) {
    // What was not used yet moves to the front: a decoder may want more of it before it goes on.
    packed.removeSubrange(0..<next)
    packed.append(contentsOf: repeatElement(0, count: next))
    (next, end) = (0, end - next)
    let start = end
    let count = try packed.withUnsafeMutableBufferPointer { buffer throws(Failure) in
      try bytes(
        into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[start...])))
    }
    if count == 0 { reachedEnd = true }
    end += count
    packedTotal += count
  }

  /// Bytes as they are in the file.
  private func bytes(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    do throws(SystemError) {
      return try descriptor.read(into: room)
    } catch {
      throw .unreadable(error)
    }
  }
}
