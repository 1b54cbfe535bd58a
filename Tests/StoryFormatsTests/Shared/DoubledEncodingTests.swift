import Testing

@testable import StoryFormats

/// Text that was encoded in UTF-8 twice is repaired, and correct text is never touched.
@Suite struct DoubledEncodingTests {
  /// The text after its UTF-8 was taken for Windows-1252 or Latin-1.
  private static func doubled(_ text: String, latin1: Bool) -> String {
    var scalars = String.UnicodeScalarView()
    for byte in text.utf8 {
      scalars.append(latin1 ? Unicode.Scalar(byte) : TextDecoding.windows1252(byte))
    }
    return String(scalars)
  }

  @Test(arguments: [
    "Kälte über Tornö", "Café", "Der Bär läuft", "Garçon, où êtes-vous ?", "Blåbærgrød på Læsø",
    "Köp smör åt mormor",
    "“Hello,” she said", "It’s late", "Budget – what’s in it", "Привет, мир", "Ελλάδα σήμερα",
    "Łódź i Gdańsk", "10 °C",
    "5€ a cup", "£5 and €6", "日本の新聞", "Weather 🌧 today it’s wet", "naïve café – “déjà vu”…",
  ])
  func textEncodedTwiceIsRepaired(text: String) {
    for latin1 in [true, false] {
      let doubled = Self.doubled(text, latin1: latin1)
      #expect(TextDecoding.undoubled(doubled) == text)
      #expect(TextDecoding.decode(Array(doubled.utf8)).text == text)
    }
    let thrice = Self.doubled(Self.doubled(text, latin1: true), latin1: true)
    #expect(TextDecoding.undoubled(thrice) == text)
  }

  @Test(arguments: [
    "Kälte über Tornö", "AÇÃO", "Ã", "São Paulo, AMANHÃ", "Why “Ã©” appears for é",
    "the letters \"Ã©\" in a mail",
    "an Ã © apart", "what Ã© means", "\"cafÃ©\" is not right", "ÂNGELA", "Âge", "naïve, cafÃ©",
    "Ð is a letter of Iceland",
    "plain words", "", "ð", "Ä Ö Ü", "Ää", "À la carte", "PÂTÉ", "«Âme»", "Привет", "日本", "Ã¿þ",
    "“right” quotes", "§ 5",
    "CAFÉ À LA MODE", "Ñandú", "ÄÖ", "Åå", "½ cup, ¼ spoon",
  ])
  func correctTextStays(text: String) {
    #expect(TextDecoding.undoubled(text) == text)
  }

  @Test func longTextIsMended() {
    let text = String(repeating: "KÃ¤lte ", count: 100_000)
    #expect(TextDecoding.undoubled(text) == String(repeating: "Kälte ", count: 100_000))
    #expect(TextDecoding.undoubled(text + "é") == text + "é")
  }

  @Test func wideTextIsReadByItsByteOrderMark() {
    let little: [UInt8] = [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0, 0xE5, 0, 0, 0]
    let big: [UInt8] = [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61, 0, 0, 0, 0xE5]
    #expect(TextDecoding.decode(little).text == "aå")
    #expect(TextDecoding.decode(big).text == "aå")
  }
}
