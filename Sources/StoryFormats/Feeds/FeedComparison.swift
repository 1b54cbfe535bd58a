internal import Stories
internal import Words

/// Tells whether one text of an entry only repeats another, by their folded words.
struct FeedComparison {
  /// How many letters at the start of two texts to compare.
  private static let depth = 60
  /// The fraction of a text's three-word runs that the other must contain.
  private static let share = 0.8
  /// How many foreign words may end an excerpt: "Continue reading", "Read more on our site".
  private static let strangeWords = 6

  /// A text as a list of word numbers.
  struct Text {
    var words: [UInt64] = []
    /// The length of its folded words in bytes.
    var weight = 0
    /// The first letters, without spaces.
    var start: [UInt8] = []

    init(_ blocks: some Sequence<Block>) {
      var folded: [UInt8] = []
      for block in blocks { SearchText.fold(block.text, into: &folded) }
      var letters = 0
      for word in folded.split(separator: 0x20) {
        words.append(Fingerprint(of: word).folded)
        weight += word.count
        guard letters < FeedComparison.depth else { continue }
        for byte in word {
          if byte & 0xC0 != 0x80 { letters += 1 }
          if letters > FeedComparison.depth { break }
          start.append(byte)
        }
      }
    }

    /// Whether it is long enough for a full comparison of starts.
    var hasWholeStart: Bool { start.count { $0 & 0xC0 != 0x80 } == FeedComparison.depth }

    /// Runs of three words, each as a number.
    var runs: [UInt64] {
      guard words.count >= 3 else { return [] }
      return (0..<(words.count - 2)).map { (place: Int) -> UInt64 in
        let pair: UInt64 = words[place] &* 31 &+ words[place + 1]
        return pair &* 31 &+ words[place + 2]
      }
    }
  }

  private let words: Set<UInt64>
  private let runs: Set<UInt64>
  private let starts: [[UInt8]]

  /// Makes a comparison with the text that may contain others.
  init(_ text: Text, of blocks: [Block]) {
    words = Set(text.words)
    runs = Set(text.runs)
    // A dateline, a byline or a caption may come before the words with which the excerpt begins.
    starts = [text.start] + blocks.prefix(4).map { Text([$0]).start }
  }

  /// Whether the text contains everything that another says: the other is an excerpt, or empty.
  func says(_ text: Text) -> Bool {
    let own = text.runs
    guard !own.isEmpty else { return text.words.isEmpty || starts[0].starts(with: text.start) }
    let strange = text.words.count { !words.contains($0) }
    let known = own.count { runs.contains($0) }
    if Double(known) >= Self.share * Double(own.count),
      strange <= max(Self.strangeWords, text.words.count / 10)
    {
      return true
    }
    return strange <= Self.strangeWords
      && starts.indices.contains { index in
        (index == 0 || text.hasWholeStart) && starts[index].starts(with: text.start)
      }
  }
}
