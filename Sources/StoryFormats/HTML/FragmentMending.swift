/// Keeps an HTML fragment from losing what follows its mistakes.
///
/// Pages are read as browsers read them, but fragments in feeds, records and newsletters were written by
/// programs that know XML, or cut out of a page. So `<iframe/>` is an empty element, an unclosed `<object>`
/// or `<figure>` does not contain the rest, an unclosed quote ends with its tag, an unclosed comment is text,
/// and `<T>` is no element: a name unknown to HTML is one only if it is closed or has attributes.
struct FragmentMending {
  private let bytes: [UInt8]
  private var edits: [(range: Range<Int>, text: [UInt8])] = []
  private var waiting: [String: [Open]] = [:]
  private var ends: [String: ByteMark] = [:]
  /// Whether there are any tags.
  private(set) var hasTags = false
  /// How many bytes were examined ahead of the place being read.
  private(set) var steps = 0

  /// A start tag whose end has not been found yet.
  private struct Open {
    var start: Int
    var end: Int
    /// Whether it counts as an element only if it is closed.
    var mayBeText: Bool
  }

  /// The mended fragment.
  static func mended(_ html: String) -> String {
    guard html.utf8.contains(UInt8(ascii: "<")) else { return html }
    let mending = FragmentMending(html)
    return mending.edits.isEmpty ? html : mending.result
  }

