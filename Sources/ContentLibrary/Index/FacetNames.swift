internal import Stories
internal import StoryFormats
internal import Words

/// The facets of a story: what lists can be narrowed by and searches can ask for.
struct StoryFacets {
  /// The most facets of one kind per story.
  static let most = 20
  /// The longest name, in characters; the rest is cut.
  private static let longest = 200
  /// The deepest level of folders that become facets.
  private static let deepest = 12

  /// All facets, without duplicates.
  let all: [Facet]
  /// The words of the names among them; see `NamedWords`.
  let words: [UInt8]

  init(of story: Story) {
    var facets = [Facet(.desk, story.desk), Facet(.format, story.format)]
    facets.append(Facet(.language, story.language.map(LanguageTag.primary) ?? ""))
    facets += story.parts.map { Facet(.part, $0.rawValue) }
    facets += story.wire.states.map { Facet(.state, $0.rawValue) }
    if let urgency = story.wire.urgency { facets.append(Facet(.urgency, String(urgency))) }
    if let version = story.wire.version {
      facets.append(Facet(.version, FacetSteps.version.name(of: version)))
    }
    facets.append(Facet(.length, FacetSteps.words.name(of: story.words)))
    let names: [(Facet.Kind, [String])] = [
      (.author, story.bylines), (.tag, story.tags), (.person, story.people), (.place, story.places),
      (.organisation, story.organisations), (.source, Self.source(of: story)),
      (.slug, [story.wire.slugline].compactMap(\.self)),
    ]
    for (kind, names) in names {
      facets += names.prefix(Self.most).filter { !$0.isEmpty }.map {
        Facet(kind, String($0.prefix(Self.longest)))
      }
    }
    facets += Self.folders(of: story.path).map { Facet(.folder, $0) }
    var seen: Set<Facet> = []
    all = facets.filter { seen.insert($0).inserted }
    words = Self.words(of: story, all)
  }

  private static func words(of story: Story, _ facets: [Facet]) -> [UInt8] {
    var names = facets.filter { NamedWords.signs[$0.kind] != nil }
    names += story.slugs.prefix(most).map { Facet(.slug, String($0.prefix(longest))) }
    if isDelivered(story) { names.append(Facet(.source, String(story.path.suffix(longest)))) }
    return NamedWords.bytes(of: names)
  }

  /// Its source: the agency or feed, or else the file or folder that holds it with others.
  private static func source(of story: Story) -> [String] {
    if let provider = story.wire.provider, !provider.isEmpty { return [provider] }
    let parts = story.path.split(separator: "/")
    if FileNames.isMaildir(story.path) { return parts.dropLast(2).suffix(1).map(String.init) }
    let holdsMany = ["rss", "atom", "jsonfeed", "jsonl"].contains(story.format)
    let isMailbox = story.format == "mail" && !story.path.lowercased().hasSuffix(".eml")
    return holdsMany || isMailbox ? parts.suffix(1).map(String.init) : []
  }

  /// Whether it came in a feed, by wire or by mail, so that its file is a source.
  private static func isDelivered(_ story: Story) -> Bool {
    !["text", "markdown", "html"].contains(story.format)
  }

  /// The folders of a file, outermost first.
  private static func folders(of path: String) -> [String] {
    var folders: [String] = []
    for part in path.split(separator: "/").dropLast().prefix(deepest) {
      folders.append((folders.last.map { $0 + "/" } ?? "") + part)
    }
    return folders
  }
}

/// Steps for numbers, so that a range is a few facets and only the first and last step need exact comparison.
struct FacetSteps {
  /// The first number of each step.
  private let starts: [Int]

  /// Steps for the number of words.
  static let words = FacetSteps(starts: [
    0, 50, 100, 150, 200, 250, 300, 400, 500, 600, 800, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000,
  ])
  /// Steps for versions.
  static let version = FacetSteps(starts: [0, 1, 2, 3, 4, 5, 6, 8, 10, 20, 100, 1_000])

  /// The step of a number.
  func name(of number: Int) -> String { String(starts.last { $0 <= number } ?? 0) }

  /// The steps with numbers in a range.
  func names(from: Int?, to: Int?) -> [String] {
    starts.indices.filter { index in
      let end = index + 1 < starts.count ? starts[index + 1] : Int.max
      return starts[index] <= to ?? .max && end > from ?? 0
    }.map { String(starts[$0]) }
  }
}

/// Words of names for searches by kind.
///
/// Each begins with a sign for its kind, and is stored in the column of facets.
///
/// So `slug:ferry` finds "Ferry-Harbour" and `person:lund` finds the person "Lund", as if they were words
/// of the text.
enum NamedWords {
  /// Private-use characters (Unicode, section 23.5), which folding removes from texts.
  static let signs: [Facet.Kind: String] = [
    .slug: "\u{E001}", .person: "\u{E002}", .place: "\u{E003}", .organisation: "\u{E004}",
    .source: "\u{E005}",
  ]

  /// The words of names, separated so that no phrase crosses two names.
  static func bytes(of names: [Facet]) -> [UInt8] {
    var text = ""
    for name in names {
      guard let sign = signs[name.kind], let words = phrase(name) else { continue }
      text += " \(words) \(sign)"
    }
    return Array(text.utf8)
  }

  /// The words of a name as a phrase; nil for other kinds, and for names without letters or digits.
  static func phrase(_ name: Facet) -> String? {
    guard let sign = signs[name.kind] else { return nil }
    let words = SearchText.words(name.value)
    return words.isEmpty ? nil : words.map { sign + $0 }.joined(separator: " ")
  }
}

/// How names of facets are compared: by folded words, so that `tag:cafe` finds "Café", and by the signs that
/// distinguish "C++" from "C".
enum FacetKey {
  static func key(of value: String) -> String {
    let words = SearchText.words(value).joined(separator: " ")
    guard !words.isEmpty else { return value.lowercased() }
    return words + value.filter { "+#".contains($0) }
  }
}
