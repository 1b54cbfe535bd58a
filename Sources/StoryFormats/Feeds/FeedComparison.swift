internal import Stories
internal import Words

/// Tells whether one text of an entry only says again what the other does, by their words as search knows
/// them.
struct FeedComparison {
  /// How many letters of two texts are compared at their beginning.
  private static let depth = 60
  /// The share of a text's runs of three words that the other must have.
  private static let share = 0.8
  /// How many words that are not in the text an excerpt may end with: "Continue reading", "Read more on our
  /// site".
  private static let strangeWords = 6

  /// A text as its words, each a number.
  struct Text {
    var words: [UInt64] = []
    /// How much it says, in bytes of its folded words.
    var weight = 0
    /// The first letters, without the blanks between words.
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

    /// Whether as many letters as are compared begin it.
    var hasWholeStart: Bool { start.count { $0 & 0xC0 != 0x80 } == FeedComparison.depth }

    /// Three words in a row, each as a number.
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

  /// Takes the text that may say what another does.
  init(_ text: Text, of blocks: [Block]) {
    words = Set(text.words)
    runs = Set(text.runs)
    // A dateline, a byline or a picture's caption may stand before the words that the excerpt begins with.
    starts = [text.start] + blocks.prefix(4).map { Text([$0]).start }
  }

  /// Whether the text says all that another does: it is its excerpt, cut or whole, or nothing at all.
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
