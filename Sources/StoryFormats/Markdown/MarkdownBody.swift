internal import CMarkdown
internal import Stories

/// The blocks and links of a Markdown text, built from md4c's callbacks without recursion.
final class MarkdownBody {
  /// The deepest nesting of quotes and lists; anything deeper joins the block around it.
  static let deepest = 32

  /// The most bytes of definitions to go through, if every bracket of a text were a use of the longest.
  private static let mostRead = 64_000_000

  /// The context of the text.
  struct Options {
    /// The file's path, the base of relative links.
    var path = ""
    /// The number of the story's notes; `<x-note-1>` in the text marks the first.
    var noteCount = 0
    /// Whether wiki links have been rewritten (`MarkdownSpans`), so that what still looks like one is not.
    var hasPreparedLinks = false
    /// The number of the story's links before this text.
    var firstReference = 0
  }

  /// A picture in the current paragraph.
  struct Picture {
    /// The index of its alternative text in `inlines`; nil if it has none.
    var index: Int?
    var title: String
    var source: String?
  }

  let options: Options
  var references: [Reference]
  var open: [Container] = [Container(kind: .document)]
  var inlines: [Inline] = []
  /// Each includes the marks before it.
  var marks: [Inline.Marks] = []
  var links: [Int] = []
  var code: String?
  var line: Int?
  var skipped = 0
  var row: [[Inline]] = []
  var rows: [[[Inline]]] = []
  var alignments: [Block.Table.Alignment] = []
  /// Raw HTML that has not been handled yet, and the elements it left open.
  var html: [UInt8] = []
  var tags = OpenTags()
  /// The picture whose alternative text is being read: its depth, and the words so far.
  var picture: (title: String, source: String?, depth: Int, words: String)?
  var pictures: [Picture] = []
  /// Names for the block that contains or follows them.
  var names: [String] = []
  /// Whether a whole block of HTML is being handled.
  var isInHTMLBlock = false
  /// Whether the parser is within a block of HTML.
  var isInHTML = false
  /// Blocks of HTML whose elements are still open.
  var waitingHTML = WaitingHTML()
  /// How many more bytes of addresses and titles links may add.
  var addressesLeft = 0
  private var finder: LineFinder

  struct Container {
    enum Kind { case document, quote, list(start: Int?), item(done: Bool?) }
    var kind: Kind
    var blocks: [Block] = []
    var items: [Block.Item] = []
  }

  private init(finder: LineFinder, options: Options) {
    self.finder = finder
    self.options = options
    references = []
  }

  /// Reads a complete text.
  static func read(_ bytes: [UInt8], options: Options) -> (blocks: [Block], references: [Reference]) {
    read(MarkdownText(bytes), options: options)
  }

  /// Reads `text`: its blocks and its own references, numbered from `options.firstReference`.
  ///
  /// An address that is defined once may be used on every line. If that would multiply the text, definitions
  /// stay as written and link nowhere.
  static func read(_ text: MarkdownText, options: Options) -> (blocks: [Block], references: [Reference]) {
    // md4c goes through a definition at every use of it.
    let uses = max(1, text.bytes.count { $0 == 0x5B })
    let text = text.withoutDefinitions(longerThan: mostRead / uses)
    let body = parse(text, options: options)
    if body.addressesLeft >= 0 { return (body.open[0].blocks, body.references) }
    let plain = parse(text.withoutDefinitions(longerThan: 0), options: options)
    return (plain.open[0].blocks, plain.references)
  }

