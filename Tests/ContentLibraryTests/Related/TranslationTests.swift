import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// Which stories know each other as translations.
@Suite struct TranslationTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  private func write(_ path: String, _ headline: String, _ fields: String = "") throws {
    try newsroom.write(
      path, "---\ntitle: \(headline)\ndate: 2026-03-01\n\(fields)\n---\n\nText of \(headline), \(path).\n")
  }

  /// The labels and headlines of a story's translations, as READ MORE begins with them.
  private func translations(of path: String, in library: Library) throws -> [String] {
    let related = try library.open(try #require(library.find(path).first).id).related
    let own = related.prefix { $0.reason == .translation }
    #expect(related.dropFirst(own.count).allSatisfy { $0.reason != .translation })
    return own.map { "\($0.language ?? "-"): \($0.title)" }
  }

  @Test func foldersByLanguage() throws {
    try write("site/en/ferry.md", "The ferry")
    try write("site/da/ferry.md", "Færgen")
    try write("site/da/bridge.md", "Broen")
    try write("other/da/ferry.md", "En anden færge")
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    #expect(try translations(of: "site/en/ferry.md", in: library) == ["da: Færgen"])
    #expect(try translations(of: "site/da/ferry.md", in: library) == ["en: The ferry"])
    #expect(try translations(of: "site/da/bridge.md", in: library).isEmpty)
  }

  @Test func endingsOfNamesAndTheOneWithoutOne() throws {
    try write("post/ferry.md", "The ferry", "language: en")
    try write("post/ferry.da.md", "Færgen")
    try write("post/ferry.sv.md", "Färjan")
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    #expect(try translations(of: "post/ferry.md", in: library) == ["da: Færgen", "sv: Färjan"])
    #expect(try translations(of: "post/ferry.sv.md", in: library) == ["da: Færgen", "en: The ferry"])
  }

  @Test func keysAndIds() throws {
    try write("a.md", "The ferry", "language: en\ntranslationKey: Ferry 4")
    try write("b.md", "Færgen", "language: da\ntranslationKey: ferry 4")
    try write("c.md", "The other ferry", "language: en\ntranslationKey: ferry 4")
    try write("d.md", "The bridge", "language: en\nid: tag:4711-en")
    try write("e.md", "Broen", "language: da\nid: tag:4711-da")
    try write("f.md", "Bron", "language: sv\nid: tag:4711")
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    #expect(try translations(of: "a.md", in: library) == ["da: Færgen"])
    #expect(try translations(of: "b.md", in: library).count == 1)
    #expect(try translations(of: "d.md", in: library) == ["da: Broen", "sv: Bron"])
  }

  @Test func theLanguagesOfMostStoriesComeFirstAndNotAllAreOffered() throws {
    for language in ["en", "da", "de", "fi", "fr", "is", "nl", "sv"] {
      try write("\(language)/ferry.md", "Ferry \(language)")
    }
    for number in 0..<3 { try write("sv/more\(number).md", "Mer \(number)") }
    let library = try newsroom.library([Markdown()])
    try library.refreshed()
    let found = try translations(of: "en/ferry.md", in: library)
    #expect(found.first == "sv: Ferry sv")
    #expect(found.count == 5)
  }
}
