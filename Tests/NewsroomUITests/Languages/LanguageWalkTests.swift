import Messages
import Screen
import Stories
import Testing
import Words

@testable import NewsroomUI

/// Screens of every language: no word of the program is left in English, and none is cut that English shows.
@Suite struct LanguageWalkTests {
  private static let languages: [Language] = [.danish, .swedish, .german]
  /// Stands before a phrase without a translation.
  private static let missing = "⁇"

  /// The same numbers on every run.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private static let keys: [Key] =
    (Commands.all + Commands.inLayers).flatMap(\.keys).filter { $0 != .character("q") && $0 != .control("c") }
    + [.escape, .enter, .backspace, .tab, .delete, .function(9), .character("Z"), .character("z")]

  /// Stories in Greek letters, so that every Latin letter on the screen is the program's.
  private static func stories() -> [OpenedStory] {
    var stories = Samples.newsroom
    for index in stories.indices {
      stories[index].story.headline = "Λιμάνι \(index) και πόλη"
      stories[index].story.standfirst = index == 0 ? "Η αρχή" : nil
      stories[index].story.section = ["Λιμάνι", "Πόλη", nil][index % 3]
      stories[index].story.bylines = index.isMultiple(of: 2) ? ["Άννα Μπεργκ", "Πέτρος"] : []
      stories[index].story.tags = index == 1 ? ["πλοίο"] : []
      stories[index].story.language = index == 2 ? "sv" : nil
      stories[index].story.wire.version = index == 3 ? 2 : nil
      stories[index].story.wire.notes = index == 3 ? ["σημείωση"] : []
      stories[index].story.updated = index == 0 ? Samples.now : nil
      stories[index].story.body = (0..<12).map { _ in Block(.paragraph([Inline("Το πλοίο φεύγει το πρωί.")]))
      }
      stories[index].story.body.insert(Block(.heading(level: 2, [Inline("Μέρος")])), at: 4)
      stories[index].story.references = [
        Reference(
          kind: .outside, text: "σύνδεσμος", target: "https://xx.xx/?utm_source=xx", naming: .url),
        Reference(
          kind: .story, text: "κάτι", target: "κάτι", naming: .headline, label: "κι άλλο", position: 1),
      ]
      var listing = stories[index].listing
      (listing.headline, listing.teaser, listing.path) = (
        stories[index].story.headline, "Το πλοίο φεύγει.", "\(index)"
      )
      listing.section = stories[index].story.section
      listing.versions = index == 3 ? 1 : 0
      stories[index].listing = listing
    }
    for index in stories.indices {
      let reasons: [Related.Reason] = [.readMore, .linksHere, .alike, .translation, .version, .linkedHere]
      stories[index].related = reasons.map { reason in
        var related = Related(reason: reason, title: "Λιμάνι", text: "Το πλοίο.", listing: stories[1].listing)
        if reason == .alike { related.shares = ["πλοίο"] }
        if reason == .translation { related.language = "da" }
        return related
      }
      stories[index].related += [
        Related(reason: .notHere, title: "κάτι", reference: 1),
        Related(reason: .outside, title: "σύνδεσμος", target: "https://xx.xx/1", reference: 0),
      ]
    }
    return stories
  }

  private static func desk(_ size: (Int, Int), _ catalogue: Catalogue) -> Desk {
    var preferences = Preferences()
    preferences.catalogue = catalogue
    var desk = Desk(
      size: size, stories: stories(), name: "Βιβλιοθήκη",
      waysOut: WaysOut(pipes: ["Ένα", "Δύο"]), libraries: [("Ένα", true), ("Δύο", false)],
      preferences: preferences)
    desk.library.versions = [Samples.id(4), Samples.id(3)]
    desk.library.ownTags = TagName("ετικέτα").map { [$0: [Samples.id(2)]] } ?? [:]
    return desk
  }

