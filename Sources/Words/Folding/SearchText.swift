/// Text as search knows it: words of plain letters, one blank between them.
///
/// The index and the query go through the same function, so that "Malmö" and "malmo", "Ærø" and "aero" meet. What it gives
/// holds nothing but the letters a–z, digits, blanks and bytes from 0x80 on, and folding it again changes nothing:
/// the `ascii` tokenizer of FTS5 makes of it exactly these words.
///
/// - Case, accents and other marks go; ø ł ß æ become o l ss ae; wide and narrow forms become the usual ones.
/// - An apostrophe between letters goes (`can't` is `cant`), but after an elided article it parts (`l'eau`: `l`, `eau`).
/// - Signs that group the digits of a number go: `10,000`, `10.000` and `10 000` with a hard blank are `10000`.
/// - Each character of Han, kana, Hangul, Thai, Lao, Khmer and Burmese is a word, so that any run of them is a phrase.
public enum SearchText {
  /// The most bytes a word has; what is longer is cut there, in the index and in the query.
  public static let wordLimit = 64

  /// Appends the folded text, after a blank when something stands before it.
  public static func fold(_ text: String, into bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { fold($0, into: &bytes) }
  }

  /// Appends what UTF-8 folds to; bytes that are not UTF-8 part words.
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

  /// The folded text and where each of its words stands in the text it came from, for showing matches.
  public static func tokens(_ text: String) -> FoldedText {
    var (text, bytes, sink) = (text, [UInt8](), TokenList())
    text.withUTF8 { run($0, into: &bytes, &sink) }
    return FoldedText(bytes: bytes, tokens: sink.tokens)
  }

  /// Appends what UTF-8 folds to, and tells of every word.
  static func run<Sink: TokenSink>(
    _ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8], _ sink: inout Sink
  ) {
    let before = bytes.count
    // No letter becomes more than twice its bytes, the blank before it included: the table's maker sees to it.
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

/// Folded text whose words know where they come from.
public struct FoldedText: Sendable {
  /// A word.
  public struct Token: Hashable, Sendable {
    /// Its bytes in `FoldedText.bytes`.
    public var folded: Range<Int>
    /// The UTF-8 bytes of the original text it was made from.
    public var source: Range<Int>
  }

  /// The folded text.
  public var bytes: [UInt8]
  /// Its words, in order.
  public var tokens: [Token]

  /// A word's letters.
  public subscript(token: Token) -> ArraySlice<UInt8> { bytes[token.folded] }
}

/// What hears of the words as they are folded.
protocol TokenSink {
  /// - Parameters:
  ///   - folded: the word's bytes in what is written.
  ///   - source: the bytes it was made from.
  ///   - bytes: what is written.
  mutating func word(folded: Range<Int>, source: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>)
}

/// Hears nothing, at no cost.
private struct NoTokens: TokenSink {
  func word(folded: Range<Int>, source: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {}
}

private struct TokenList: TokenSink {
  var tokens: [FoldedText.Token] = []

  mutating func word(folded: Range<Int>, source: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    tokens.append(FoldedText.Token(folded: folded, source: source))
  }
}
