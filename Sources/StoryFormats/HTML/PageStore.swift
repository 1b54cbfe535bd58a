internal import Glibc

/// Long texts and attribute values of a page that the parser sees as short marks in their places.
///
/// The parser reads letter by letter, and what it makes of a page depends on the tags alone: on words only in
/// that there are some. A mark is a private sign (U+F8F0 for texts, U+F8F1 for values), a number, and for texts
/// ";" and the line ends of the text, so that lines are counted right. Equal values get one mark, since the
/// parser compares them, and become one string.
struct PageStore {
  /// The parts of the page that are marked as texts, and how many line ends each has.
  private var texts: [(range: Range<Int>, lines: Int)] = []
  private var values: [String] = []
  private var places: [String: Int] = [:]
  /// Whether the page has no such signs of its own.
  private let isOpen: Bool

  private static let textSign: StaticString = "\u{F8F0}"
  private static let valueSign: StaticString = "\u{F8F1}"
  private static let signLength = 3
  /// The shortest part that is worth a mark, in bytes.
  private static let shortestText = 24
  private static let shortestValue = 12

  init(for page: UnsafeBufferPointer<UInt8>) {
    isOpen =
      ByteSearch.first(Self.textSign, in: page, from: 0) == nil
      && ByteSearch.first(Self.valueSign, in: page, from: 0) == nil
  }

  // MARK: Marking

  /// Adds text to what the parser sees, with marks for parts without character references.
  ///
  /// - Returns: how many bytes less were added.
  mutating func mark(
    _ range: Range<Int>, of page: UnsafeBufferPointer<UInt8>, in kept: inout [UInt8]
  ) -> Int {
    let before = kept.count
    var at = range.lowerBound
    while at < range.upperBound {
      let part = UnsafeBufferPointer(rebasing: page[..<range.upperBound])
      let sign = ByteSearch.first(UInt8(ascii: "&"), in: part, from: at) ?? range.upperBound
      markWords(at..<sign, of: page, in: &kept)
      // A reference ends with ";" or, without it, at the next space at the latest.
      var end = min(sign + 1, range.upperBound)
      while end < range.upperBound, page[end] > 0x20, page[end] != UInt8(ascii: ";"),
        page[end] != UInt8(ascii: "&")
      {
        end += 1
      }
      if end < range.upperBound, page[end] == UInt8(ascii: ";") { end += 1 }
      kept.append(contentsOf: UnsafeBufferPointer(rebasing: page[sign..<end]))
      at = end
    }
    return range.count - (kept.count - before)
  }

  private mutating func markWords(
    _ range: Range<Int>, of page: UnsafeBufferPointer<UInt8>, in kept: inout [UInt8]
  ) {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, page[start] <= 0x20 { start += 1 }
    while end > start, page[end - 1] <= 0x20 { end -= 1 }
    let words = UnsafeBufferPointer(rebasing: page[start..<end])
    guard isOpen, words.count >= Self.shortestText, let lines = Self.lines(inSound: words) else {
      kept.append(contentsOf: UnsafeBufferPointer(rebasing: page[range]))
      return
    }
    kept.append(contentsOf: UnsafeBufferPointer(rebasing: page[range.lowerBound..<start]))
    Self.append(Self.textSign, texts.count, to: &kept)
    kept.append(UInt8(ascii: ";"))
    kept.append(contentsOf: repeatElement(0x0A, count: lines))
    texts.append((start..<end, lines))
    kept.append(contentsOf: UnsafeBufferPointer(rebasing: page[end..<range.upperBound]))
  }

