internal import CZlib
internal import CZstd
internal import Glibc

/// An open file's bytes from the first to the last, unpacked on the way where it is gzip or Zstandard.
///
/// Which of them it is, its first bytes say (RFC 1952, section 2.3.1; RFC 8878, section 3.1.1), not its name.
final class ByteStream {
  /// What a stream can fail with.
  enum Failure: Error {
    /// The system can't read it: `errno`.
    case unreadable(Int32)
    /// What is packed is damaged or cut short.
    case damaged
    /// It unpacks to more than `maximumRatio` times its size.
    case tooDense
  }

  /// The most bytes that one packed byte may become: text stays far below, a bomb does not.
  static let maximumRatio = 250
  /// What every file may unpack to, whatever its size.
  private static let alwaysAllowed = 1 << 20

  private let descriptor: Int32
  private let unpacking: (any Unpacking)?
  private var packed = [UInt8](repeating: 0, count: 256 << 10)
  private var next = 0
  private var end = 0
  private var packedTotal = 0
  private var total = 0
  private var reachedEnd = false

  /// Whether the bytes are unpacked, so that a place in them is none in the file.
  var isPacked: Bool { unpacking != nil }

  /// Takes the descriptor, and closes it in the end.
  init(_ descriptor: Int32) {
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

  private static func packing(of descriptor: Int32) -> Packing? {
    var head = [UInt8](repeating: 0, count: 4)
    let count = pread(descriptor, &head, head.count, 0)
    return packing(of: head.prefix(max(count, 0)))
  }

  private static func packing(of head: ArraySlice<UInt8>) -> Packing? {
    if head.starts(with: [0x1F, 0x8B]) { return .gzip }
    return head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? .zstandard : nil
  }

  /// Whether bytes are packed, by the first of them.
  static func isPacked(_ bytes: [UInt8]) -> Bool { packing(of: bytes.prefix(4)) != nil }

  /// Whether an open file is packed, by its first bytes.
  static func isPacked(_ descriptor: Int32) -> Bool {
    packing(of: descriptor) != nil
  }

  deinit { close(descriptor) }

  /// Goes to a byte of a file that is not packed.
  func seek(to offset: Int) {
    lseek(descriptor, off_t(offset), SEEK_SET)
  }

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
    guard let unpacking else { return try fill(room) }
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
    let (start, descriptor) = (end, descriptor)
    let count = packed.withUnsafeMutableBytes {
      Glibc.read(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
    }
    guard count >= 0 else {
      guard errno == EINTR else { throw .unreadable(errno) }
      return
    }
    if count == 0 { reachedEnd = true }
    end += count
    packedTotal += count
  }

  private func fill(_ room: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    while true {
      let count = Glibc.read(descriptor, room.baseAddress, room.count)
      if count >= 0 { return count }
      guard errno == EINTR else { throw .unreadable(errno) }
    }
  }
}

/// One way of unpacking.
private protocol Unpacking: AnyObject {
  /// Unpacks some of the input: how much of it was used, how much was made of it, and whether it may end here.
  ///
  /// Nil where the input is damaged.
  func unpack(_ input: UnsafeMutableRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> (
    used: Int, made: Int, ended: Bool
  )?
}

/// gzip through zlib, one member after the other.
private final class Gunzip: Unpacking {
  // zlib keeps the address of its state, so that it must not move.
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let isReady: Bool
  private var ended = false

  init() {
    state.initialize(to: z_stream())
    // 15 bits of window, the largest there is; 16 more mean gzip.
    isReady = inflateInit2_(state, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(state) }
    state.deallocate()
  }

  func unpack(_ input: UnsafeMutableRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> (
    used: Int, made: Int, ended: Bool
  )? {
    guard isReady else { return nil }
    if ended {
      guard !input.isEmpty else { return (0, 0, true) }
      // Padding after the last member is no member.
      guard input[0] == 0x1F else { return (input.count, 0, true) }
      inflateReset(state)
      ended = false
    }
    state.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_in = UInt32(clamping: input.count)
    state.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
    state.pointee.avail_out = UInt32(clamping: room.count)
    let (given, space) = (state.pointee.avail_in, state.pointee.avail_out)
    let result = inflate(state, Z_NO_FLUSH)
    guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else { return nil }
    ended = result == Z_STREAM_END
    return (Int(given - state.pointee.avail_in), Int(space - state.pointee.avail_out), ended)
  }
}

/// Zstandard through libzstd, one frame after the other.
private final class Unzstd: Unpacking {
  /// The largest window a frame may ask for, as a power of two: 64 MB.
  private static let maximumWindow: Int32 = 26
  private let stream = ZSTD_createDStream()
  private var ended = true

  init() {
    ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.maximumWindow)
  }

  deinit { ZSTD_freeDStream(stream) }

  func unpack(_ input: UnsafeMutableRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> (
    used: Int, made: Int, ended: Bool
  )? {
    guard let stream else { return nil }
    if input.isEmpty, ended { return (0, 0, true) }
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
    let hint = ZSTD_decompressStream(stream, &target, &source)
    guard ZSTD_isError(hint) == 0 else { return nil }
    ended = hint == 0
    return (source.pos, target.pos, ended)
  }
}