  /// Presses many keys at random, the same on every run, and looks at every screen.
  private func walk(
    _ size: (Int, Int), _ catalogue: Catalogue, turns: Int, _ look: (String, Key, String) -> Void
  ) {
    var dice = Dice(state: 11)
    var desk = Self.desk(size, catalogue)
    for turn in 0..<turns {
      let key = Self.keys.randomElement(using: &dice) ?? .enter
      desk.send(.input(.key(key)))
      if turn.isMultiple(of: 23) { desk.send(.input(.key(.escape))) }
      if turn.isMultiple(of: 97) { desk.send(.landed(Landing(count: turn % 3, arrivals: []))) }
      if turn.isMultiple(of: 89) {
        desk.send(.landed(Landing(changes: [News(.corrected, desk.library.stories[0].listing)])))
      }
      look(desk.screen, key, (desk.state.prompt?.field ?? desk.state.picker?.field)?.text ?? "")
    }
  }

  /// Names that are the same in every language: of keys, commands, fields, settings and files.
  private static let names: Set<String> = {
    var words: Set = [
      "Enter", "Esc", "Tab", "Shift", "Space", "Backspace", "PgUp", "PgDn", "Del", "Ctrl", "Alt", "Home",
      "End",
      "Insert", "MB", "https", "xx", "utm", "source", "jj", "EDITOR", "BROWSER", "VISUAL", "none", "text",
      "OR",
    ]
    func add(_ text: String) {
      for word in text.split(whereSeparator: { !$0.isASCII || !$0.isLetter }) { words.insert(String(word)) }
    }
    for command in Commands.all + Commands.inLayers { add(command.name) }
    for theme in Themes.all { add(theme.name) }
    for order in Query.Order.allCases { add(order.settingName) }
    for field in SearchField.allCases { add("\(field.rawValue) \(field.row.example) \(field.choices)") }
    add("theme order show measure q all unread saved back quit version")
    let calendar = CalendarNames.english
    for word in calendar.weekdays + (1...12).flatMap({ [calendar.month($0), calendar.shortMonth($0)] }) {
      add(word)
      add(word.uppercased())
    }
    return words
  }()

  /// The words of Latin letters on a screen that are neither x's nor names, nor a part of a name at an edge,
  /// nor in the line that is typed.
  private func strangers(on screen: String, typed: String) -> [String] {
    screen.split { !($0.isASCII && $0.isLetter) }.map(String.init).filter { word in
      word.count > 1 && !word.allSatisfy { $0 == "x" || $0 == "X" } && !typed.contains(word)
        && !Self.names.contains(word)
        && !Self.names.contains { $0.hasPrefix(word) || $0.hasSuffix(word) }
    }
  }

  /// In the language in which every phrase is x's, whatever else is on the screen was forgotten.
  @Test(arguments: [(80, 24), (40, 12), (130, 40)])
  func everyWordOfTheProgramIsAPhrase(_ columns: Int, _ rows: Int) {
    var told: Set<String> = []
    walk((columns, rows), .blank, turns: 1_500) { screen, key, typed in
      for line in screen.split(separator: "\n") {
        for word in strangers(on: String(line), typed: typed) where told.insert(word).inserted {
          Issue.record("“\(word)” after \(key.label): \(line)")
        }
      }
    }
  }

  @Test(arguments: languages, [(80, 24), (40, 12), (130, 40)])
  func everyPhraseOnTheScreenIsTranslated(_ language: Language, _ size: (Int, Int)) {
    var told: Set<String> = []
    walk(size, Catalogue.of(language).marking(Self.missing), turns: 1_000) { screen, _, _ in
      for line in screen.split(separator: "\n") where line.contains(Self.missing) {
        if told.insert(String(line)).inserted { Issue.record("\(language): \(line)") }
      }
    }
  }

