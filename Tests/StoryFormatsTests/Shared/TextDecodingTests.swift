import StoryFormats
import Testing

@Test(
  arguments: [
    ([0xEF, 0xBB, 0xBF, 0x41], "A", TextDecoding.Encoding.utf8, false),
    ([0xFF, 0xFE, 0x41, 0x00, 0xE5, 0x00], "Aå", .utf16, false),
    ([0xFE, 0xFF, 0x00, 0x41, 0x00], "A", .utf16, true),
    ([0xFF, 0xFE, 0x00, 0xD8], "\u{FFFD}", .utf16, true),
    ([0x4D, 0x61, 0x6C, 0x6D, 0xF6], "Malmö", .windows1252, false),
    ([0x93, 0x80, 0x94, 0x85], "“€”…", .windows1252, false),
    ([0x41, 0x0D, 0x0A, 0x42, 0x0D, 0x43, 0x0A], "A\nB\nC\n", .utf8, false),
    ([0x41, 0x00, 0x42], "A\u{FFFD}B", .utf8, false),
    ([0xC3, 0xB6, 0xC3, 0xA5, 0xFF], "öå\u{FFFD}", .utf8, true),
    ([], "", .utf8, false),
  ] as [([UInt8], String, TextDecoding.Encoding, Bool)])
func bytesBecomeText(bytes: [UInt8], text: String, encoding: TextDecoding.Encoding, isDamaged: Bool) {
  let decoded = TextDecoding.decode(bytes)
  #expect(decoded.text == text)
  #expect(decoded.encoding == encoding)
  #expect(decoded.isDamaged == isDamaged)
}

@Test func binaryFilesAreToldFromText() {
  #expect(TextDecoding.looksBinary([0x7F, 0x45, 0x4C, 0x46, 0, 1]))
  #expect(TextDecoding.looksBinary([1, 2, 3, 4, 5]))
  #expect(!TextDecoding.looksBinary(Array("Plain words\n".utf8)))
  #expect(!TextDecoding.looksBinary([0xFF, 0xFE, 0x41, 0x00]))
  #expect(!TextDecoding.looksBinary([]))
}
