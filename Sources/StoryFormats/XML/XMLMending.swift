/// Repairs XML for a parser without DTDs, and keeps from it whatever would cost too much.
///
/// The document type is dropped; of its entities the plain text is kept; HTML's named characters become
/// characters, a lone `&` becomes text, characters forbidden in XML become U+FFFD. End tags that close
/// nothing are dropped, those that close too much also close the elements between, and unclosed quotes end
/// with their tag. Line numbers stay valid. The result is well-formed except for namespaces, because libxml2
/// drops references after the first error.
struct XMLMending {
  /// The most elements that may be open at once; of deeper ones only the text is kept.
  static let maximumDepth = 200
  /// The longest name of an element, in bytes; libxml2 refuses those of 50,000.
  private static let longestName = 200

  /// A fault by which words may be lost or misplaced.
  struct Fault {
    /// The fault, in a sentence.
    var reason: String
    /// Its line, from 1.
    var line: Int
  }

  private let bytes: [UInt8]
  private var index = 0
  /// The names of the open elements, outermost first.
  private var open: [ArraySlice<UInt8>] = []
  /// How many open elements of each name were dropped because they are too deep.
  private var tooDeep: [ArraySlice<UInt8>: Int] = [:]
  private var entities = XMLEntities()
  private var sectionEnds = ByteMark("]]>")
  private var commentEnds = ByteMark("-->")
  /// Whether the root element was opened and closed again.
  private var hasRoot = false
  private var rootIsClosed = false
  /// The mended document in UTF-8.
  private(set) var result: [UInt8] = []
  /// The first fault.
  private(set) var fault: Fault?
  /// How many bytes were examined ahead of the place being mended.
  var steps: Int { ahead + sectionEnds.steps + commentEnds.steps }
  private var ahead = 0

  /// Mends a document.
  init(_ text: String) {
    bytes = Array(text.utf8)
    result.reserveCapacity(bytes.count + bytes.count / 16)
    run()
  }

