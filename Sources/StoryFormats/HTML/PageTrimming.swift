internal import Glibc

/// Removes from a page's bytes what would cost the parser much and tell nothing.
///
/// It drops comments, scripts except JSON-LD, styles, drawings, attributes for scripts, attribute values as
/// long as base 64 pictures, and the indentation of tags; of tags that are nested too deep or too many, only
/// the text stays. All line ends stay, so line numbers remain valid. One pass with counted bounds: it takes as
/// long as reading the bytes.
struct PageTrimming {
  /// The most elements that may be open at once; gumbo frees its tree by recursion.
  static let maximumDepth = 512
  /// The most formatting elements (`b`, `font` …) that may be open at once: the parser reopens all of them in
  /// each paragraph.
  static let maximumFormatting = 48
  /// The most formatting elements, summed over all tags, that the parser may have to reopen.
  static let maximumReopened = 2_000_000
  /// The most attributes of one element; gumbo compares each with all before it.
  static let maximumAttributes = 128
  /// The longest value of an attribute, in bytes; longer ones are pictures and programs.
  static let maximumValue = 16_384
  /// The most tags; the page is cut after them.
  ///
  /// The largest stories have about ten thousand.
  static let maximumTags = 400_000

  /// The most bytes of a page to keep; a book has one or two million.
  static let maximumKept = 12_000_000

  /// The kept part of the page.
  private(set) var kept: [UInt8] = []
  /// The texts and values that have marks in it.
  private(set) var store: PageStore
  /// How many bytes shorter it is by marks.
  private var spared = 0
  /// Whether the page was cut at `maximumTags`, `maximumReopened` or `maximumKept`.
  private(set) var isCut = false

  private var open: [Open] = []
  private var formatting = 0
  /// How many elements are open in which every space counts.
  private var spaced = 0
  private var reopened = 0
  private var tags = 0
  private var mathDepth = 0
  private var hasNoMoreDrawings = false

  private static let form = Name("form").bytes
  private static let script = Name("script").bytes
  private static let title = Name("title").bytes
  private static let svg = Name("svg").bytes
  private static let math = Name("math").bytes

  /// Trims a page in UTF-8.
  init(_ page: UnsafeBufferPointer<UInt8>) {
    store = PageStore(for: page)
    kept.reserveCapacity(min(page.count, 4_000_000))
    var at = 0
    while at < page.count {
      guard let start = Self.find(UInt8(ascii: "<"), in: page, from: at) else {
        keepText(page, at..<page.count)
        return
      }
      if isIndentation(page, at..<start) {
        leaveOut(page, at..<start)
      } else {
        keepText(page, at..<start)
      }
      at = markup(page, at: start)
      if tags > Self.maximumTags || reopened > Self.maximumReopened || kept.count + spared >= Self.maximumKept
      {
        isCut = true
        return
      }
    }
  }

  private mutating func keep(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    kept.append(contentsOf: UnsafeBufferPointer(rebasing: page[withinBounds(range)]))
  }

  /// Keeps text outside of tags.
  private mutating func keepText(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    spared += store.mark(withinBounds(range), of: page, in: &kept)
  }

  /// The part of a range for which there is room.
  private mutating func withinBounds(_ range: Range<Int>) -> Range<Int> {
    let room = max(0, Self.maximumKept - kept.count - spared)
    if range.count > room { isCut = true }
    return range.prefix(room)
  }

  /// Whether there are only spaces and line ends between two tags, where one line end says as much.
  private func isIndentation(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard spaced == 0, range.count > 1, range.lowerBound > 0,
      page[range.lowerBound - 1] == UInt8(ascii: ">")
    else { return false }
    var hasEnd = false
    for byte in page[range] {
      if byte == 0x0A {
        hasEnd = true
      } else if byte != 0x20, byte != 0x09 {
        return false
      }
    }
    return hasEnd
  }

  /// Drops a range except for its line ends.
  private mutating func leaveOut(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let part = UnsafeBufferPointer(rebasing: page[range])
    var at = 0
    while let end = Self.find(0x0A, in: part, from: at) {
      kept.append(0x0A)
      at = end + 1
    }
  }

