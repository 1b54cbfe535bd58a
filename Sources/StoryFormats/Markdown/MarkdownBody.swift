internal import CMarkdown
internal import Stories

/// The blocks and links of a Markdown text, built from md4c's callbacks without recursion.
final class MarkdownBody {
  /// How deep quotes and lists are kept; what lies deeper joins the block around it.
  static let deepest = 32

  /// What the text is part of.
  struct Options {
    /// The file's path, which relative links start from.
    var path = ""
    /// The labels of the story's notes, from 1; `<x-note-1>` in the text stands for the first.
    var noteCount = 0
    /// Whether wiki links have been prepared already (`MarkdownSpans`): what looks like one still is none.
    var hasPreparedLinks = false
    /// How many of the story's links come before this text's.
    var firstReference = 0
  }

  /// A picture within the paragraph under way.
  struct Picture {
    /// Where its alternative text stands in `inlines`; nil where it has none.
    var index: Int?
    var title: String
    var source: String?
  }

  let options: Options
  var references: [Reference]
  var open: [Container] = [Container(kind: .document)]
  var inlines: [Inline] = []
  /// Each is the sum of those before it.
  var marks: [Inline.Marks] = []
  var links: [Int] = []
  var code: String?
  var line: Int?
  var skipped = 0
  var row: [[Inline]] = []
  var rows: [[[Inline]]] = []
  var alignments: [Block.Table.Alignment] = []
  /// Raw HTML that has not been taken apart yet, and what it left open.
  var html: [UInt8] = []
  var tags = OpenTags()
  /// The picture whose alternative text is under way, how deep, and the words so far.
  var picture: (title: String, source: String?, depth: Int, words: String)?
  var pictures: [Picture] = []
  /// Names that wait for the block that they stand in or before.
  var names: [String] = []
  /// Whether a whole block of HTML is taken apart.
  var isInHTMLBlock = false
  /// Whether the parser is within a block of HTML.
  var isInHTML = false
  /// Blocks of HTML that have not closed yet what they opened.
  var waitingHTML = WaitingHTML()
  /// The bytes of addresses and titles that links may still bring.
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

  /// Reads a text that stands by itself.
  static func read(_ bytes: [UInt8], options: Options) -> (blocks: [Block], references: [Reference]) {
    read(MarkdownText(bytes), options: options)
  }

  /// Reads `text`: its blocks, and its own references, which the blocks count from `options.firstReference`.
  ///
  /// An address that is defined once may be used in every line. Where that would multiply the text, what is defined is
  /// left as it is written, and nothing links there.
  static func read(_ text: MarkdownText, options: Options) -> (blocks: [Block], references: [Reference]) {
    let body = parse(text, options: options)
    if body.addressesLeft >= 0 { return (body.open[0].blocks, body.references) }
    let plain = parse(text.withoutDefinitions, options: options)
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

  /// Ends what waits for more.
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
    // What a quote or an item holds ends with it.
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
      // Below the bound an item has no container of its own; its words still belong to the list.
      let items = done.items + (done.blocks.isEmpty ? [] : [Block.Item(done.blocks)])
      let line = items.first?.blocks.first?.line
      open[parent].blocks.append(Block(.list(start: start, items), line: line))
    case .item(let task): open[parent].items.append(Block.Item(done.blocks, done: task))
    }
  }

  /// Ends the paragraph under way; one that holds nothing but pictures becomes those.
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

  /// A picture's words and, behind them, its title, which is where its credit stands ("Photo: Ada Holm").
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

  /// Notes a name that the story gives to the block under way, or to the one that follows.
  func note(name: String) {
    let name = name.trimmed
    guard !name.isEmpty, name.utf8.count <= 400, names.count < 64 else { return }
    names.append(name)
  }

  /// Notes a name that the story gives to what stands before it.
  func noteBefore(name: String) {
    let container = open.count - 1
    guard isInHTMLBlock, inlines.isEmpty, let last = open[container].blocks.indices.last else {
      return note(name: name)
    }
    guard (open[container].blocks[last].anchors?.count ?? 0) < 64 else { return }
    open[container].blocks[last].anchors = (open[container].blocks[last].anchors ?? []) + [name]
  }

  /// How many bytes of a stretch lie within the text.
  func readable(_ pointer: UnsafePointer<CChar>, _ size: Int) -> Int { finder.readable(pointer, size) }

  /// Notes where the block under way begins.
  func noteLine(_ pointer: UnsafePointer<CChar>) {
    if line == nil { line = finder.line(of: pointer) }
  }

  static func string(_ attribute: MD_ATTRIBUTE) -> String? {
    guard let text = attribute.text, attribute.size > 0 else { return nil }
    let bytes = UnsafeRawBufferPointer(start: text, count: Int(attribute.size))
    guard let types = attribute.substr_types, let offsets = attribute.substr_offsets else {
      return CharacterReferences.decoded(String(decoding: bytes, as: UTF8.self))
    }
    // The parser says which pieces are character references: an escaped one ("\&amp;") is not.
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

/// Tells lines from places in the text, going forward only, so that a whole text costs one pass.
struct LineFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let text: MarkdownText
  private var line = 0
  private var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>, text: MarkdownText) {
    self.bytes = bytes
    self.text = text
  }

  /// How much of `size` bytes at `pointer` may be read: md4c 0.4.8 can name stretches past the end.
  func readable(_ pointer: UnsafePointer<CChar>, _ size: Int) -> Int {
    guard let base = bytes.baseAddress, size > 0 else { return 0 }
    let offset = Int(bitPattern: UnsafeRawPointer(pointer)) &- Int(bitPattern: UnsafeRawPointer(base))
    if offset >= 0, offset <= bytes.count { return min(size, bytes.count - offset) }
    // Strings of the parser's own: blanks and line ends.
    return size <= 64 ? size : 0
  }

  /// The line of the file that `pointer` stands on; nil where it points outside the text.
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
