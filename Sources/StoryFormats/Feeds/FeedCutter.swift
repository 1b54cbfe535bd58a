/// Cuts an XML feed into items, with as little XML as that takes.
///
/// It knows tags by name, comments, CDATA sections and processing instructions (XML 1.0, sections 2.5 to
/// 2.7). An item ends with its closing tag, or where the next item begins or the feed ends. A `<` is not
/// accepted in a quoted attribute, so an unclosed quotation mark hides nothing. An item over the limit most
/// likely lacks its closing tag, so it is cut at the next tag that opens an item, even in CDATA.
struct FeedCutter: PieceCutter {
  /// The longest tag name that is compared.
  private static let longestName = 64

  private enum State {
    case text, comment, raw, instruction, declaration
  }

  /// An item that has not ended yet.
  private struct Open {
    var start: Int
    var line: Int
    var name: [UInt8]
  }

  private let limit: Int
  private var state = State.text
  private var looked: Int
  private var open: Open?
  /// The line number at `counted`.
  private(set) var line: Int
  private var counted: Int
  /// Where the rest of an item that was too long begins; it is skipped.
  private var skippedFrom: Int?
  /// Up to here only tags that open an item count, since what was read before must be wrong.
  private var bluntUntil = 0
  private var declaration = XMLDeclaration()

  init(from start: PieceStart, limit: Int) {
    (looked, counted, line, self.limit) = (start.offset, start.offset, start.line, limit)
  }

  var needed: Int { open?.start ?? looked }

  mutating func cut(_ bytes: ArraySlice<UInt8>, at offset: Int, isLast: Bool, into cuts: inout Cuts) {
    bytes.withUnsafeBufferPointer { bytes in
      let end = offset + bytes.count
      while true {
        walk(bytes, at: offset, isLast: isLast, into: &cuts)
        guard let item = open, looked >= bluntUntil else { break }
        let isTooLong = end - item.start > limit
        guard isTooLong || (isLast && state != .text) else { break }
        let unsure = max(item.start + 1, bluntUntil)
        if unsure < looked {
          cuts.problems.append((item.line, "the item is never closed; it is read up to the next one"))
          (bluntUntil, looked) = (looked, unsure)
        } else if isTooLong {
          // It contains no other item: its beginning is read, the rest skipped.
          let cut = min(item.start + limit, looked)
          cuts.problems.append(
            (item.line, "the item is longer than \(limit.megabytes); the rest is left out"))
          cuts.pieces.append(Piece(item.start..<cut, line: item.line))
          (open, skippedFrom) = (nil, cut)
        }
        state = .text
      }
      skip(upTo: looked, into: &cuts)
      if isLast {
        finish(at: end, into: &cuts)
        looked = end
      }
      count(bytes, at: offset, upTo: needed)
    }
  }

  private mutating func skip(upTo end: Int, into cuts: inout Cuts) {
    guard let start = skippedFrom, start < end else { return }
    cuts.passedOver.append(start..<end)
    skippedFrom = end
  }

