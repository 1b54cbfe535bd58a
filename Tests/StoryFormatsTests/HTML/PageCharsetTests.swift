import Stories
import StoryFormats
import Testing

@Suite struct PageCharsetTests {
  private func headline(_ head: String, _ title: [UInt8]) -> String? {
    let bytes =
      Array(head.utf8) + Array("<title>".utf8) + title + Array("</title><p>Text, and a little more.".utf8)
    return SavedPage().read(Source(path: "page.html", bytes: bytes)).stories.first?.headline
  }

  /// "Привет" in windows-1251.
  private static let cyrillic: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
  /// "日本語" in Shift_JIS.
  private static let japanese: [UInt8] = [0x93, 0xFA, 0x96, 0x7B, 0x8C, 0xEA]
  /// "中文" in GB 2312.
  private static let chinese: [UInt8] = [0xD6, 0xD0, 0xCE, 0xC4]
  /// "Ærø" in Latin-1.
  private static let danish: [UInt8] = [0xC6, 0x72, 0xF8]

  @Test(arguments: [
    "<meta charset=windows-1251>", "<META CHARSET='Windows-1251'>", "<meta charset=\"windows-1251\" />",
    "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">",
    "<meta content='text/html;charset = \"windows-1251\"' http-equiv='content-type'>",
    "<?xml version='1.0' encoding='windows-1251'?><html>",
    """
    <!-- <meta charset=utf-16> --><html lang=ru><meta name=a content=\"charset=koi8-r\"><meta \
    charset=windows-1251>
    """,
    "<a title='<meta charset=koi8-r>'><meta charset=windows-1251>",
  ])
  func aDeclaredSetIsRead(head: String) {
    #expect(headline(head, Self.cyrillic) == "Привет")
  }

  @Test func setsOfTheEastAreRead() {
    #expect(headline("<meta charset=Shift_JIS>", Self.japanese) == "日本語")
    #expect(headline("<meta charset=gb2312>", Self.chinese) == "中文")
  }

  @Test func latinIsReadDeclaredOrNot() {
    #expect(headline("<meta charset=iso-8859-1>", Self.danish) == "Ærø")
    #expect(headline("", Self.danish) == "Ærø")
  }

  @Test func utf8IsBelievedBeforeAWrongDeclaration() {
    #expect(headline("<meta charset=iso-8859-1>", Array("Ærø".utf8)) == "Ærø")
    // A declaration that is readable as ASCII can't be in UTF-16.
    #expect(headline("<meta charset=utf-16>", Array("Ærø".utf8)) == "Ærø")
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsRead(isLittle: Bool, hasMark: Bool) {
    let page = "<!DOCTYPE html><title>Ærø 日本</title><p>Text, and more."
    let units = Array(((hasMark ? "\u{FEFF}" : "") + page).utf16)
    let bytes = units.flatMap { unit in
      isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    let source = Source(path: "page.html", bytes: bytes)
    #expect(SavedPage().read(source).stories.first?.headline == "Ærø 日本")
    #expect(SavedPage().recognises(source) == true || hasMark)
  }
}
