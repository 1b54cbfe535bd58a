import Stories
import Testing

@testable import StoryFormats

@Test(arguments: [
  ([UInt8]("å – b".utf8), "å – b", TextDecoding.Encoding.utf8, false),
  ([0xEF, 0xBB, 0xBF, 0x61], "a", .utf8, false),
  ([0xFF, 0xFE, 0x61, 0, 0xE5, 0], "aå", .utf16, false),
  ([0xFE, 0xFF, 0, 0x61, 0, 0xE5], "aå", .utf16, false),
  ([0xFF, 0xFE, 0x61, 0, 0x3D, 0xD8], "a\u{FFFD}", .utf16, true),
  ([0x61, 0xE5, 0x62], "aåb", .windows1252, false),
  ([0x93, 0x61, 0x94, 0x20, 0x80, 0x96], "“a” €–", .windows1252, false),
  ([0x61, 0xC3, 0xA5, 0xC3, 0xA6, 0xFF, 0x62], "aåæ\u{FFFD}b", .utf8, true),
  ([0x61, 0x0D, 0x0A, 0x62, 0x0D, 0x63, 0x0A, 0x0A], "a\nb\nc\n\n", .utf8, false),
  ([0x61, 0x00, 0x62], "a\u{FFFD}b", .utf8, false),
  ([], "", .utf8, false),
])
func bytesAreReadInTheEncodingTheyWereWrittenIn(
  bytes: [UInt8], text: String, encoding: TextDecoding.Encoding, isDamaged: Bool
) {
  let decoded = TextDecoding.decode(bytes)
  #expect(decoded.text == text)
  #expect(decoded.encoding == encoding)
  #expect(decoded.isDamaged == isDamaged)
}

@Test func binaryFilesAreNotText() {
  #expect(TextDecoding.looksBinary([0x7F, 0x45, 0x4C, 0x46, 0x00]))
  #expect(TextDecoding.looksBinary([UInt8](repeating: 1, count: 100)))
  #expect(!TextDecoding.looksBinary(Array("plain\ttext\r\n".utf8)))
  #expect(!TextDecoding.looksBinary([0xFF, 0xFE, 0x61, 0]))
}

@Suite struct DeclaredCharsetTests {
  /// 0x81 is undefined in Windows-1252, as which Latin-1 is read.
  @Test func invalidBytesAreReplaced() {
    let text =
      """
      <?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><nitf><body><body.content><p>S\u{1}ndervang</p>\
      </body.content></body></nitf>
      """
    let bytes = text.utf8.map { $0 == 1 ? 0x81 : $0 }
    let reading = NITF().read(Source(path: "a.nitf", bytes: bytes))
    #expect(reading.stories.first?.text == "S\u{FFFD}ndervang")
  }
}
