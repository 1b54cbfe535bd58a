internal import CZip

/// A zip archive in memory, read by minizip within bounds (PKWARE, APPNOTE.TXT 6.3).
final class ZipArchive {
  /// One file of the archive.
  struct Entry {
    /// The size after and before unpacking, in bytes.
    var size: Int
    var packedSize: Int
    var isEncrypted: Bool
    fileprivate var position: unz64_file_pos
  }

  /// What a file of the archive has.
  struct Content {
    var bytes: [UInt8] = []
    /// Whether its checksum is wrong or its end is missing.
    var isDamaged = false
  }

  /// Why a file of the archive can't be read at all.
  enum Failure: Error {
    case missing, encrypted, tooLarge, tooDense
    /// It is packed in a way that books may not use (EPUB 3.3, OCF, section 4.2.2).
    case unknownPacking
  }

  /// The most files of an archive, the longest name, the largest file and all that is read together, in bytes.
  static let (mostEntries, longestName, largest, mostBytes) = (20_000, 1_024, 16 << 20, 64 << 20)
  /// The most bytes that one byte may unpack to beyond the first megabyte, as in compressed files.
  private static let maximumRatio = 250

  /// The files by name, in no order, and their names in the archive's order.
  private(set) var entries: [String: Entry] = [:]
  private(set) var names: [String] = []
  /// Names that are left out: too long, or leading out of the archive.
  private(set) var strangeNames = 0
  /// Whether the archive has no sound table of contents, because its end is missing.
  private(set) var isCut = false

  private let memory: ZipMemory
  private let handle: unzFile
  private var left = mostBytes

  /// Opens an archive; nil if the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: ZipMending.localHeader) else { return nil }
    var memory = ZipMemory(bytes)
    var opened = Self.open(memory)
    if opened == nil, let mended = ZipMending.mended(bytes) {
      memory = ZipMemory(mended)
      opened = Self.open(memory)
      isCut = true
    }
    guard let opened else { return nil }
    (self.memory, handle) = (memory, opened)
    list()
  }

  deinit { unzClose(handle) }

  private static func open(_ memory: ZipMemory) -> unzFile? {
    var functions = memory.functions
    return unzOpen2_64("", &functions)
  }

  private func list() {
    var place = unzGoToFirstFile(handle)
    var seen = 0
    while place == UNZ_OK, seen < Self.mostEntries {
      seen += 1
      note()
      place = unzGoToNextFile(handle)
    }
  }

  private func note() {
    var info = unz_file_info64()
    var name = [CChar](repeating: 0, count: Self.longestName + 1)
    var position = unz64_file_pos()
    guard unzGetCurrentFileInfo64(handle, &info, &name, UInt(Self.longestName), nil, 0, nil, 0) == UNZ_OK,
      unzGetFilePos64(handle, &position) == UNZ_OK
    else { return }
    let length = Int(info.size_filename)
    let bytes = name.prefix(min(length, Self.longestName)).map { UInt8(bitPattern: $0) }
    let text = String(decoding: bytes, as: UTF8.self).replacing("\\", with: "/")
    guard length <= Self.longestName, !text.hasPrefix("/"), !text.utf8.contains(0),
      !text.split(separator: "/").contains("..")
    else {
      strangeNames += 1
      return
    }
    guard !text.hasSuffix("/"), entries[text] == nil else { return }
    entries[text] = Entry(
      size: Int(clamping: info.uncompressed_size), packedSize: Int(clamping: info.compressed_size),
      isEncrypted: info.flag & 1 == 1, position: position)
    names.append(text)
  }

  /// Unpacks a file.
  func read(_ name: String) throws(Failure) -> Content {
    guard var entry = entries[name] else { throw .missing }
    guard !entry.isEncrypted else { throw .encrypted }
    guard entry.size <= min(Self.largest, left) else { throw .tooLarge }
    guard entry.size <= max(1 << 20, entry.packedSize.multipliedClamped(by: Self.maximumRatio)) else {
      throw .tooDense
    }
    guard unzGoToFilePos64(handle, &entry.position) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
      throw .unknownPacking
    }
    var content = Content()
    var room = [UInt8](repeating: 0, count: 64 << 10)
    while content.bytes.count < entry.size {
      let count = Int(unzReadCurrentFile(handle, &room, UInt32(room.count)))
      guard count > 0 else {
        content.isDamaged = true
        break
      }
      content.bytes += room[..<min(count, entry.size - content.bytes.count)]
    }
    // The checksum is compared only of what was read to its end.
    if unzCloseCurrentFile(handle) != UNZ_OK { content.isDamaged = true }
    left -= content.bytes.count
    return content
  }
}

extension Int {
  /// The product of two sizes, or the largest number.
  fileprivate func multipliedClamped(by other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? .max : product
  }
}
