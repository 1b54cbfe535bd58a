internal import Stories

/// What a feed says of itself.
struct FeedInfo {
  /// Its title, in plain text.
  var title: String?
  /// The page it is the feed of.
  var home: String?
  /// Its own address.
  var address: String?
  /// The language of everything in it.
  var language: String?
  /// Who has the rights to everything in it.
  var rights: String?
  /// Who wrote everything in it.
  var authors: [String] = []

  /// Makes an empty one.
  init() {}

  /// What tells this feed from others: the page it belongs to, else its own address, else its title.
  var key: String? { home ?? address ?? title }
}

/// One item or entry of a feed, whatever the feed is written in.
struct FeedEntry {
  /// A date as written, and the line it stands on.
  struct WrittenDate {
    var text: String
    var line: Int?
  }

  /// A way out that the feed names beside the text.
  struct Related {
    var text: String?
    var address: String
    /// The words that announce it.
    var label: String
  }

  /// Where it begins.
  var line: Int?
  /// Its title.
  var title: FeedText?
  /// The name it goes by: guid, atom:id, id.
  var guid: String?
  /// The address of its page.
  var link: String?
  /// The whole text.
  var content: FeedText?
  /// A shorter text.
  var summary: FeedText?
  /// Texts beside those two, as they stand.
  var otherTexts: [FeedText] = []
  /// When it was published.
  var published: WrittenDate?
  /// When it was changed.
  var updated: WrittenDate?
  /// Who wrote it.
  var authors: [String] = []
  /// What it is about.
  var categories: [String] = []
  /// The part of the paper, where the feed says that one of its categories is that.
  var section: String?
  /// The fields of a story that this program wrote, as a record of JSON Lines.
  var record: String?
  /// Where it was written (PRISM's location).
  var dateline: String?
  /// Pictures, sound and film that belong to it.
  var media: [FeedMedia] = []
  /// Other pages that the feed names with it.
  var related: [Related] = []
  /// Its language, where it says so itself.
  var language: String?
  /// Who has the rights, where it says so itself.
  var rights: String?
  /// The feed it was first published in, where that is another.
  var source: String?

  /// All words in it, where it has neither title nor text.
  var words: String?
  /// Whether nothing was said at all.
  var isEmpty = false

  /// Makes an entry that says nothing yet.
  init(line: Int? = nil) {
    self.line = line
  }
}