  @Test(arguments: languages) func everythingThatHasANameIsTranslated(_ language: Language) {
    let catalogue = Catalogue.of(language).marking(Self.missing)
    func check(_ text: String) { #expect(!text.contains(Self.missing), "\(language)") }
    for command in Commands.all + Commands.inLayers {
      check(catalogue[command.help])
      check(catalogue[command.group.rawValue])
      check(command.placeNames(catalogue))
      for hint in Array(command.hints.values) + Array(command.layerHints.values) {
        check(catalogue[hint, as: "hint"])
      }
    }
    for kind in Facet.Kind.listed {
      check(catalogue[kind.title])
      check(catalogue[kind.plural])
      // The reader's own tags are listed without a row for all or for none.
      guard kind != .mine else { continue }
      check(catalogue["All \(kind == .part ? "stories" : kind.plural)"])
      for value in kind == .part ? ["image", "link"] : ["", "da"] {
        let facet = Facet(kind, value)
        for phrase in [facet.title, facet.sentence, facet.afterStories] { check(catalogue(phrase)) }
      }
    }
    for order in Query.Order.allCases + [.bestFirst] {
      check(catalogue[order.words])
      check(catalogue[order.title])
    }
    for field in SearchField.allCases { check(catalogue[field.row.meaning]) }
    for row in Kiosk.table where row.reason != nil { check(catalogue(Kiosk.answer(row.kind, row.name))) }
    for change in MarkChange.allCases {
      for part in MarkPart.allCases { check(catalogue(change.title(part))) }
      check(catalogue(change.done))
      check(catalogue(change.state))
    }
    let reasons: [Related.Reason] = [
      .translation, .readMore, .linkedHere, .linksHere, .version, .alike, .notHere, .outside,
    ]
    for reason in reasons { check(catalogue[reason.label]) }
    for kind in News.Kind.allCases where kind != .arrived { check(catalogue[kind.rawValue, as: "news"]) }
    for code in ["sv", "pt-BR", "nb", "zh"] { check(catalogue(Phrase(language: code))) }
    check(catalogue(Phrase(language: "qq")))
  }

  /// Steps that show a list, an article, READ MORE, boxes, choosers, prompts and messages.
  private static let steps = [
    "", "j", "Enter", "r", "j", "Esc", "Esc", "?", "Esc", ":", "Esc", "o", "Esc", "d", "Tab", "Tab", "Esc",
    "@",
    "Esc", "/", "Esc", "A", "Esc", "V", "j", "V", "s", "u", "a", "a", "a", "T", "Esc", "#", "Esc", "y", "Esc",
    "\"", "t", "Esc", "Ctrl-g",
  ]

  /// The rows of each step's screen.
  private func screens(_ size: (Int, Int), _ catalogue: Catalogue) -> [(step: String, rows: [Substring])] {
    var preferences = Preferences()
    preferences.catalogue = catalogue
    var desk = Desk(size: size, preferences: preferences)
    return Self.steps.map { step in
      if !step.isEmpty { desk.press(step) }
      return (step, desk.screen.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }

  @Test(arguments: languages, [(80, 24), (40, 12)])
  func noWordIsCutThatEnglishShowsWhole(_ language: Language, _ size: (Int, Int)) {
    let own = screens(size, Catalogue.of(language))
    for (english, other) in zip(screens(size, .english), own) {
      for (row, (one, two)) in zip(english.rows, other.rows).enumerated()
      where two.contains("…") && !one.contains("…") {
        Issue.record("\(language) \(size), after “\(english.step)”, row \(row): \(two)")
      }
    }
  }

  @Test func aLanguageThatIsChosenWhileReadingHoldsAtOnce() {
    var desk = Desk(size: (80, 24))
    desk.press("Enter")
    #expect(desk.screen.contains("READ MORE") && desk.screen.contains("By the Nordic desk"))
    var preferences = Preferences()
    preferences.catalogue = .of(.danish)
    desk.send(.settings(preferences, "The settings were read again."))
    #expect(desk.screen.contains("LÆS MERE") && desk.screen.contains("Af the Nordic desk"))
    #expect(desk.screen.contains("Indstillingerne er læst igen."))
    #expect(!desk.screen.contains("READ MORE"))
  }

  @Test func theListSpeaksDanish() {
    var preferences = Preferences()
    preferences.catalogue = .of(.danish)
    var desk = Desk(size: (80, 24), preferences: preferences)
    #expect(desk.row(0).contains("Alle redaktioner · nyeste først"))
    #expect(desk.row(0).contains("6 artikler · 5 ulæste"))
    #expect(desk.screen.contains("I DAG") && desk.screen.contains("FREDAG 25. MARTS"))
    desk.press("j u")
    #expect(desk.row(23).contains("af 6"))
    desk.press("U")
    #expect(desk.row(0).contains("ulæste"))
  }
}
