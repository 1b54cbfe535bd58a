import Testing

@testable import Messages

/// That what the sources say for people is in the catalogues, and nothing else is.
@Suite struct CompletenessTests {
  /// Literals with blanks that are no phrases: names of keys, lists of words, parts that are put together.
  private static let others: Set<String> = [
    " OR ", "%1 OR %2*", "1–9 Enter", "path of the file", "alert = %1", "hide = false", "hide = true",
    "%1 in the %2: %3 and %4",
  ]
  /// Files that name things: keys, colours, ways into other programs, tables of settings and of Unicode.
  private static let tables = [
    "Commands/Presets/", "CommandFinder.swift", "Themes/", "AddressSheet.swift", "Kiosk.swift",
    "KeyBox.swift",
    "LineBreakTable.swift", "Paragraph/",
  ]

  /// Whether a literal is a phrase: words with a blank between, in no file that only names things.
  private func isPhrase(_ literal: SourceLiterals.Literal) -> Bool {
    let text = literal.text
    guard text.contains(" "), text.contains(where: { $0.isLetter }), !text.contains("\n") else {
      return false
    }
    guard !Self.tables.contains(where: { literal.place.contains($0) }) else { return false }
    // Sequences of keys have no words.
    let words = text.split { !$0.isLetter }
    return words.contains { $0.count > 2 } && !text.hasPrefix("C-w ") && !Self.others.contains(text)
  }

  private let phrases = Set(Catalogue.of(.danish).entries.keys)

  /// The phrase without what it is ("hint: save").
  private func bare(_ key: String) -> String {
    for context in ["hint", "news", "state", "list", "thread", "done", "clipping", "many"]
    where key.hasPrefix(context + ": ") {
      return String(key.dropFirst(context.count + 2))
    }
    return key
  }

  @Test func everySentenceOfTheReaderIsTranslated() throws {
    let literals = try SourceLiterals.all(in: ["NewsroomUI", "Typesetting"])
    #expect(literals.count > 800)
    let counted = Set(
      phrases.filter { $0.contains("|") }.flatMap { key in
        key.split(separator: "|").map { String($0.dropFirst(3)) }
      })
    let known = Set(phrases.map(bare)).union(counted)
    let missing = literals.filter { isPhrase($0) && !known.contains($0.text) && !isMade($0.text) }
    for literal in missing { Issue.record("\(literal.place) is in no catalogue: \(literal.text)") }
  }

  /// Whether it is a pattern that makes several phrases, each of which is translated: "No %1".
  private func isMade(_ text: String) -> Bool {
    guard text.contains("%1"), text.contains(where: { $0.isLetter }) else { return false }
    let template = CatalogueText.Template(text, "")
    return template.pieces.count == 2
      && phrases.count {
        $0.hasPrefix(template.pieces[0]) && $0.hasSuffix(template.pieces[1]) && !$0.contains("%")
      }
        > 1
  }

  @Test func everyPhraseIsSaidSomewhere() throws {
    let literals = try SourceLiterals.all(in: [
      "NewsroomUI", "Typesetting", "Words", "Stories", "newsroom", "Messages",
    ])
    // The catalogues themselves say nothing.
    let languages = ["Danish", "Swedish", "German"].map { "Messages/\($0)/" }
    let said = Set(
      literals.filter { literal in !languages.contains { literal.place.hasPrefix($0) } }.map(\.text))
    let made = said.filter { $0.contains("%1") && !$0.hasPrefix("%1%") }.map {
      CatalogueText.Template($0, "")
    }
    for key in phrases.sorted() {
      let isCounted = key.hasPrefix("%1 ") && key.contains("|")
      let words = isCounted ? key.split(separator: "|").map { String($0.dropFirst(3)) } : [bare(key)]
      let isSaid = words.allSatisfy { word in
        said.contains(word) || said.contains(word.lowercased()) || isName(word)
          || made.contains { template in
            template.pieces.count == 2 && template.pieces[0].count + template.pieces[1].count > 1
              && word.hasPrefix(template.pieces[0]) && word.hasSuffix(template.pieces[1])
          }
      }
      #expect(isSaid, "nothing says “\(key)”")
    }
  }

  /// Whether a word is made of a case's name: "authors" of `author`; or is the name of a language.
  private func isName(_ word: String) -> Bool {
    let cases: Set = [
      "desk", "author", "tag", "person", "place", "organisation", "language", "format", "source", "part",
      "image", "link", "killed", "withheld", "corrected", "updated", "unread", "saved", "first", "longest",
      "correction", "list", "article",
    ]
    let lower = word.lowercased()
    if cases.contains(lower) || lower.last == "s" && cases.contains(String(lower.dropLast())) { return true }
    return Self.languageNames.contains(word)
  }

  private static let languageNames: Set<String> = {
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(decoding: [$0], as: UTF8.self) }
    return Set(letters.flatMap { one in letters.map { "\(Phrase(language: one + $0))" } })
  }()
}
