internal import CZlib
internal import CZstd

/// A method of decompression.
protocol Unpacking: AnyObject {
  /// Expands some of the input.
  ///
  /// - Returns: the bytes used, the bytes produced, and whether the data may end here; nil if it is damaged.
  func unpack(_ input: UnsafeMutableRawBufferPointer, into room: UnsafeMutableRawBufferPointer) -> (
    used: Int, made: Int, ended: Bool
  )?
}

/// gzip by zlib, one member after the other.
final class Gunzip: Unpacking {
  // zlib stores the address of its state, so the state must not move.
  private let state = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private let isReady: Bool
  private var ended = false

  init() {
    state.initialize(to: z_stream())
    // 15 bits is the largest window; adding 16 selects gzip.
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
      // Padding after the last member is not another member.
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

/// Zstandard by libzstd, one frame after the other.
final class Unzstd: Unpacking {
  /// The largest window of a frame, as a power of two: 64 MB.
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