  private static func find(_ byte: UInt8, in page: UnsafeBufferPointer<UInt8>, from at: Int) -> Int? {
    guard at < page.count, let base = page.baseAddress,
      let found = memchr(base + at, Int32(byte), page.count - at)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The next place of a text, given in lower case, ignoring case.
  private static func find(_ text: StaticString, in page: UnsafeBufferPointer<UInt8>, from at: Int) -> Int? {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var at = at
    while let found = find(wanted[0], in: page, from: at) {
      guard found + wanted.count <= page.count else { return nil }
      let isHere = wanted.indices.allSatisfy { index in
        let byte = page[found + index]
        return byte == wanted[index] || ((0x41...0x5A).contains(byte) && byte | 0x20 == wanted[index])
      }
      if isHere { return found }
      at = found + 1
    }
    return nil
  }

  // MARK: Markup

  /// Handles markup that begins with "<" here, and returns its end.
  private mutating func markup(_ page: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    var at = start + 1
    guard at < page.count else {
      keep(page, start..<page.count)
      return page.count
    }
    if page[at] == UInt8(ascii: "!") { return declaration(page, at: start) }
    let closes = page[at] == UInt8(ascii: "/")
    if closes { at += 1 }
    guard at < page.count, Self.isLetter(page[at]) else {
      tags += 1  // Text that begins again, or a bogus comment.
      keep(page, start..<at)
      return at
    }
    var name = Name()
    let nameStart = at
    while at < page.count, !Self.endsName(page[at]) {
      name.append(Self.isLetter(page[at]) ? page[at] | 0x20 : page[at])
      at += 1
    }
    tags += 1
    if closes {
      let end = Self.find(UInt8(ascii: ">"), in: page, from: at).map { $0 + 1 } ?? page.count
      close(name)
      // An end tag's name is all that matters.
      kept.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
      keep(page, nameStart..<min(at, nameStart + 200))
      leaveOut(page, at..<end)
      kept.append(UInt8(ascii: ">"))
      return end
    }
    let before = kept.count
    keep(page, start..<min(at, nameStart + 200))
    let traits = Self.traits[name.bytes] ?? []
    let (end, isSelfClosed, isLinkedData) = attributes(page, at: at, traits)
    kept.append(UInt8(ascii: ">"))
    if !traits.contains(.neverOpen), !(isSelfClosed && mathDepth > 0), !begin(name, traits) {
      kept.removeSubrange(before...)
      leaveOut(page, start..<end)
    }
    return content(of: name, traits, page, at: end, isLinkedData: isLinkedData)
  }

  /// Handles a comment, a doctype or a CDATA section.
  private mutating func declaration(_ page: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    let isComment = start + 3 < page.count && page[start + 2] == 0x2D && page[start + 3] == 0x2D
    guard isComment else {
      tags += 1
      let end = Self.find(UInt8(ascii: ">"), in: page, from: start).map { $0 + 1 } ?? page.count
      keep(page, start..<end)
      return end
    }
    let end = Self.find("-->", in: page, from: start + 2).map { $0 + 3 } ?? page.count
    leaveOut(page, start..<end)
    return end
  }

  /// Handles elements whose content is not markup, and drops what is not needed.
  private mutating func content(
    of name: Name, _ traits: Traits, _ page: UnsafeBufferPointer<UInt8>, at start: Int, isLinkedData: Bool
  ) -> Int {
    func end(_ text: StaticString) -> Int { Self.find(text, in: page, from: start) ?? page.count }
    if name.bytes == Self.title, open.last?.name == name {
      let close = end("</title")
      keep(page, start..<close)
      return close
    }
    if name.bytes == Self.script {
      let close = end("</script")
      if isLinkedData { keep(page, start..<close) } else { leaveOut(page, start..<close) }
      return close
    }
    if name.bytes == Self.svg, !hasNoMoreDrawings {
      guard let close = Self.find("</svg", in: page, from: start) else {
        hasNoMoreDrawings = true
        return start
      }
      leaveOut(page, start..<close)
      return close
    }
    guard traits.contains(.raw) else { return start }
    let close =
      switch name.bytes {
      case Name("style").bytes: end("</style")
      case Name("textarea").bytes: end("</textarea")
      case Name("xmp").bytes: end("</xmp")
      case Name("iframe").bytes: end("</iframe")
      case Name("noembed").bytes: end("</noembed")
      default: end("</noframes")
      }
    if name.bytes == Name("xmp").bytes { keep(page, start..<close) } else { leaveOut(page, start..<close) }
    return close
  }

  /// Handles a start tag's attributes up to its ">", and returns its end.
  private mutating func attributes(_ page: UnsafeBufferPointer<UInt8>, at start: Int, _ traits: Traits)
    -> (end: Int, isSelfClosed: Bool, isLinkedData: Bool)
  {
    var at = start
    var count = 0
    var isSelfClosed = false
    var isLinkedData = false
    while at < page.count {
      let byte = page[at]
      if byte == UInt8(ascii: ">") { return (at + 1, isSelfClosed, isLinkedData) }
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        isSelfClosed = byte == UInt8(ascii: "/")
        if byte == 0x0A { kept.append(byte) }
        at += 1
        continue
      }
      isSelfClosed = false
      count += 1
      let nameStart = at
      at += 1
      while at < page.count, !Self.endsName(page[at]), page[at] != UInt8(ascii: "=") { at += 1 }
      let name = nameStart..<at
      var value = at..<at
      var next = at
      while next < page.count, page[next] <= 0x20 { next += 1 }
      if next < page.count, page[next] == UInt8(ascii: "=") {
        next += 1
        while next < page.count, page[next] <= 0x20 { next += 1 }
        (value, at) = Self.value(page, at: next)
      }
      let isKept =
        count <= Self.maximumAttributes && name.count <= 200 && value.count <= Self.maximumValue
        && (value.isEmpty
          || Self.isTold(UnsafeBufferPointer(rebasing: page[name]), isMedia: traits.contains(.media)))
      if isKept {
        kept.append(0x20)
        keep(page, name)
        if !value.isEmpty {
          kept.append(UInt8(ascii: "="))
          keepValue(page, value, of: name, isRead: traits.contains(.readByParser))
        }
        if value.count < 60, value.count >= 7 {
          let word = UnsafeBufferPointer(rebasing: page[value])
          isLinkedData = isLinkedData || Self.find("ld+json", in: word, from: 0) != nil
        }
      } else {
        leaveOut(page, value)
      }
    }
    return (at, isSelfClosed, isLinkedData)
  }

