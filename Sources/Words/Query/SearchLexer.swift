internal import Stories

/// Splits a query into its parts, in one pass.
struct SearchLexer {
  enum Token: Hashable {
    /// A word; `isOpen` if it ends with the text, so that more of it may be typed.
    case word(String, isOpen: Bool)
    case phrase(String)
    case field(SearchField, String)
    /// A field before a parenthesis: `title:(`.
    case group(SearchField)
    case open, close, or, minus
  }

  private let text: [Unicode.Scalar]
  private let now: Timestamp
  private var at = 0
  private(set) var tokens: [Token] = []
  private(set) var notice: String?

  init(_ text: some Sequence<Unicode.Scalar>, now: Timestamp) {
    self.text = Array(text)
    self.now = now
    while at < self.text.count { next() }
  }

  private mutating func next() {
    let sign = text[at]
    if Self.isBlank(sign) {
      at += 1
    } else if sign == "(" || sign == ")" {
      tokens.append(sign == "(" ? .open : .close)
      at += 1
    } else if Self.isQuote(sign) {
      tokens.append(.phrase(quotation()))
    } else if sign == "|" {
      tokens.append(.or)
      at += 1
    } else if sign == "-", startsPart, at + 1 < text.count, !Self.isBlank(text[at + 1]), text[at + 1] != "-" {
      tokens.append(.minus)
      at += 1
    } else {
      word()
    }
  }

  private var startsPart: Bool { at == 0 || Self.isBlank(text[at - 1]) || text[at - 1] == "(" }

  /// The content of quotation marks; without a closing one, the rest of the text.
  private mutating func quotation() -> String {
    at += 1
    let start = at
    while at < text.count, !Self.isQuote(text[at]) { at += 1 }
    let content = string(start..<at)
    if at == text.count { notice = notice ?? "the quotation mark is not closed yet" }
    at += 1
    return content
  }

  private mutating func word() {
    let start = at
    while at < text.count, !Self.endsWord(text[at]) {
      if text[at] == ":", let field = SearchField(name: string(start..<at)) { return value(of: field) }
      at += 1
    }
    let word = string(start..<at)
    switch word {
    case "OR": tokens.append(.or)
    case "AND": break
    case "NOT": tokens.append(.minus)
    default:
      tokens.append(.word(word, isOpen: at == text.count))
      noticeUnknownField(in: word)
    }
  }

  /// Reads the value after `field:`.
  private mutating func value(of field: SearchField) {
    at += 1
    guard at < text.count, !Self.isBlank(text[at]) else {
      notice = notice ?? "\(field.rawValue): needs a value, such as \(field.row.example)"
      return
    }
    if text[at] == "(", field == .near {
      at += 1
      let start = at
      while at < text.count, text[at] != ")" { at += 1 }
      tokens.append(.field(field, string(start..<at)))
      at += 1
    } else if text[at] == "(" {
      tokens.append(.group(field))
    } else if Self.isQuote(text[at]) {
      let content = quotation()
      tokens.append(.field(field, field == .title || field == .near ? "\"" + content : content))
    } else {
      let start = at
      while at < text.count, !Self.endsWord(text[at]) { at += 1 }
      if field.row.values == .date { takeDate(from: start) }
      if start < at { tokens.append(.field(field, string(start..<at))) }
    }
  }

  /// Adds the further words of a date: `date:last week`, `after:2w ago`.
  private mutating func takeDate(from start: Int) {
    var next = at
    for _ in 0..<Self.mostWordsOfDate {
      let blank = next
      while next < text.count, Self.isBlank(text[next]) { next += 1 }
      let begin = next
      while next < text.count, !Self.endsWord(text[next]) { next += 1 }
      guard blank < begin, begin < next else { return }
      // A year after `2016..` is a word by itself.
      if string(start..<blank).hasSuffix("..") { return }
      if DatePeriod(string(start..<next), now: now) != nil { at = next }
    }
  }

  /// "29 march 2016..3 april 2016" has four after the first.
  private static let mostWordsOfDate = 5

  /// Notes an unknown field: `foo:bar` deserves a notice, an address or a time of day does not.
  private mutating func noticeUnknownField(in word: String) {
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let name = parts.first, (2...12).contains(name.count), !parts[1].hasPrefix("/"),
      name.unicodeScalars.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic })
    else { return }
    notice = notice ?? "there is no field “\(name):”, so “\(word.prefix(60))” is searched as words"
  }

  private func string(_ range: Range<Int>) -> String {
    var string = ""
    string.unicodeScalars.append(contentsOf: text[range])
    return string
  }

  private static func endsWord(_ sign: Unicode.Scalar) -> Bool {
    isBlank(sign) || sign == "(" || sign == ")" || isQuote(sign)
  }

  private static func isBlank(_ sign: Unicode.Scalar) -> Bool {
    sign.value <= 0x20 || sign.properties.isWhitespace
  }

  private static func isQuote(_ sign: Unicode.Scalar) -> Bool {
    sign == "\"" || sign == "“" || sign == "”" || sign == "„"
  }
}