  private mutating func run() {
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "<"): markup()
      // Anything before the first tag (blank lines, a server's output) would stop the parser.
      case _ where !hasRoot: skip()
      case UInt8(ascii: "&"): reference()
      default:
        if rootIsClosed, bytes[index] > 0x20 { note("there is more after the end of the document") }
        character()
      }
    }
    if !rootIsClosed, let name = open.last {
      note("the file ends before </\(String(decoding: name, as: UTF8.self))>")
    }
    for name in open.reversed() { close(name) }
  }

  private mutating func note(_ reason: String) {
    guard fault == nil else { return }
    fault = Fault(reason: reason, line: bytes[..<min(index, bytes.count)].count { $0 == 0x0A } + 1)
  }

  // MARK: Markup

  private mutating func markup() {
    if stands("<!--") { return comment() }
    if stands("<![CDATA[") { return section() }
    // The XML declaration is dropped too: it names an encoding that no longer applies.
    if stands("<?") { return skip(through: "?>") }
    if stands("<!") { return skipDeclaration() }
    if stands("</") { return closingTag() }
    let name = bytes[(index + 1)...].prefix(Self.longestName + 1).prefix { !MarkupTag.endsName($0) }
    guard XMLNames.isName(name), name.count <= Self.longestName, !stands("//", at: name.endIndex) else {
      if hasRoot { result += "&#60;".utf8 }
      index += 1
      return
    }
    tag()
  }

  private func stands(_ text: StaticString, at place: Int? = nil) -> Bool {
    let place = place ?? index
    guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
    return text.withUTF8Buffer { expected in
      expected.indices.allSatisfy { bytes[place + $0] == expected[$0] }
    }
  }

  private mutating func skip() {
    if bytes[index] == 0x0A { result.append(0x0A) }
    index += 1
  }

  private mutating func skip(to end: Int) {
    while index < min(end, bytes.count) { skip() }
  }

  private mutating func skip(through end: StaticString) {
    while index < bytes.count, !stands(end) { skip() }
    skip(to: index + end.utf8CodeUnitCount)
  }

  /// Drops a comment; an unclosed one ends with its line.
  private mutating func comment() {
    if let end = commentEnds.next(in: bytes, from: index + 4) { return skip(to: end + 3) }
    note("a comment never ends")
    skip(to: index + 4)
  }

  /// Handles a CDATA section; an unclosed one ends with its element.
  private mutating func section() {
    let start = index + 9
    let end = sectionEnds.next(in: bytes, from: start)
    let inner = ByteMark("<![CDATA[").first(in: bytes, from: start, to: end ?? bytes.count)
    ahead += (inner ?? end ?? bytes.count) - start
    var close = end ?? bytes.count
    if end == nil || inner != nil, let name = open.last {
      // If another section begins after this element's end, this one was never closed.
      let endTag = ByteMark([UInt8(ascii: "<"), UInt8(ascii: "/")] + name)
      if let found = endTag.first(in: bytes, from: start, to: inner ?? close) {
        note("raw text (CDATA) never ends")
        close = found
      }
      ahead += min(inner ?? close, close) - start
    }
    index = start
    while index < close {
      switch bytes[index] {
      case _ where !hasRoot: skip()
      case UInt8(ascii: "<"): escape("&#60;")
      case UInt8(ascii: "&"): escape("&#38;")
      default: character()
      }
    }
    if close == end { skip(to: close + 3) }
  }

  private mutating func escape(_ reference: StaticString) {
    reference.withUTF8Buffer { result += $0 }
    index += 1
  }

  private mutating func skipDeclaration() {
    let start = index
    var declaration = XMLDeclaration()
    while index < bytes.count {
      let byte = bytes[index]
      skip()
      guard declaration.ends(with: byte) else { continue }
      if !hasRoot { entities.take(bytes[start..<index]) }
      return
    }
  }

  private mutating func tag() {
    let tag = MarkupTag(in: bytes, at: index, slashEndsValue: true) { open.contains($0) }
    ahead += tag.reach - index
    if let fault = tag.fault { note(fault.rawValue) }
    let name = bytes[tag.name]
    if rootIsClosed { note("there is more after the end of the document") }
    if self.open.count >= Self.maximumDepth {
      note("elements are nested more than \(Self.maximumDepth) levels deep")
      if !tag.isEmpty { tooDeep[name, default: 0] += 1 }
      return skip(to: tag.end)
    }
    hasRoot = true
    result.append(UInt8(ascii: "<"))
    result += name
    index = tag.name.upperBound
    var seen: Set<ArraySlice<UInt8>> = []
    for attribute in tag.attributes {
      let name = bytes[attribute.name]
      let isNew = seen.insert(name).inserted
      if !isNew {
        note("an element has the attribute “\(String(decoding: name.prefix(40), as: UTF8.self))” twice")
      }
      guard isNew, XMLNames.isName(name) else { continue }
      skipLines(to: attribute.name.lowerBound)
      result.append(0x20)
      result += name
      result += "=\"".utf8
      put(attribute.value ?? attribute.name)
      result.append(UInt8(ascii: "\""))
    }
    skipLines(to: tag.end)
    index = tag.end
    if tag.isEmpty {
      result += "/>".utf8
      rootIsClosed = self.open.isEmpty
    } else {
      result.append(UInt8(ascii: ">"))
      self.open.append(name)
    }
  }

  /// Keeps the line ends up to an index.
  private mutating func skipLines(to place: Int) {
    if index < place { skip(to: place) }
  }

  /// Writes a value, with its signs made safe.
  private mutating func put(_ value: Range<Int>) {
    index = value.lowerBound
    while index < value.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "&"): reference()
      case UInt8(ascii: "<"): escape("&#60;")
      case UInt8(ascii: "\""): escape("&#34;")
      default: character()
      }
    }
  }

  private mutating func closingTag() {
    let nameEnd = bytes[(index + 2)...].firstIndex { MarkupTag.endsName($0) } ?? bytes.endIndex
    let name = bytes[(index + 2)..<nameEnd]
    if let count = tooDeep[name], count > 0 {
      tooDeep[name] = count - 1
    } else {
      end(name)
    }
    index = nameEnd
    while index < bytes.count, bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "<") { skip() }
    if index < bytes.count, bytes[index] == UInt8(ascii: ">") { index += 1 }
  }

  /// Ends an element of that name, and what is open in it; the root ends with the file.
  private mutating func end(_ name: ArraySlice<UInt8>) {
    let place =
      open.last == name
      ? open.count - 1
      : open.lastIndex(of: name) ?? open.lastIndex { Self.isSame($0, name) }
    if place != open.count - 1 {
      let written = String(decoding: name.prefix(60), as: UTF8.self)
      note("</\(written)> does not close the element opened last")
    }
    guard let place else { return }
    for element in open[max(1, place)...].reversed() { close(element) }
    open.removeSubrange(max(1, place)...)
    if place == 0 { rootIsClosed = true }
  }

  private mutating func close(_ name: ArraySlice<UInt8>) {
    result += "</".utf8
    result += name
    result.append(UInt8(ascii: ">"))
  }

  private static func isSame(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
    one.count == other.count
      && zip(one, other).allSatisfy { $0 == $1 || ($0 ^ $1 == 0x20 && $0 | 0x20 >= 0x61) }
  }

  // MARK: Text

  private mutating func reference() {
    let end = bytes[index...].prefix(34).firstIndex(of: UInt8(ascii: ";"))
    guard let end, end > index + 1 else { return escape("&#38;") }
    let written = String(decoding: bytes[index...end], as: UTF8.self)
    guard let text = entities.text(of: written) ?? CharacterReferences.character(written) else {
      return escape("&#38;")
    }
    for scalar in text.unicodeScalars { append(scalar) }
    index = end + 1
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    // As numbers, which are read even after an error.
    case "<": result += "&#60;".utf8
    case "&": result += "&#38;".utf8
    case ">": result += "&#62;".utf8
    case "\"": result += "&#34;".utf8
    case "\t": result += "&#9;".utf8
    case "\n": result += "&#10;".utf8
    case "\r": result += "&#13;".utf8
    case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}".utf8
    case "\u{20}"...: result += String(Character(scalar)).utf8
    default: result += "\u{FFFD}".utf8
    }
  }

  private mutating func character() {
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: ">"): result += "&#62;".utf8  // "]]>" is not allowed in text.
    case 0xEF where stands("\u{FFFE}", at: index - 1) || stands("\u{FFFF}", at: index - 1):
      result += "\u{FFFD}".utf8
      index += 2
    case 0x20..., 0x09, 0x0A, 0x0D: result.append(byte)
    default: result += "\u{FFFD}".utf8
    }
  }
}
