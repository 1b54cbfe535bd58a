/// Writes the table of contents of a zip archive whose end is missing, as after a broken download.
///
/// Every file has a header of its own before its bytes (APPNOTE.TXT 6.3, section 4.3.7), which is found again.
enum ZipMending {
  /// The signatures of a file's header, of the sizes after its bytes, and of the two parts of the table.
  static let localHeader: [UInt8] = [0x50, 0x4B, 3, 4]
  private static let descriptor: [UInt8] = [0x50, 0x4B, 7, 8]
  private static let tableRow: [UInt8] = [0x50, 0x4B, 1, 2]
  private static let tableEnd: [UInt8] = [0x50, 0x4B, 5, 6]

  /// What is known of a file.
  private struct Found {
    /// Version, flags, method, time and date, as in the header.
    var facts: ArraySlice<UInt8>
    var checksum: UInt32
    var packedSize: UInt32
    var size: UInt32
    var name: ArraySlice<UInt8>
    var start: UInt32
    /// Where its bytes begin, and where they end.
    var content: Int
    var end: Int
    var isStored: Bool
  }

  /// The archive with a new table; nil if there is no file in it.
  static func mended(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count < UInt32.max else { return nil }
    var (bytes, table) = (bytes, [UInt8]())
    var (count, place) = (UInt16(0), 0)
    while count < UInt16.max, count < ZipArchive.mostEntries, var found = file(at: place, in: bytes) {
      let left = UInt32(bytes.count - found.content)
      if found.isStored, found.packedSize > left {
        // What is left of a file that is not packed; the header must say the same.
        (found.packedSize, found.size) = (left, left)
        let sizes = left.littleEndianBytes + left.littleEndianBytes
        bytes.replaceSubrange(place + 18..<place + 26, with: sizes)
      }
      table += tableRow + [20, 0] + found.facts
      for number in [found.checksum, found.packedSize, found.size] { table += number.littleEndianBytes }
      table += UInt16(found.name.count).littleEndianBytes
      // No extra field, comment, disk or attributes.
      table += [UInt8](repeating: 0, count: 12) + found.start.littleEndianBytes + found.name
      count += 1
      place = found.end
    }
    guard count > 0 else { return nil }
    return bytes + table + tableEnd + [0, 0, 0, 0] + count.littleEndianBytes + count.littleEndianBytes
      + UInt32(table.count).littleEndianBytes + UInt32(bytes.count).littleEndianBytes + [0, 0]
  }

  private static func file(at start: Int, in bytes: [UInt8]) -> Found? {
    guard start + 30 <= bytes.count, bytes[start..<start + 4].elementsEqual(localHeader) else { return nil }
    func short(_ place: Int) -> Int { Int(bytes[place]) | Int(bytes[place + 1]) << 8 }
    func long(_ place: Int) -> UInt32 { UInt32(short(place)) | UInt32(short(place + 2)) << 16 }
    let (nameLength, extraLength) = (short(start + 26), short(start + 28))
    let content = start + 30 + nameLength + extraLength
    guard content <= bytes.count else { return nil }
    var found = Found(
      facts: bytes[(start + 4)..<(start + 14)], checksum: long(start + 14), packedSize: long(start + 18),
      size: long(start + 22), name: bytes[(start + 30)..<(start + 30 + nameLength)], start: UInt32(start),
      content: content, end: content, isStored: short(start + 8) == 0 && short(start + 6) & 8 == 0)
    // Bit 3: sizes and checksum follow the bytes (section 4.3.9).
    guard short(start + 6) & 8 != 0 else {
      found.end = min(content + Int(found.packedSize), bytes.count)
      return found
    }
    var place = content
    while place + 4 <= bytes.count {
      guard bytes[place] == 0x50, bytes[place + 1] == 0x4B else {
        place += 1
        continue
      }
      let mark = bytes[place..<place + 4]
      if mark.elementsEqual(descriptor), place + 16 <= bytes.count, long(place + 8) == UInt32(place - content)
      {
        (found.checksum, found.packedSize, found.size) = (long(place + 4), long(place + 8), long(place + 12))
        found.end = place + 16
        return found
      }
      if mark.elementsEqual(localHeader) || mark.elementsEqual(tableRow), place - 12 >= content,
        long(place - 8) == UInt32(place - 12 - content)
      {
        (found.checksum, found.packedSize) = (long(place - 12), long(place - 8))
        (found.size, found.end) = (long(place - 4), place)
        return found
      }
      place += 1
    }
    // The last file is cut: what it would unpack to is not known.
    (found.packedSize, found.size) = (UInt32(bytes.count - content), UInt32(1 << 20))
    found.end = bytes.count
    return found
  }
}

extension FixedWidthInteger {
  /// The bytes, the lowest first.
  fileprivate var littleEndianBytes: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
  }
}
