internal import CZip

/// A zip archive that is written in memory by minizip; the same files give the same bytes.
final class ZipWriter {
  private let memory = ZipMemory()
  private var archive: zipFile?

  /// Begins an archive without files.
  init() {
    var functions = memory.functions
    archive = zipOpen2_64("", APPEND_STATUS_CREATE, nil, &functions)
  }

  deinit { if let archive { zipClose(archive, nil) } }

  /// Adds a file; its name must be of ASCII letters, digits and signs.
  ///
  /// - Parameter isStored: whether it is written as it is, without packing.
  /// - Returns: whether that went well.
  func add(_ name: String, _ text: String, isStored: Bool = false) -> Bool {
    guard let archive else { return false }
    var facts = zip_fileinfo()
    // 1 January 1980, the first day of this calendar.
    (facts.tmz_date.tm_year, facts.tmz_date.tm_mday) = (1980, 1)
    guard
      zipOpenNewFileInZip(
        archive, name, &facts, nil, 0, nil, 0, nil, isStored ? 0 : Z_DEFLATED, isStored ? 0 : 6) == ZIP_OK
    else { return false }
    let bytes = Array(text.utf8)
    let isWritten = zipWriteInFileInZip(archive, bytes, UInt32(clamping: bytes.count)) == ZIP_OK
    return zipCloseFileInZip(archive) == ZIP_OK && isWritten && bytes.count < UInt32.max
  }

  /// Ends the archive.
  ///
  /// - Returns: its bytes; nil if it could not be ended.
  func finished() -> [UInt8]? {
    guard let archive else { return nil }
    self.archive = nil
    return zipClose(archive, nil) == ZIP_OK ? memory.bytes : nil
  }
}
