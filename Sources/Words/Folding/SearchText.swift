/// Text as the search index stores it: words of plain letters, separated by single spaces.
///
/// Index and query use the same function, so "Malmö" matches "malmo" and "Ærø" matches "aero". The result
/// contains only the letters a–z, digits, spaces and bytes from 0x80, and folding it again changes nothing:
/// the `ascii` tokenizer of FTS5 splits it into exactly these words.
///
/// - Case, accents and other marks are dropped; ø ł ß æ become o l ss ae; wide and narrow forms become the
///   usual ones.
/// - An apostrophe between letters is dropped (`can't` is `cant`), but after an elided article it separates
///   (`l'eau`: `l`, `eau`).
/// - Signs that group the digits of a number are dropped: `10,000`, `10.000` and `10 000` with a no-break
///   space are `10000`.
/// - Each character of Han, kana, Hangul, Thai, Lao, Khmer and Burmese is a word, so any run of them is a
///   phrase.
public enum SearchText {
  /// The longest word in bytes; the rest is cut off, in the index and in the query.
  public static let wordLimit = 64

  /// Appends the folded text, after a space if `bytes` is not empty.
  public static func fold(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { fold($0, into: &bytes) }
  }

  /// Appends folded UTF-8; bytes that are not UTF-8 separate words.
  public static func fold(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    var sink = NoTokens()
    run(text, into: &bytes, &sink)
  }

  /// The folded text.
  public static func fold(_ text: String) -> String {
    var bytes: [UInt8] = []
    fold(text, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The folded words.
  public static func words(_ text: String) -> [String] {
    fold(text).utf8.split(separator: 0x20).map { String($0) ?? "" }
  }

  /// The folded text, with the place of each word in the original, for showing matches.
  public static func tokens(_ text: String) -> FoldedText {
    var (text, bytes, sink) = (text, [UInt8](), TokenList())
    text.withUTF8 { run($0, into: &bytes, &sink) }
    return FoldedText(bytes: bytes, tokens: sink.tokens)
  }

  /// Appends folded UTF-8, and reports every word to the sink.
  static func run<Sink: TokenSink>(
    _ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8], _ sink: inout Sink
  ) {
    let before = bytes.count
    // No letter more than doubles its bytes, including the space before it; the generator of the table checks
    // that.
    bytes.append(contentsOf: repeatElement(0, count: 2 * text.count + 2))
    let end = bytes.withUnsafeMutableBufferPointer { out in
      TextFolder.ascii.withUnsafeBufferPointer { ascii in
        var folder = TextFolder(text: text, out: out, at: before, ascii: ascii)
        return folder.run(&sink)
      }
    }
    bytes.removeLast(bytes.count - end)
  }
}

/// Folded text whose words know their place in the original.
public struct FoldedText: Sendable {
  /// A word.
  public struct Token: Hashable, Sendable {
    /// Its bytes in `FoldedText.bytes`.
    public var folded: Range<Int>
    /// The UTF-8 bytes of the original text that it was made from.
    public var source: Range<Int>
  }

  /// The folded text.
  public var bytes: [UInt8]
  /// Its words, in order.
  public var tokens: [Token]

  /// A word's letters.
  public subscript(token: Token) -> ArraySlice<UInt8> { bytes[token.folded] }
}

/// Receives the words as they are folded.
protocol TokenSink {
  /// Receives a word.
  ///
  /// - Parameters:
  ///   - folded: the word's bytes in the output.
  ///   - source: the bytes it was made from.
  ///   - bytes: the output.
  mutating func word(folded: Range<Int>, source: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>)
}

/// Ignores all words, at no cost.
private struct NoTokens: TokenSink {
  func word(folded: Range<Int>, source: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {}
}

private struct TokenList: TokenSink {
  var tokens: [FoldedText.Token] = []

  mutating func word(folded: Range<Int>, source: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    tokens.append(FoldedText.Token(folded: folded, source: source))
  }
}
