internal import System

/// The bytes of an open file, uncompressed if it is gzip or Zstandard.
///
/// Its first bytes tell which it is (RFC 1952, section 2.3.1; RFC 8878, section 3.1.1), not its name.
final class ByteStream {
  /// The errors of a stream.
  enum Failure: Error {
    /// The system can't read it.
    case unreadable(SystemError)
    /// The compressed data is damaged or cut short.
    case damaged
    /// It expands to more than `maximumRatio` times its size.
    case tooDense
  }

  /// The most bytes that a compressed byte may expand to; text stays far below, a decompression bomb does
  /// not.
  static let maximumRatio = 250
  /// The bytes that any file may expand to, whatever its size.
  private static let alwaysAllowed = 1 << 20

  private let descriptor: Descriptor
  private let unpacking: (any Unpacking)?
  private var packed = [UInt8](repeating: 0, count: 256 << 10)
  private var next = 0
  private var end = 0
  private var packedTotal = 0
  private var total = 0
  private var reachedEnd = false

  /// Whether the file is compressed, so that offsets in the stream are not offsets in the file.
  var isPacked: Bool { unpacking != nil }

  /// Reads a file from its current offset.
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

  /// Whether bytes are compressed, by the first of them.
  static func isPacked(_ bytes: [UInt8]) -> Bool { packing(of: bytes.prefix(4)) != nil }

  /// Whether an open file is compressed, by its first bytes.
  static func isPacked(_ descriptor: Descriptor) -> Bool {
    packing(of: descriptor) != nil
  }

  /// Goes to a byte of an uncompressed file.
  func seek(to offset: Int) { descriptor.seek(to: offset) }

  /// Reads into an array from a place on; returns 0 at the end.
  ///
  /// - Throws: `Failure`; the bytes read before are valid.
  func read(into bytes: inout [UInt8], from place: Int, atMost count: Int = .max) throws(Failure) -> Int {
    try bytes.withUnsafeMutableBufferPointer { buffer throws(Failure) in
      let room = buffer[place...].prefix(count)
      return try read(into: UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: room)))
    }
  }

  /// Reads up to `room.count` bytes; returns 0 at the end.
  ///
  /// - Throws: `Failure`; the bytes read before are valid.
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

  /// Goes to a byte of the stream; false if it ends before.
  ///
  /// A compressed file has to be uncompressed up to there.
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
    // Move unused input to the front: a decoder may need more before it can continue.
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

  /// Reads bytes as they are in the file.
  private func bytes(into room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    do throws(SystemError) {
      return try descriptor.read(into: room)
    } catch {
      throw .unreadable(error)
    }
  }
}
