internal import CZip

/// Bytes that minizip reads and writes as if they were a file.
final class ZipMemory {
  private(set) var bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8] = []) { self.bytes = bytes }

  /// The functions to give to minizip; this object must live as long as the archive is open.
  var functions: zlib_filefunc64_def {
    var functions = zlib_filefunc64_def()
    functions.opaque = Unmanaged.passUnretained(self).toOpaque()
    functions.zopen64_file = { opaque, _, _ in opaque }
    functions.zread_file = { opaque, _, room, count in
      guard let room, let memory = ZipMemory.behind(opaque) else { return 0 }
      return UInt(memory.read(UnsafeMutableRawBufferPointer(start: room, count: Int(count))))
    }
    functions.zwrite_file = { opaque, _, bytes, count in
      guard let bytes, let memory = ZipMemory.behind(opaque) else { return 0 }
      memory.write(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      return count
    }
    functions.ztell64_file = { opaque, _ in UInt64(ZipMemory.behind(opaque)?.offset ?? 0) }
    functions.zseek64_file = { opaque, _, offset, origin in
      ZipMemory.behind(opaque)?.seek(offset, from: origin) == true ? 0 : -1
    }
    functions.zclose_file = { _, _ in 0 }
    functions.zerror_file = { _, _ in 0 }
    return functions
  }

  private static func behind(_ opaque: UnsafeMutableRawPointer?) -> ZipMemory? {
    opaque.map { Unmanaged<ZipMemory>.fromOpaque($0).takeUnretainedValue() }
  }

  private func read(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, bytes.count - offset)
    guard count > 0 else { return 0 }
    bytes.withUnsafeBytes {
      room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count]))
    }
    offset += count
    return count
  }

  private func write(_ new: UnsafeRawBufferPointer) {
    // minizip goes back to complete the header of an entry.
    let known = min(new.count, bytes.count - offset)
    for index in 0..<known { bytes[offset + index] = new[index] }
    bytes += new[known...]
    offset += new.count
  }

  private func seek(_ distance: UInt64, from origin: Int32) -> Bool {
    let start =
      switch origin {
      case ZLIB_FILEFUNC_SEEK_CUR: offset
      case ZLIB_FILEFUNC_SEEK_END: bytes.count
      default: 0
      }
    // Distances back come as large unsigned numbers.
    let place = Int64(start) &+ Int64(bitPattern: distance)
    guard (0...Int64(bytes.count)).contains(place) else { return false }
    offset = Int(place)
    return true
  }
}