  /// Keeps an attribute's value; the parser looks into those called "type" and "encoding".
  private mutating func keepValue(
    _ page: UnsafeBufferPointer<UInt8>, _ value: Range<Int>, of name: Range<Int>, isRead: Bool
  ) {
    let before = kept.count
    let letters = Self.lower(page[name])
    if isRead || letters.elementsEqual("type".utf8) || letters.elementsEqual("encoding".utf8)
      || !store.mark(value: UnsafeBufferPointer(rebasing: page[value]), in: &kept)
    {
      keep(page, value)
    } else {
      spared += value.count - (kept.count - before)
    }
  }

  /// Attributes for scripts that say something about the story.
  private static let toldData = PageFacts.dateAttributes.union(["data-testid", "data-line-number"])
    .map { Array($0.utf8) }

  /// Whether an attribute can matter: no event handlers, and script data only if it may give a moment or name
  /// a film.
  ///
  /// Names without a value may be words, if a tag is broken.
  private static func isTold(_ name: UnsafeBufferPointer<UInt8>, isMedia: Bool) -> Bool {
    guard name.count > 1 else { return true }
    if name[0] | 0x20 == UInt8(ascii: "o"), name[1] | 0x20 == UInt8(ascii: "n") { return false }
    guard !isMedia, name.count > 4, name[4] == UInt8(ascii: "-"),
      lower(name.prefix(4)).elementsEqual("data".utf8)
    else { return true }
    return toldData.contains { $0.count == name.count && lower(name[...]).elementsEqual($0) }
  }

  private static func lower(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> some Sequence<UInt8> {
    name.lazy.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// A value with its quotes, and the place after it.
  private static func value(_ page: UnsafeBufferPointer<UInt8>, at start: Int) -> (Range<Int>, Int) {
    guard start < page.count else { return (start..<start, start) }
    let quote = page[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = find(quote, in: page, from: start + 1).map { $0 + 1 } ?? page.count
      return (start..<end, end)
    }
    var end = start
    while end < page.count, page[end] > 0x20, page[end] != UInt8(ascii: ">") { end += 1 }
    return (start..<end, end)
  }

  // MARK: Open elements

  /// Records an element as open; false if it is nested too deep and must be dropped.
  private mutating func begin(_ name: Name, _ traits: Traits) -> Bool {
    reopened += formatting
    let isFormatting = traits.contains(.formatting)
    guard open.count < Self.maximumDepth, !isFormatting || formatting < Self.maximumFormatting else {
      return false
    }
    if isFormatting { formatting += 1 }
    if name.bytes == Self.math { mathDepth += 1 }
    if traits.contains(.spaced) { spaced += 1 }
    open.append(Open(name: name, traits: traits))
    return true
  }

  /// Records an element and everything open in it as closed, but never more than the parser closes (section
  /// 13.2.6.4.7).
  private mutating func close(_ name: Name) {
    reopened += formatting
    let traits = Self.traits[name.bytes] ?? []
    let isFormatting = traits.contains(.formatting)
    if isFormatting || name.bytes == Self.form {
      guard let place = open.lastIndex(where: { $0.name == name }) else { return }
      open.remove(at: place)
      if isFormatting { formatting -= 1 }
      if traits.contains(.spaced) { spaced -= 1 }
      return
    }
    let walls: Traits = traits.contains(.block) ? .barrier : .special
    guard let place = open.lastIndex(where: { $0.name == name || !$0.traits.isDisjoint(with: walls) }),
      open[place].name == name
    else { return }
    if name.bytes == Self.math { mathDepth = max(0, mathDepth - 1) }
    let inside = open[(place + 1)...].filter { $0.traits.contains(.formatting) }
    open.replaceSubrange(place..., with: inside)
    if spaced > 0 { spaced = open.count { $0.traits.contains(.spaced) } }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }
}