  /// Adds a mark for an attribute's value with its quotes; false if it has to be added as it is.
  mutating func mark(value: UnsafeBufferPointer<UInt8>, in kept: inout [UInt8]) -> Bool {
    var words = value[...]
    let quote = words.first.flatMap { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") ? $0 : nil }
    if let quote {
      guard words.count > 1, words.last == quote else { return false }
      words = words.dropFirst().dropLast()
    }
    let inside = UnsafeBufferPointer(rebasing: words)
    guard isOpen, inside.count >= Self.shortestValue, Self.lines(inSound: inside) == 0,
      ByteSearch.first(UInt8(ascii: "&"), in: inside, from: 0) == nil
    else { return false }
    let text = String(decoding: inside, as: UTF8.self)
    let place = places[text] ?? values.count
    if place == values.count {
      places[text] = place
      values.append(text)
    }
    if let quote { kept.append(quote) }
    Self.append(Self.valueSign, place, to: &kept)
    if let quote { kept.append(quote) }
    return true
  }

  private static func append(_ sign: StaticString, _ number: Int, to kept: inout [UInt8]) {
    kept.append(contentsOf: UnsafeBufferPointer(start: sign.utf8Start, count: signLength))
    kept.append(contentsOf: String(number).utf8)
  }

  /// How many line ends a text has; nil if the parser would change it: control characters and U+FFFE and its
  /// like.
  private static func lines(inSound words: UnsafeBufferPointer<UInt8>) -> Int? {
    var lines = 0
    for (place, byte) in words.enumerated() {
      if byte >= 0x20, byte < 0x7F { continue }
      func next(_ step: Int) -> UInt8 { place + step < words.count ? words[place + step] : 0 }
      switch byte {
      case 0x0A: lines += 1
      case 0x09, 0x0C, 0x80...0xBF: break
      case 0x00...0x1F, 0x7F: return nil
      case 0xC2: if next(1) < 0xA0 { return nil }
      case 0xEF: if next(1) == 0xB7 || next(1) == 0xBF { return nil }
      case 0xF0...0xFF: if next(2) == 0xBF { return nil }
      default: break
      }
    }
    return lines
  }

  // MARK: Reading marks

  /// What a text of the parser stands for.
  ///
  /// Where tags are so broken that the parser takes them for text, marks of values are in it too.
  func text(_ seen: UnsafePointer<CChar>, of page: UnsafeBufferPointer<UInt8>) -> String {
    expanded(Self.bytes(seen), of: page)
  }

  /// What an attribute's value stands for.
  func value(_ seen: UnsafePointer<CChar>, of page: UnsafeBufferPointer<UInt8>) -> String {
    let bytes = Self.bytes(seen)
    if !values.isEmpty, ByteSearch.stands(Self.valueSign, in: bytes, at: 0) {
      let (number, end) = Self.number(in: bytes, after: 0)
      if end == bytes.count, values.indices.contains(number) { return values[number] }
    }
    return expanded(bytes, of: page)
  }

  private func expanded(_ bytes: UnsafeBufferPointer<UInt8>, of page: UnsafeBufferPointer<UInt8>) -> String {
    var whole: [UInt8] = []
    var (at, kept) = (0, 0)
    while let mark = isOpen ? ByteSearch.first(UInt8(0xEF), in: bytes, from: at) : nil {
      at = mark + 1
      let isText = ByteSearch.stands(Self.textSign, in: bytes, at: mark)
      guard isText || ByteSearch.stands(Self.valueSign, in: bytes, at: mark) else { continue }
      let (number, end) = Self.number(in: bytes, after: mark)
      guard isText ? texts.indices.contains(number) : values.indices.contains(number) else { continue }
      whole.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[kept..<mark]))
      if isText {
        whole.append(contentsOf: UnsafeBufferPointer(rebasing: page[texts[number].range]))
        at = min(end + 1 + texts[number].lines, bytes.count)
      } else {
        whole.append(contentsOf: values[number].utf8)
        at = end
      }
      kept = at
    }
    if kept == 0 { return String(decoding: bytes, as: UTF8.self) }
    whole.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[kept...]))
    return String(decoding: whole, as: UTF8.self)
  }

  private static func bytes(_ seen: UnsafePointer<CChar>) -> UnsafeBufferPointer<UInt8> {
    let length = strlen(seen)
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(seen).assumingMemoryBound(to: UInt8.self), count: length)
  }

  /// The number of a mark, and where it ends.
  private static func number(in bytes: UnsafeBufferPointer<UInt8>, after mark: Int) -> (number: Int, end: Int)
  {
    var at = mark + signLength
    var number = 0
    while at < bytes.count, (0x30...0x39).contains(bytes[at]), number < 1 << 32 {
      number = number * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return (number, at)
  }
}
