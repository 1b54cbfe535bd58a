/// A start tag of XML or HTML, found in bytes that may be broken.
///
/// An unclosed quote ends where it was most likely meant to, and does not swallow what follows. A quoted
/// value is examined up to the next quote of its kind, so reading all tags of a text takes at most two
/// passes.
struct MarkupTag {
  /// A name with its value; nil if there is none.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>?
  }

  /// A fault of a tag that may lose something.
  enum Fault: String {
    case openQuote = "a quotation mark in a tag is never closed"
    case noEnd = "a tag is never closed"
    case tooMany = "an element has more than 256 attributes; the others are left out"
    case strangeSigns = "a tag contains characters that are not an attribute"
  }

  /// The most attributes to keep; parsers compare each with all before it.
  static let maximumAttributes = 256

  /// The range of its name.
  private(set) var name: Range<Int>
  private(set) var attributes: [Attribute] = []
  /// The end of the tag.
  private(set) var end: Int
  /// Whether it ends in "/>".
  private(set) var isEmpty = false
  /// Its first fault.
  private(set) var fault: Fault?
  /// How far the text was examined, which may be beyond the tag.
  private(set) var reach: Int

  /// Reads a tag.
  ///
  /// - Parameters:
  ///   - start: the index of its "<".
  ///   - slashEndsValue: whether the "/" of `<a href=x/>` closes the element (XML) or belongs to the value
  ///     (HTML).
  ///   - isOpen: whether an element of that name is open; its end tag can't be inside a value.
  init(
    in bytes: [UInt8], at start: Int, slashEndsValue: Bool,
    isOpen: (ArraySlice<UInt8>) -> Bool = { _ in false }
  ) {
    let nameEnd = bytes[(start + 1)...].firstIndex(where: Self.endsName) ?? bytes.endIndex
    name = (start + 1)..<nameEnd
    reach = nameEnd
    var at = nameEnd
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: ">") {
        end = at + 1
        return
      }
      if byte == UInt8(ascii: "<") {
        // The next tag begins, so this one must end here.
        fault = fault ?? .noEnd
        end = at
        return
      }
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        if byte > 0x20 { isEmpty = true }
        at += 1
        continue
      }
      isEmpty = false
      let begin = at
      while at < bytes.count, !Self.endsName(bytes[at]), bytes[at] != UInt8(ascii: "=") { at += 1 }
      var attribute = Attribute(name: begin..<at, value: nil)
      var next = at
      while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
      if next < bytes.count, bytes[next] == UInt8(ascii: "=") {
        next += 1
        while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
        at = next
        let value = Self.value(in: bytes, at: next, slashEndsValue: slashEndsValue, isOpen: isOpen)
        attribute.value = value.range
        at = value.end
        reach = max(reach, value.reach)
        if value.isOpen { fault = fault ?? .openQuote }
      }
      if attribute.name.isEmpty || bytes[begin] == UInt8(ascii: "\"") || bytes[begin] == UInt8(ascii: "'") {
        fault = fault ?? .strangeSigns
      } else if attributes.count < Self.maximumAttributes {
        attributes.append(attribute)
      } else {
        fault = fault ?? .tooMany
      }
    }
    fault = fault ?? .noEnd
    end = bytes.count
  }

  /// Whether a byte ends the name of an element or an attribute.
  static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "<")
  }

  private static func value(
    in bytes: [UInt8], at start: Int, slashEndsValue: Bool, isOpen: (ArraySlice<UInt8>) -> Bool
  ) -> (range: Range<Int>, end: Int, isOpen: Bool, reach: Int) {
    guard start < bytes.count else { return (start..<start, start, false, start) }
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      var end = start
      while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"),
        bytes[end] != UInt8(ascii: "<")
      {
        end += 1
      }
      if slashEndsValue, end > start, end < bytes.count, bytes[end] == UInt8(ascii: ">"),
        bytes[end - 1] == UInt8(ascii: "/")
      {
        end -= 1
      }
      return (start..<end, end, false, end)
    }
    let close = bytes[(start + 1)...].firstIndex(of: quote)
    if let close, closes(quoted: (start + 1)..<close, in: bytes, isOpen: isOpen) {
      return ((start + 1)..<close, close + 1, false, close)
    }
    // An unclosed value ends before the next attribute, or at the end of the tag or line.
    var end = start + 1
    while end < bytes.count, !endsOpenValue(bytes[end]) { end += 1 }
    if let name = nameBefore(equals: end, in: bytes, from: start + 1) { end = name }
    if end > start + 1, end < bytes.count, bytes[end] == UInt8(ascii: ">"),
      bytes[end - 1] == UInt8(ascii: "/")
    {
      end -= 1
    }
    return ((start + 1)..<end, end, true, close ?? bytes.count)
  }

  private static func endsOpenValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") || byte == 0x0A || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "'")
  }

  /// Whether the quote after a value closes it; otherwise it belongs to another value.
  private static func closes(
    quoted value: Range<Int>, in bytes: [UInt8], isOpen: (ArraySlice<UInt8>) -> Bool
  ) -> Bool {
    let next = value.upperBound + 1
    let isFollowedWell = next >= bytes.count || endsName(bytes[next]) || bytes[next] == UInt8(ascii: "?")
    // `url="a.mp3 type="audio/mpeg"`: the quote belongs to the next attribute.
    if !isFollowedWell, nameBefore(equals: value.upperBound, in: bytes, from: value.lowerBound) != nil {
      return false
    }
    guard let angle = bytes[value].firstIndex(of: UInt8(ascii: "<")) else { return true }
    // XML forbids "<" in a value; after one, the quote may belong to a text far behind.
    if !isFollowedWell || !goesOn(in: bytes, at: next) { return false }
    var at = angle
    while let start = bytes[at..<value.upperBound].firstIndex(of: UInt8(ascii: "<")) {
      at = start + 1
      if at < value.upperBound, bytes[at] == UInt8(ascii: "/") {
        let name = bytes[(at + 1)..<value.upperBound].prefix { !endsName($0) }
        if isOpen(name) { return false }
      }
    }
    return true
  }

  /// Whether the rest of a tag follows a value: its end, or an attribute.
  private static func goesOn(in bytes: [UInt8], at start: Int) -> Bool {
    var at = start
    while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: "/") { at += 1 }
    guard at < bytes.count else { return false }
    if bytes[at] == UInt8(ascii: ">") { return true }
    let name = bytes[at...].prefix(100).prefix { !endsName($0) && $0 != UInt8(ascii: "=") }
    guard !name.isEmpty, let next = bytes[name.endIndex...].first(where: { $0 > 0x20 }) else { return false }
    return next == UInt8(ascii: "=")
  }

  /// The start of ` name=` before an index, including its spaces; nil if there is none.
  private static func nameBefore(equals place: Int, in bytes: [UInt8], from start: Int) -> Int? {
    var at = place
    while at > start, bytes[at - 1] <= 0x20 { at -= 1 }
    guard at > start, bytes[at - 1] == UInt8(ascii: "=") else { return nil }
    at -= 1
    while at > start, bytes[at - 1] <= 0x20 { at -= 1 }
    let nameEnd = at
    while at > start, XMLNames.isPart(bytes[at - 1]) { at -= 1 }
    guard at < nameEnd, at > start, bytes[at - 1] <= 0x20 else { return nil }
    while at > start, bytes[at - 1] <= 0x20 { at -= 1 }
    return at
  }
}

/// Names of elements and attributes (XML 1.0, section 2.3); everything beyond ASCII counts as a letter.
enum XMLNames {
  static func mayStart(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte >= 0x80
  }

  static func isPart(_ byte: UInt8) -> Bool {
    mayStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first.map(mayStart) == true && bytes.allSatisfy(isPart)
  }
}
