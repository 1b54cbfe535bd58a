/// Words that the reader kept of a story, and the reader's note to them.
public struct Clip: Hashable, Sendable {
  /// The longest words and the longest note, in characters.
  public static let (longestWords, longestNote) = (20_000, 4_000)

  /// The words, with blank lines between paragraphs.
  public var words: String
  /// The note; empty if there is none.
  public var note: String
  /// When they were kept, in seconds since 1970; nil if the file does not say.
  public var kept: Int64?
  /// How far down the text they stood, from 0 to 1.
  public var share: Double

  /// Makes a clip.
  public init(words: String, note: String = "", kept: Int64? = nil, share: Double = 0) {
    (self.words, self.note) = (String(words.prefix(Self.longestWords)), note)
    (self.kept, self.share) = (kept, share)
  }

  /// Where the words are in the story.
  public var place: ReadingPlace {
    ReadingPlace(
      share: share, words: String(words.lazy.filter { !$0.isWhitespace }.prefix(ReadingPlace.length)))
  }

  /// Whether a text has the words; spaces and line breaks are not compared.
  public func isIn(_ text: String) -> Bool { isIn(letters: Self.letters(of: text)) }

  /// What is compared of a text: the bytes of all but white space.
  public static func letters(of text: String) -> [UInt8] { Array(text.filter { !$0.isWhitespace }.utf8) }

  /// Whether the words are among the letters of a text, in time that grows with both.
  ///
  /// Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977.
  public func isIn(letters text: [UInt8]) -> Bool {
    let wanted = Self.letters(of: words)
    guard !wanted.isEmpty else { return true }
    // How much of the beginning is also the end of the letters before each.
    var borders = [0]
    var matched = 0
    for letter in wanted.dropFirst() {
      while matched > 0, wanted[matched] != letter { matched = borders[matched - 1] }
      if wanted[matched] == letter { matched += 1 }
      borders.append(matched)
    }
    matched = 0
    for letter in text {
      while matched > 0, wanted[matched] != letter { matched = borders[matched - 1] }
      if wanted[matched] == letter { matched += 1 }
      if matched == wanted.count { return true }
    }
    return false
  }
}

/// What a clipping says of its story.
public struct ClipSource: Hashable, Sendable {
  /// The story.
  public var id: StoryID
  /// The directory of its library, and its file in there.
  public var (library, path) = ("", "")
  /// Its headline.
  public var headline: String
  /// Its writers.
  public var authors: [String] = []
  /// The paper, feed or agency it is from.
  public var source: String?
  /// The date, as precise as the story says: 2016-03-29.
  public var published: String?
  /// The agency's number of the version.
  public var version: Int?
  /// Its address.
  public var url: String?

  /// Names a story.
  public init(id: StoryID, headline: String) {
    (self.id, self.headline) = (id, headline)
  }

  /// What a story says of itself.
  public init(of story: Story, in library: String, source: String?) {
    self.init(id: story.id, headline: story.headline)
    (self.library, path, authors) = (library, story.path, story.bylines)
    self.source = story.wire.provider ?? source
    (version, url) = (story.wire.version, story.url)
  }
}

/// A clipping in a list.
public struct Clipping: Hashable, Sendable {
  /// What it says of its story.
  public var source: ClipSource
  /// Its words and note.
  public var clip: Clip
  /// The story's row; nil if it is no longer in the library.
  public var listing: Listing?
  /// Whether the story still has its words.
  public var isInStory: Bool

  /// Makes one.
  public init(_ source: ClipSource, _ clip: Clip, listing: Listing?, isInStory: Bool) {
    (self.source, self.clip, self.listing, self.isInStory) = (source, clip, listing, isInStory)
  }
}
