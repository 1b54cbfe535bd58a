/// A book for tests, as a zip archive of stored files, with the faults that a test wants.
struct BookFile {
  /// The files after `mimetype`, by name.
  var files: [(name: String, text: String)] = []
  /// Bits of each file's header: 1 says that it is encrypted.
  var flags: UInt16 = 0
  /// A size that the headers claim, instead of the true one.
  var claimedSize: UInt32?
  /// Whether the table of contents at the end is left out.
  var isCut = false

  /// A book of pages, in this order, with a package that names them.
  static func of(_ pages: [(name: String, text: String)], title: String = "A book") -> BookFile {
    let items = pages.map {
      "<item id=\"\($0.name)\" href=\"\($0.name)\" media-type=\"application/xhtml+xml\"/>"
    }
    let spine = pages.map { "<itemref idref=\"\($0.name)\"/>" }
    return BookFile(
      files: [
        (
          "META-INF/container.xml",
          "<container><rootfiles><rootfile full-path=\"book.opf\"/></rootfiles></container>"
        ),
        (
          "book.opf",
          """
          <package unique-identifier="id" xmlns:dc="d"><metadata><dc:identifier id="id">urn:book</dc:identifier>
          <dc:title>\(title)</dc:title></metadata><manifest>\(items.joined())</manifest>
          <spine>\(spine.joined())</spine></package>
          """
        ),
      ] + pages)
  }

  /// A page of a book.
  static func page(_ body: String) -> String { "<html><body>\(body)</body></html>" }

  /// The bytes of the archive.
  var bytes: [UInt8] {
    var (content, table): ([UInt8], [UInt8]) = ([], [])
    let all = [("mimetype", "application/epub+zip")] + files.map { ($0.name, $0.text) }
    for (name, text) in all {
      let text = Array(text.utf8)
      let start = UInt32(content.count)
      let size = name == "mimetype" ? UInt32(text.count) : claimedSize ?? UInt32(text.count)
      let facts: [UInt8] =
        Self.low(name == "mimetype" ? 0 : flags) + [0, 0, 0, 0, 0, 0] + Self.low(Self.checksum(text))
        + Self.low(UInt32(text.count)) + Self.low(size) + Self.low(UInt16(name.utf8.count)) + [0, 0]
      content += [0x50, 0x4B, 3, 4, 20, 0] + facts + name.utf8 + text
      table += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + facts + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      table += Self.low(start) + name.utf8
    }
    guard !isCut else { return content }
    return content + table + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.low(UInt16(all.count))
      + Self.low(UInt16(all.count)) + Self.low(UInt32(table.count)) + Self.low(UInt32(content.count)) + [
        0, 0,
      ]
  }

  private static func low(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
  }

  /// CRC-32 (APPNOTE.TXT 6.3, section 4.4.7).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