  init(_ html: String) {
    bytes = Array(html.utf8)
    var comments = ByteMark("-->")
    var sections = ByteMark("]]>")
    var at = 0
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      at = start + 1
      let rest = bytes[start...]
      if rest.starts(with: "<!--".utf8) {
        if let end = comments.next(in: bytes, from: start + 4) {
          at = end + 3
        } else {
          edits.append((start..<(start + 4), []))
        }
      } else if rest.starts(with: "<![CDATA[".utf8) {
        // A CDATA section that was encoded once more: drop its marks; its content is HTML.
        hasTags = true
        edits.append((start..<(start + 9), []))
        if let end = sections.next(in: bytes, from: start + 9) { edits.append((end..<(end + 3), [])) }
      } else if let next = rest.dropFirst().first {
        if next == UInt8(ascii: "/") {
          at = closeTag(at: start)
        } else if next | 0x20 >= 0x61, next | 0x20 <= 0x7A {
          at = startTag(at: start)
        }
      }
    }
    for (name, left) in waiting {
      for open in left { leftOpen(name, open) }
    }
    steps += comments.steps + sections.steps + ends.values.reduce(0) { $0 + $1.steps }
  }

  private var result: String {
    var mended: [UInt8] = []
    mended.reserveCapacity(bytes.count + edits.count * 8)
    var at = 0
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    })
    where edit.range.lowerBound >= at {
      mended += bytes[at..<edit.range.lowerBound]
      mended += edit.text
      at = edit.range.upperBound
    }
    return String(decoding: mended + bytes[at...], as: UTF8.self)
  }

  // MARK: Tags

  private mutating func startTag(at start: Int) -> Int {
    let tag = MarkupTag(in: bytes, at: start, slashEndsValue: false)
    steps += tag.reach - start
    let name = Self.name(bytes[tag.name])
    let hasValue = tag.attributes.contains { $0.value != nil }
    let isKnown = Self.isKnown(name) || name.contains("-") || name.contains(":")
    // "<your name here>", "<i think>", and "a <b" at the end.
    let mayBeText =
      !XMLNames.isName(bytes[tag.name]) || bytes[tag.name.upperBound...].starts(with: "//".utf8)
      || (!hasValue && tag.end == bytes.count && tag.fault == .noEnd)
      || (!hasValue && !tag.isEmpty && (!isKnown || (name.utf8.count == 1 && !tag.attributes.isEmpty)))
    if mayBeText {
      // Removed again if it is closed.
      waiting[name, default: []].append(Open(start: start, end: tag.end, mayBeText: true))
      return tag.name.upperBound
    }
    hasTags = true
    if Self.isTransparent(name) {
      edits.append((start..<tag.end, []))
      return tag.end
    }
    if tag.fault == .openQuote || tag.fault == .noEnd { rewrite(tag, at: start) }
    if Elements.kind(of: name).contains(.void) { return tag.end }
    if tag.isEmpty {
      insertEnd(of: name, at: tag.end)
    } else if Elements.kind(of: name).contains(.raw) {
      return rawText(of: name, hasSource: hasValue, tag: tag)
    } else if Self.swallowing.contains(name) {
      waiting[name, default: []].append(Open(start: start, end: tag.end, mayBeText: false))
    }
    return tag.end
  }

  private mutating func closeTag(at start: Int) -> Int {
    let nameEnd = bytes[(start + 2)...].firstIndex(where: MarkupTag.endsName) ?? bytes.endIndex
    let name = Self.name(bytes[(start + 2)..<nameEnd])
    if Self.isKnown(name) { hasTags = true }
    let open = waiting[name]?.popLast()
    if Self.isTransparent(name), open != nil || Self.isKnown(name) || name.contains(":") {
      let end = bytes[nameEnd...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
      edits.append((start..<end, []))
      if let open { edits.append((open.start..<open.end, [])) }
    }
    guard let open else { return nameEnd }
    hasTags = true
    if name == "figure" || name == "select" {
      // Its end also closes elements that occur only inside it.
      let inner = name == "figure" ? "figcaption" : "option"
      while let last = waiting[inner]?.last, last.start > open.start { waiting[inner]?.removeLast() }
    }
    return nameEnd
  }

  /// Skips raw text up to its end tag; without one, the start tag was not meant.
  private mutating func rawText(of name: String, hasSource: Bool, tag: MarkupTag) -> Int {
    var mark = ends[name] ?? ByteMark("</" + name, ignoresCase: true)
    let end = mark.next(in: bytes, from: tag.end)
    ends[name] = mark
    guard let end else {
      insertEnd(of: name, at: tag.end)
      return tag.end
    }
    // Embedded content has no text: if the next one begins inside it, it was not closed.
    let next =
      hasSource ? ByteMark("<" + name, ignoresCase: true).first(in: bytes, from: tag.end, to: end) : nil
    if hasSource { steps += (next ?? end) - tag.end }
    let isNext = next != nil
    if isNext { insertEnd(of: name, at: tag.end) }
    return isNext ? tag.end : end
  }

  /// Handles a tag that was never closed: as text, or as an empty element.
  private mutating func leftOpen(_ name: String, _ open: Open) {
    if open.mayBeText {
      edits.append((open.start..<(open.start + 1), Array("&lt;".utf8)))
    } else {
      insertEnd(of: name, at: open.end)
    }
  }

  private mutating func insertEnd(of name: String, at place: Int) {
    edits.append((place..<place, Array("</\(name)>".utf8)))
  }

  private mutating func rewrite(_ tag: MarkupTag, at start: Int) {
    var text = Array("<".utf8) + bytes[tag.name]
    for attribute in tag.attributes {
      text.append(0x20)
      text += bytes[attribute.name]
      guard let value = attribute.value else { continue }
      text += "=\"".utf8
      for byte in bytes[value] { text += byte == UInt8(ascii: "\"") ? Array("&quot;".utf8) : [byte] }
      text.append(UInt8(ascii: "\""))
    }
    edits.append((start..<tag.end, text + [UInt8(ascii: ">")]))
  }

  /// Whether an element only contains others: unknown ones, and a few known ones.
  private static func isTransparent(_ name: String) -> Bool {
    (!isKnown(name) && !name.contains("-")) || transparent.contains(name)
  }

  private static func isKnown(_ name: String) -> Bool { Elements.kind(of: name).contains(.known) }

  private static func name(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.prefix(40), as: UTF8.self).lowercased()
  }

  // MARK: Elements

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }

  /// Elements that only contain others, in a fragment that is all story.
  private static let transparent = words(
    "basefont blink canvas form map marquee multicol nav nextid nobr slot spacer")
  /// Elements that are not read, or only for a caption.
  private static let swallowing = words(
    """
    applet audio button canvas figcaption figure form frameset head map math nav noscript object option
    picture select svg template video
    """)
}
