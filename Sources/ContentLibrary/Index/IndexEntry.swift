internal import Stories
internal import StoryFormats
internal import Words

/// A story prepared for the index on the reading threads, so that the writing thread only writes.
struct IndexEntry: Sendable {
  /// The most references and teasers per story.
  private static let maximumLinks = (references: 2_000, teasers: 200)
  /// The length of a headline's sort key, in bytes.
  private static let keyLength = 40

  /// The story's id, and whether the story gives it itself.
  let id: StoryID
  let saysWhoItIs: Bool
  let path: String
  let place: StoryPlace
  let headline: String
  /// The headline's sort key.
  let key: String
  let teaser: String
  /// The desk; "" for none.
  let section: String
  let published: Timestamp?
  let updated: Int64?
  let words: Int
  let language: String?
  let version: Int?
  /// See `Story.print`.
  let print: Int64
  /// Its status; nil if it may be used.
  let status: String?
  let embargo: Int64?
  /// Whether it corrects an earlier version.
  let isCorrection: Bool
  let facets: [Facet]
  /// The hashes of its names, and of the names in its references; see `StoryNames`.
  let names: [Int64]
  let links: [Int64]
  let problems: [Problem]
  /// The folded words for searches.
  let foundBy: Words
  /// The sketch of its text; nil without text.
  let sketch: Sketch?
  /// A hash of everything except the place in the file: an entry with the same stamp need not be written
  /// again.
  private(set) var stamp: Int64 = 0

  /// Folded words, by column.
  struct Words: Sendable {
    var headline: [UInt8] = []
    var byline: [UInt8] = []
    var body: [UInt8] = []
    /// See `NamedWords`.
    var names: [UInt8] = []
  }

  /// The entry of a story.
  init(_ story: Story) {
    let story = story.assumingZone()
    id = story.id
    saysWhoItIs = story.identifier != nil
    path = story.path
    place = story.place
    headline = String(story.headline.prefix(1_000))
    let name = SearchText.fold(headline)
    key = name.prefix(bytes: Self.keyLength)
    teaser = String(story.shownTeaser.prefix(240))
    section = story.desk
    published = story.published
    updated = story.updated?.seconds
    words = story.words
    language = story.language
    version = story.wire.version
    print = story.print
    status = story.wire.status == .usable ? nil : story.wire.status.rawValue
    embargo = story.wire.embargo?.seconds
    isCorrection = story.wire.isCorrection
    let facets = StoryFacets(of: story)
    self.facets = facets.all
    names = StoryNames.hashes(of: story, headlineKey: name)
    links = Self.links(of: story)
    problems = story.problems
    foundBy = Self.words(of: story, headline: headline, names: facets.words)
    sketch = status == nil ? Sketch(of: foundBy.body, headline: foundBy.headline) : nil
    stamp = stampOfAll
  }

  /// A headline's sort key.
  static func key(of headline: String) -> String {
    SearchText.fold(headline).prefix(bytes: keyLength)
  }

  private var stampOfAll: Int64 {
    var stream = Fingerprint.Stream()
    let numbers: [Int64?] =
      [
        print, published?.seconds, published.map { Int64($0.offset) },
        published.map { Int64($0.precision.rawValue) }, published.map { Int64($0.zone.rawValue) },
      ]
      + [updated, version.map(Int64.init), embargo, Int64(words)] + names + links
    for number in numbers { withUnsafeBytes(of: number ?? .min) { stream.add($0) } }
    let texts =
      [headline, teaser, section, language ?? ""] + facets.flatMap { [$0.kind.rawValue, $0.value] }
    for text in texts + problems.map(\.reason) {
      stream.add(text.utf8)
      stream.add([0])
    }
    stream.add(foundBy.names)
    return Int64(bitPattern: stream.value.folded)
  }

  private static func links(of story: Story) -> [Int64] {
    var hashes: Set<Int64> = []
    for reference in story.references.prefix(maximumLinks.references) {
      hashes.formUnion(StoryNames.hashes(of: reference.naming, target: reference.target))
      if reference.kind == .story, reference.anchor != nil { hashes.insert(StoryNames.anchored) }
    }
    for teaser in story.teasers.prefix(maximumLinks.teasers) {
      // If the target leads nowhere, the title may.
      let named = [(teaser.naming, teaser.target ?? teaser.title), (.headline, teaser.title)]
      for (naming, target) in named {
        hashes.formUnion(StoryNames.hashes(of: naming, target: target))
      }
    }
    hashes.formUnion(Translations.claims(of: story))
    if !LocalPicture.all(of: story).isEmpty { hashes.insert(StoryNames.pictured) }
    return hashes.sorted()
  }

  private static func words(of story: Story, headline: String, names: [UInt8]) -> Words {
    var words = Words(names: names)
    SearchText.fold(headline, into: &words.headline)
    // Words that must not be shown must not be found either.
    guard story.wire.status == .usable else { return words }
    for byline in story.bylines.prefix(StoryFacets.most) {
      SearchText.fold(byline, into: &words.byline)
    }
    if let standfirst = story.standfirst { SearchText.fold(standfirst, into: &words.body) }
    for block in story.body { SearchText.fold(block.text, into: &words.body) }
    return words
  }
}

extension Reading {
  /// The entries of the stories.
  var entries: [IndexEntry] { stories.map(IndexEntry.init) }
}

/// The entries of some pieces of a file.
struct EntryReading: Sendable {
  var entries: [IndexEntry]
  var problems: [Problem]

  init(_ reading: Reading) {
    entries = reading.entries
    problems = reading.problems
  }
}

extension String {
  /// The beginning in at most `limit` bytes, without cutting a character.
  func prefix(bytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    var end = utf8.index(utf8.startIndex, offsetBy: limit)
    while String.Index(end, within: unicodeScalars) == nil { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