  /// Examines the new bytes, as far as they are complete.
  private mutating func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, isLast: Bool, into cuts: inout Cuts
  ) {
    while looked < offset + bytes.count {
      let index = looked - offset
      switch state {
      case .text:
        guard let tag = ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: index) else {
          looked = offset + bytes.count
          return
        }
        looked = offset + tag
        // An incomplete tag is examined again with the bytes that follow.
        guard isLast || bytes.count - tag > Self.longestName * 4 else { return }
        markup(bytes, tag, offset, into: &cuts)
      case .comment: guard pass("-->", bytes, offset, isLast) else { return }
      case .raw: guard pass("]]>", bytes, offset, isLast) else { return }
      case .instruction: guard pass("?>", bytes, offset, isLast) else { return }
      case .declaration: passDeclaration(bytes, offset)
      }
    }
  }

  /// Moves behind the end of a section; false if the end has not arrived yet.
  private mutating func pass(
    _ mark: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, _ isLast: Bool
  ) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard let end = ByteSearch.first(mark, in: bytes, from: looked - offset) else {
      // The end mark may be split between two blocks.
      looked = max(looked, offset + bytes.count - (isLast ? 0 : length - 1))
      return false
    }
    (looked, state) = (offset + end + length, .text)
    return true
  }

  private mutating func passDeclaration(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) {
    while looked < offset + bytes.count {
      let byte = bytes[looked - offset]
      looked += 1
      guard declaration.ends(with: byte) else { continue }
      state = .text
      return
    }
  }

  private mutating func markup(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tag: Int, _ offset: Int, into cuts: inout Cuts
  ) {
    let isBlunt = looked < bluntUntil || skippedFrom != nil
    looked += 1
    guard tag + 1 < bytes.count else { return }
    switch bytes[tag + 1] {
    case UInt8(ascii: "!") where !isBlunt:
      if ByteSearch.stands("<!--", in: bytes, at: tag) {
        (state, looked) = (.comment, looked + 1)
      } else if ByteSearch.stands("<![CDATA[", in: bytes, at: tag) {
        (state, looked) = (.raw, looked + 8)
      } else if open == nil {
        (state, declaration) = (.declaration, XMLDeclaration())
      }
    case UInt8(ascii: "?") where !isBlunt: state = .instruction
    case UInt8(ascii: "/"): closing(bytes, tag, offset, isBlunt, into: &cuts)
    default: opening(bytes, tag, offset, into: &cuts)
    }
  }

  private mutating func opening(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tag: Int, _ offset: Int, into cuts: inout Cuts
  ) {
    guard let name = Self.name(bytes, from: tag + 1), Self.isItem(name) else { return }
    let start = offset + tag
    if let open {
      // Inside an item, an item of another vocabulary is content.
      guard name.elementsEqual(open.name) else { return }
      cuts.pieces.append(Piece(open.start..<start, line: open.line))
    }
    count(bytes, at: offset, upTo: start)
    skip(upTo: start, into: &cuts)
    skippedFrom = nil
    open = Open(start: start, line: line, name: Array(name))
    guard let end = ByteSearch.first(UInt8(ascii: ">"), in: bytes, from: tag),
      end < tag + Self.longestName * 4, bytes[end - 1] == UInt8(ascii: "/")
    else { return }
    finish(at: offset + end + 1, into: &cuts)
  }

  private mutating func closing(
    _ bytes: UnsafeBufferPointer<UInt8>, _ tag: Int, _ offset: Int, _ isBlunt: Bool, into cuts: inout Cuts
  ) {
    guard let open, !isBlunt, let name = Self.name(bytes, from: tag + 2) else { return }
    if name.elementsEqual(open.name) {
      let end = ByteSearch.first(UInt8(ascii: ">"), in: bytes, from: tag)
      finish(at: offset + (end.map { $0 < tag + Self.longestName * 2 ? $0 + 1 : tag } ?? tag), into: &cuts)
    } else if Self.isFrame(name) {
      finish(at: offset + tag, into: &cuts)
    }
  }

  private mutating func finish(at end: Int, into cuts: inout Cuts) {
    if let open { cuts.pieces.append(Piece(open.start..<end, line: open.line)) }
    open = nil
    looked = max(looked, end)
  }

  private mutating func count(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int, upTo end: Int) {
    guard end > counted else { return }
    line += ByteSearch.lines(in: bytes, from: counted - offset, to: end - offset)
    counted = end
  }

  // MARK: Names

  private static func name(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Slice<
    UnsafeBufferPointer<UInt8>
  >? {
    var end = start
    while end < bytes.count, end - start <= longestName, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: "<")
    { end += 1 }
    return end > start && end - start <= longestName ? bytes[start..<end] : nil
  }

  private static func isItem(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    isCalled("item", name) || isCalled("entry", name)
  }

  private static func isFrame(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    isCalled("channel", name) || isCalled("feed", name) || isCalled("rss", name) || isCalled("rdf", name)
  }

  /// Whether a tag has this name, ignoring case and prefix.
  private static func isCalled(_ word: StaticString, _ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let start = name.endIndex - word.utf8CodeUnitCount
    guard start == name.startIndex || (start > name.startIndex && name[start - 1] == UInt8(ascii: ":")) else {
      return false
    }
    for place in 0..<word.utf8CodeUnitCount where name[start + place] | 0x20 != word.utf8Start[place] {
      return false
    }
    return true
  }
}