  private static func parse(_ text: MarkdownText, options: Options) -> MarkdownBody {
    text.bytes.withUnsafeBufferPointer { bytes in
      let body = MarkdownBody(finder: LineFinder(bytes: bytes, text: text), options: options)
      guard bytes.count < Int(Int32.max) else { return body }
      body.addressesLeft = 1_048_576 + 16 * bytes.count
      var parser = MD_PARSER()
      parser.flags = UInt32(
        MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH
          | (options.hasPreparedLinks ? 0 : MD_FLAG_WIKILINKS)
          | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS
      )
      parser.enter_block = { kind, detail, data in
        MarkdownBody.of(data)?.enter(kind, detail); return 0
      }
      parser.leave_block = { kind, detail, data in
        MarkdownBody.of(data)?.leave(kind, detail); return 0
      }
      parser.enter_span = { kind, detail, data in
        guard let body = MarkdownBody.of(data) else { return 1 }
        body.enterSpan(kind, detail)
        return body.addressesLeft < 0 ? 1 : 0
      }
      parser.leave_span = { kind, _, data in
        MarkdownBody.of(data)?.leaveSpan(kind); return 0
      }
      parser.text = { kind, text, size, data in
        MarkdownBody.of(data)?.take(kind, text, Int(size)); return 0
      }
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = md_parse(
          characters.baseAddress, MD_SIZE(characters.count), &parser,
          Unmanaged.passUnretained(body).toOpaque())
      }
      body.finish()
      return body
    }
  }

  /// Ends everything that is waiting.
  private func finish() {
    drainWaitingHTML()
    if !names.isEmpty, let last = open[0].blocks.indices.last {
      open[0].blocks[last].anchors = (open[0].blocks[last].anchors ?? []) + names
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> MarkdownBody? {
    data.map { Unmanaged<MarkdownBody>.fromOpaque($0).takeUnretainedValue() }
  }

  private func enter(_ kind: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    drainInlineHTML()
    if kind != MD_BLOCK_HTML, kind != MD_BLOCK_DOC { drainWaitingHTML() }
    isInHTML = kind == MD_BLOCK_HTML
    switch kind {
    case MD_BLOCK_QUOTE: push(.quote)
    case MD_BLOCK_UL: push(.list(start: nil))
    case MD_BLOCK_OL:
      push(.list(start: detail.map { Int($0.load(as: MD_BLOCK_OL_DETAIL.self).start) } ?? 1))
    case MD_BLOCK_LI:
      let item = detail?.load(as: MD_BLOCK_LI_DETAIL.self)
      push(.item(done: item.flatMap { $0.is_task != 0 ? $0.task_mark != 0x20 : nil }))
    case MD_BLOCK_P, MD_BLOCK_H, MD_BLOCK_HTML, MD_BLOCK_HR, MD_BLOCK_TABLE: flush()
    case MD_BLOCK_CODE:
      flush()
      code = ""
    default: break
    }
  }

  private func leave(_ kind: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    if kind != MD_BLOCK_HTML { drainInlineHTML() }
    // The content of a quote or an item ends with it.
    if [MD_BLOCK_QUOTE, MD_BLOCK_LI].contains(where: { $0 == kind }) { drainWaitingHTML() }
    switch kind {
    case MD_BLOCK_QUOTE, MD_BLOCK_UL, MD_BLOCK_OL, MD_BLOCK_LI: pop()
    case MD_BLOCK_P: flush()
    case MD_BLOCK_H:
      let level = detail.map { Int($0.load(as: MD_BLOCK_H_DETAIL.self).level) } ?? 1
      add(.heading(level: min(max(level, 1), 6), inlines.trimmed))
    case MD_BLOCK_HR: add(.rule)
    case MD_BLOCK_CODE:
      let info = detail?.load(as: MD_BLOCK_CODE_DETAIL.self).lang
      let text = code ?? ""
      code = nil
      add(.code(language: info.flatMap(Self.string), text.hasSuffix("\n") ? String(text.dropLast()) : text))
    case MD_BLOCK_TH, MD_BLOCK_TD:
      if kind == MD_BLOCK_TH {
        alignments.append(Self.alignment(detail?.load(as: MD_BLOCK_TD_DETAIL.self).align))
      }
      row.append(inlines.trimmed)
      inlines = []
      pictures = []
      tags = OpenTags()
    case MD_BLOCK_TR:
      rows.append(row)
      row = []
    case MD_BLOCK_TABLE:
      add(
        .table(Block.Table(header: rows.first ?? [], rows: Array(rows.dropFirst()), alignments: alignments)))
      rows = []
      alignments = []
    case MD_BLOCK_HTML:
      isInHTML = false
      takeHTMLBlock()
    default: break
    }
  }

  private static func alignment(_ align: MD_ALIGN?) -> Block.Table.Alignment {
    switch align {
    case MD_ALIGN_CENTER: .centre
    case MD_ALIGN_RIGHT: .trailing
    default: .leading
    }
  }

  private func push(_ kind: Container.Kind) {
    flush()
    if open.count > Self.deepest { skipped += 1 } else { open.append(Container(kind: kind)) }
  }

  private func pop() {
    flush()
    if skipped > 0 { skipped -= 1; return }
    guard open.count > 1, let done = open.popLast() else { return }
    let parent = open.count - 1
    switch done.kind {
    case .document: break
    case .quote:
      let (blocks, attribution) = QuoteAttribution.split(done.blocks)
      open[parent].blocks.append(
        Block(.quote(blocks, attribution: attribution), line: done.blocks.first?.line))
    case .list(let start):
      // Beyond the depth limit an item has no container; its words still belong to the list.
      let items = done.items + (done.blocks.isEmpty ? [] : [Block.Item(done.blocks)])
      let line = items.first?.blocks.first?.line
      open[parent].blocks.append(Block(.list(start: start, items), line: line))
    case .item(let task): open[parent].items.append(Block.Item(done.blocks, done: task))
    }
  }

  /// Ends the current paragraph; one with only pictures becomes figures.
  func flush() {
    defer { tags.leaveBlock() }
    let worded = Set(pictures.compactMap(\.index))
    let isOnlyPictures =
      !pictures.isEmpty
      && inlines.indices.allSatisfy { worded.contains($0) || inlines[$0].text.allSatisfy(\.isWhitespace) }
    if isOnlyPictures {
      let (found, words, at) = (pictures, inlines, line)
      for picture in found {
        line = at
        let caption = Self.caption(picture.index.map { words[$0] }, credit: picture.title.squeezed)
        add(.figure(caption: caption, source: picture.source))
      }
      return
    }
    let words = inlines.trimmed
    if !words.isEmpty { add(.paragraph(words)) } else { (inlines, pictures, line) = ([], [], nil) }
  }

  /// A picture's words and then its title, which contains its credit ("Photo: Ada Holm").
  private static func caption(_ words: Inline?, credit: String) -> [Inline] {
    guard var words, !words.text.isEmpty else { return credit.isEmpty ? [] : [Inline(credit)] }
    guard !credit.isEmpty, !words.text.hasBytes(of: credit) else { return [words] }
    if credit.hasPrefix(words.text) {
      words.text = credit
    } else {
      words.text += (TextMarks.endsSentence(words.text) ? " " : ". ") + credit
    }
    return [words]
  }

  func add(_ kind: Block.Kind) {
    open[open.count - 1].blocks.append(Block(kind, line: line, anchors: names.isEmpty ? nil : names))
    names = []
    inlines = []
    pictures = []
    line = nil
    tags = OpenTags()
  }

  /// Records a name that the story gives to the current or the next block.
  func note(name: String) {
    let name = name.trimmed
    guard !name.isEmpty, name.utf8.count <= 400, names.count < 64 else { return }
    names.append(name)
  }

  /// Records a name that the story gives to the block before it.
  func noteBefore(name: String) {
    let container = open.count - 1
    guard isInHTMLBlock, inlines.isEmpty, let last = open[container].blocks.indices.last else {
      return note(name: name)
    }
    guard (open[container].blocks[last].anchors?.count ?? 0) < 64 else { return }
    open[container].blocks[last].anchors = (open[container].blocks[last].anchors ?? []) + [name]
  }

  /// How many bytes at a pointer are within the text.
  func readable(_ pointer: UnsafePointer<CChar>, _ size: Int) -> Int { finder.readable(pointer, size) }

  /// Records the line of the current block.
  func noteLine(_ pointer: UnsafePointer<CChar>) {
    if line == nil { line = finder.line(of: pointer) }
  }

  static func string(_ attribute: MD_ATTRIBUTE) -> String? {
    guard let text = attribute.text, attribute.size > 0 else { return nil }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(attribute.size))
    guard let types = attribute.substr_types, let offsets = attribute.substr_offsets else {
      return CharacterReferences.decoded(String(decoding: bytes, as: UTF8.self))
    }
    // The parser says which pieces are character references; an escaped one ("\&amp;") is not.
    var result = ""
    var index = 0
    while Int(offsets[index]) < bytes.count {
      let piece = bytes[Int(offsets[index])..<min(Int(offsets[index + 1]), bytes.count)]
      let words = String(decoding: piece, as: UTF8.self)
      result += types[index] == MD_TEXT_ENTITY ? CharacterReferences.decoded(words) : words
      index += 1
    }
    return result
  }
}

/// Finds the lines of places in the text, moving only forward, so that a whole text takes one pass.
struct LineFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let text: MarkdownText
  private var line = 0
  private var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>, text: MarkdownText) {
    self.bytes = bytes
    self.text = text
  }

  /// How many of `size` bytes at `pointer` may be read, since md4c 0.4.8 can report ranges past the end.
  func readable(_ pointer: UnsafePointer<CChar>, _ size: Int) -> Int {
    guard let base = bytes.baseAddress, size > 0 else { return 0 }
    let offset = Int(bitPattern: UnsafeRawPointer(pointer)) &- Int(bitPattern: UnsafeRawPointer(base))
    if offset >= 0, offset <= bytes.count { return min(size, bytes.count - offset) }
    // Strings of the parser itself: spaces and line ends.
    return size <= 64 ? size : 0
  }

  /// The line of the file at `pointer`; nil if it points outside the text.
  mutating func line(of pointer: UnsafePointer<CChar>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let offset = UnsafeRawPointer(pointer) - UnsafeRawPointer(base)
    guard offset >= at, offset <= bytes.count else { return nil }
    while at < offset {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
    return text.source(ofLine: line)
  }
}
