internal import Stories

/// What a feed says about itself.
struct FeedInfo {
  /// Its title, in plain text.
  var title: String?
  /// The address of the page it belongs to.
  var home: String?
  /// Its own address.
  var address: String?
  /// The language of all its entries.
  var language: String?
  /// Who owns the rights to all its entries.
  var rights: String?
  /// The authors of all its entries.
  var authors: [String] = []

  /// Makes an empty description.
  init() {}

  /// What distinguishes this feed from others: its page's address, else its own address, else its title.
  var key: String? { home ?? address ?? title }
}

/// One item or entry of a feed, in any format.
struct FeedEntry {
  /// A date as written, and its line.
  struct WrittenDate {
    var text: String
    var line: Int?
  }

  /// A link that the feed gives besides the text.
  struct Related {
    var text: String?
    var address: String
    /// The words that announce it.
    var label: String
  }

  /// The most languages of an entry's page.
  static let mostLanguages = 200

  /// The line on which it begins.
  var line: Int?
  /// Its title.
  var title: FeedText?
  /// Its identifier: guid, atom:id, id.
  var guid: String?
  /// The address of its page.
  var link: String?
  /// The whole text.
  var content: FeedText?
  /// A shorter text.
  var summary: FeedText?
  /// Further texts, unchanged.
  var otherTexts: [FeedText] = []
  /// When it was published.
  var published: WrittenDate?
  /// When it was last changed.
  var updated: WrittenDate?
  /// Its authors.
  var authors: [String] = []
  /// Its subjects.
  var categories: [String] = []
  /// Its desk, if the feed marks one of its categories as that.
  var section: String?
  /// The fields of a story that newsroom exported, as a JSON Lines record.
  var record: String?
  /// Where it was written (PRISM's location).
  var dateline: String?
  /// Its pictures, sounds and films.
  var media: [FeedMedia] = []
  /// Related pages that the feed names.
  var related: [Related] = []
  /// Its page in other languages, with the language of each as written.
  var translations: [(language: String, address: String)] = []
  /// Its language, if it declares one itself.
  var language: String?
  /// Who owns its rights, if it says so itself.
  var rights: String?
  /// The feed that first published it, if that is another one.
  var source: String?

  /// All its words, if it has neither title nor text.
  var words: String?
  /// Whether it says nothing at all.
  var isEmpty = false

  /// Makes an empty entry.
  init(line: Int? = nil) {
    self.line = line
  }
}
