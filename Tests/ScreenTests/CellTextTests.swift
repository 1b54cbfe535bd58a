import Foundation
import Screen
import Testing

/// Everything that a terminal could take for a command or draw in another width.
@Suite struct CellTextTests {
  @Test(arguments: [
    // Plain text stays.
    ("Harbour cities agree", "Harbour cities agree"), ("", ""), ("på Tornö, i Ærø", "på Tornö, i Ærø"),
    ("漢字 한글", "漢字 한글"), ("“quotes” – dashes — …", "“quotes” – dashes — …"),
    // Control characters are shown, not obeyed.
    ("\u{1B}[31mred", "\u{FFFD}[31mred"), ("\u{1B}]0;title\u{7}x", "\u{FFFD}]0;title\u{FFFD}x"),
    ("a\u{9B}2Jb", "a\u{FFFD}2Jb"), ("a\u{7F}b\u{0}c", "a\u{FFFD}b\u{FFFD}c"),
    ("\u{90}q\u{9C}", "\u{FFFD}q\u{FFFD}"),
    // Line breaks and tabs become spaces.
    ("one\ntwo\r\nthree\tfour", "one two three four"), ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"),
    // Invisible characters are removed.
    ("a\u{202E}b\u{202C}c\u{2066}d\u{2069}", "abcd"), ("zero\u{200B}width\u{2060}\u{FEFF}", "zerowidth"),
    ("soft\u{AD}hyphen", "softhyphen"), ("tag\u{E0041}\u{E007F}", "tag"), ("a\u{3164}b\u{115F}", "ab"),
    // A letter and its mark become one character; marks after the fourth are removed.
    ("Malmo\u{308}", "Malmö"), ("e\u{301}", "é"),
    ("x\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "x\u{301}\u{302}\u{303}\u{304}"),
    ("\u{301}a", "a"), ("\u{1100}\u{1161}\u{11A8}", "각"),
    ("\u{1B}\u{301}x", "\u{FFFD}x"), ("a \u{301}b", "a b"), ("e\u{323}\u{301}", "ẹ\u{301}"),
    ("u\u{308}\u{304}", "ǖ"),
    ("か\u{3099}", "が"), ("e\u{200D}\u{301}", "é"),
    // Emoji sequences become their first emoji.
    ("👨‍👩‍👧‍👦 family", "👨 family"), ("👍🏽", "👍"), ("❤️", "❤"), ("🇩🇰", "DK"), ("1️⃣", "1"),
    ("👩🏽‍🚀x", "👩x"), ("🏳️‍🌈", "🏳"), ("🏴\u{E0067}\u{E0062}\u{E007F}", "🏴"), ("👍\u{301}", "👍"), ("#️⃣", "#"),
    ("👨‍a", "👨a"), ("🇩", "D"),
    // Characters unknown to the C library are replaced.
    ("\u{E000}", "\u{FFFD}"), ("\u{378}", "\u{FFFD}"), ("\u{FFFF}", "\u{FFFD}"),
  ])
  func cleans(_ text: String, _ expected: String) {
    let cleaned = CellText.clean(text)
    #expect(Array(cleaned.unicodeScalars) == Array(expected.unicodeScalars))
    #expect(Array(CellText.clean(cleaned).unicodeScalars) == Array(cleaned.unicodeScalars))
  }

  @Test(arguments: [
    ("abc", 3), ("漢字", 4), ("é", 1), ("Malmo\u{308}", 5), ("한글", 4), ("👍", 2), ("", 0), ("–", 1),
  ])
  func widthsAreInCells(_ text: String, _ width: Int) {
    #expect(CellText.width(of: CellText.clean(text)) == width)
  }

  @Test(arguments: [
    ("Ferry line", 20, "Ferry line"), ("Ferry line", 10, "Ferry line"), ("Ferry line", 9, "Ferry li…"),
    ("Ferry line", 7, "Ferry…"), ("Ferry line", 1, "…"), ("Ferry line", 0, ""), ("漢字漢字", 5, "漢字…"),
    ("漢字漢字", 4, "漢…"), ("x", 1, "x"), ("漢", 1, "…"),
  ])
  func fitsIntoColumns(_ text: String, _ columns: Int, _ expected: String) {
    #expect(CellText.fitted(text, columns: columns) == expected)
    #expect(CellText.width(of: CellText.fitted(text, columns: columns)) <= columns)
  }

  /// ncurses asks `wcwidth`: whatever passes must have the same width there as here.
  @Test func everyCodePointIsAsWideAsTheCLibrarySays() throws {
    typealias Measure = @convention(c) (wchar_t) -> Int32
    // Swift's module map of the C library lacks `wcwidth`.
    let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: Measure.self)
    #expect(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var wrong: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let cleaned = CellText.clean("a" + String(scalar)).unicodeScalars.dropFirst()
      for kept in cleaned where Int32(CellText.width(of: String(kept))) != wcwidth(wchar_t(kept.value)) {
        wrong.append("U+" + String(value, radix: 16))
      }
    }
    #expect(wrong.prefix(20) == [])
  }

  @Test func randomScalarsAreSafeAndCleaningThemTwiceChangesNothing() {
    var seed: UInt64 = 0x9E37_79B9_7F4A_7C15
    var wrong = 0
    for _ in 0..<2_000 {
      var text = String.UnicodeScalarView()
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let value = UInt32(truncatingIfNeeded: seed >> 40) % (seed & 1 == 0 ? 0x3000 : 0x10FFFF)
        if let scalar = Unicode.Scalar(value) { text.append(scalar) }
      }
      let cleaned = CellText.clean(String(text))
      if !isHarmless(cleaned)
        || Array(CellText.clean(cleaned).unicodeScalars) != Array(cleaned.unicodeScalars)
      {
        wrong += 1
      }
    }
    #expect(wrong == 0)
  }

  @Test func everyCodePointStaysAsItIsOnceCleaned() {
    var wrong: [String] = []
    for value in [UInt32](0...0x323FF) + [UInt32](0xE0000...0xE0FFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = CellText.clean("漢" + String(scalar) + "\u{308}x")
      let twice = CellText.clean(once)
      if !once.utf8.elementsEqual(twice.utf8) || !isHarmless(once) { wrong.append(String(value, radix: 16)) }
    }
    #expect(wrong.prefix(20) == [])
  }

  /// Payloads of known attacks on terminals, and strings that break software; kept beside the project.
  @Test(.enabled(if: Corpora.exists, "the corpora are not beside the project"))
  func knownAttacksAreHarmless() throws {
    let files = try Corpora.files(in: ["escapes-cve", "escapes-xterm", "strings-naughty"])
    #expect(files.count > 20)
    for file in files {
      let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      #expect(isHarmless(CellText.clean(text)), "\(file.lastPathComponent)")
    }
  }

  private func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
      default: true
      }
    }
  }
}

/// Real content beside the project, never in it.
enum Corpora {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpora")
  static let exists = FileManager.default.fileExists(atPath: root.path)

  static func files(in folders: [String]) throws -> [URL] {
    try folders.flatMap { folder in
      let top = root.appendingPathComponent(folder)
      return try FileManager.default.subpathsOfDirectory(atPath: top.path).sorted()
        .map { top.appendingPathComponent($0) }
        .filter { (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
    }
  }
}
