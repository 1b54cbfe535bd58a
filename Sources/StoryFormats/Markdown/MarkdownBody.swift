internal import CMarkdown
internal import Stories

/// The blocks and links of a Markdown text, built from md4c's callbacks without recursion.
final class MarkdownBody {
  /// How deep quotes and lists are kept; what lies deeper joins the block around it.
  static let deepest = 32

  private(set) var references: [Reference] = []
  private var open: [Container] = [Container(kind: .document)]
  private var inlines: [Inline] = []
  private var marks: [Inline.Marks] = []
  private var links: [Int] = []
  private var code: String?
  private var line: Int?
  private var skipped = 0
  private var row: [[Inline]] = []
  private var rows: [[[Inline]]] = []
  private var insideTag = false
  private var lines: LineFinder

  private struct Container {
    enum Kind { case document, quote, list(start: Int?), item(done: Bool?) }
    var kind: Kind
    var blocks: [Block] = []
    var items: [Block.Item] = []
  }

  private init(lines: LineFinder) { self.lines = lines }

  /// Reads `text`; `firstLine` is the line of the file that it begins on.
  static func read(_ text: [UInt8], firstLine: Int = 1) -> (blocks: [Block], references: [Reference]) {
    guard text.count <= Int(UInt32.max) else { return ([], []) }
    return text.withUnsafeBufferPointer { bytes in
      let body = MarkdownBody(lines: LineFinder(bytes: bytes, line: firstLine))
      var parser = MD_PARSER()
      parser.flags = UInt32(
        MD_FLAG_TABLES | MD_FLAG_TASKLISTS | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS
          | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS)
      parser.enter_block = { kind, detail, data in
        MarkdownBody.of(data)?.enter(kind, detail); return 0
      }
      parser.leave_block = { kind, detail, data in
        MarkdownBody.of(data)?.leave(kind, detail); return 0
      }
      parser.enter_span = { kind, detail, data in
        MarkdownBody.of(data)?.enterSpan(kind, detail); return 0
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
      return (body.open[0].blocks, body.references)
    }
  }

  private static func of(_ data: UnsafeMutableRawPointer?) -> MarkdownBody? {
    data.map { Unmanaged<MarkdownBody>.fromOpaque($0).takeUnretainedValue() }
  }

  private func enter(_ kind: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch kind {
    case MD_BLOCK_QUOTE: push(.quote)
    case MD_BLOCK_UL: push(.list(start: nil))
    case MD_BLOCK_OL:
      push(.list(start: detail.map { Int($0.load(as: MD_BLOCK_OL_DETAIL.self).start) } ?? 1))
    case MD_BLOCK_LI:
      let item = detail?.load(as: MD_BLOCK_LI_DETAIL.self)
      push(.item(done: item.flatMap { $0.is_task != 0 ? $0.task_mark != 0x20 : nil }))
    case MD_BLOCK_CODE: code = ""
    default: break
    }
  }

  private func leave(_ kind: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch kind {
    case MD_BLOCK_QUOTE, MD_BLOCK_UL, MD_BLOCK_OL, MD_BLOCK_LI: pop()
    case MD_BLOCK_P: flush()
    case MD_BLOCK_H:
      let level = detail.map { Int($0.load(as: MD_BLOCK_H_DETAIL.self).level) } ?? 1
      add(.heading(level: level, inlines))
    case MD_BLOCK_HR: add(.rule)
    case MD_BLOCK_CODE:
      let info = detail?.load(as: MD_BLOCK_CODE_DETAIL.self).lang
      let language = info.flatMap(Self.string)
      add(.code(language: language, code ?? ""))
      code = nil
    case MD_BLOCK_TH, MD_BLOCK_TD:
      row.append(inlines)
      inlines = []
    case MD_BLOCK_TR:
      rows.append(row)
      row = []
    case MD_BLOCK_TABLE:
      add(.table(Block.Table(header: rows.first ?? [], rows: Array(rows.dropFirst()))))
      rows = []
    case MD_BLOCK_HTML:
      insideTag = false
      flush()
    default: break
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
    case .quote: open[parent].blocks.append(Block(.quote(done.blocks, attribution: nil)))
    case .list(let start):
      // Below the bound an item has no container of its own; its words still belong to the list.
      let rest = done.blocks.isEmpty ? [] : [Block.Item(done.blocks)]
      open[parent].blocks.append(Block(.list(start: start, done.items + rest)))
    case .item(let task): open[parent].items.append(Block.Item(done.blocks, done: task))
    }
  }

  private func flush() {
    if !inlines.isEmpty { add(.paragraph(inlines)) }
  }

  private func add(_ kind: Block.Kind) {
    open[open.count - 1].blocks.append(Block(kind, line: line))
    inlines = []
    line = nil
  }

  private func enterSpan(_ kind: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch kind {
    case MD_SPAN_EM: marks.append(.emphasis)
    case MD_SPAN_STRONG: marks.append(.strong)
    case MD_SPAN_CODE: marks.append(.code)
    case MD_SPAN_DEL: marks.append(.strike)
    case MD_SPAN_A:
      let target = detail.flatMap { Self.string($0.load(as: MD_SPAN_A_DETAIL.self).href) } ?? ""
      let outside = target.contains(":")
      links.append(references.count)
      references.append(
        Reference(
          kind: outside ? .outside : .story, text: "", target: target, naming: outside ? .url : .path))
    default: break
    }
  }

  private func leaveSpan(_ kind: MD_SPANTYPE) {
    switch kind {
    case MD_SPAN_EM, MD_SPAN_STRONG, MD_SPAN_CODE, MD_SPAN_DEL: _ = marks.popLast()
    case MD_SPAN_A: _ = links.popLast()
    default: break
    }
  }

  private func take(_ kind: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>?, _ size: Int) {
    guard let pointer else { return }
    if line == nil { line = lines.line(of: pointer) }
    let raw = UnsafeRawBufferPointer(start: pointer, count: size)
    let text =
      switch kind {
      case MD_TEXT_BR: "\n"
      case MD_TEXT_SOFTBR: " "
      case MD_TEXT_NULLCHAR: "\u{FFFD}"
      case MD_TEXT_HTML: withoutTags(raw)
      case MD_TEXT_ENTITY: Self.entity(String(decoding: raw, as: UTF8.self))
      default: String(decoding: raw, as: UTF8.self)
      }
    if text.isEmpty { return }
    if code != nil { code?.append(text); return }
    inlines.append(Inline(text, marks: marks.reduce([]) { $0.union($1) }, reference: links.last))
    if let link = links.last { references[link].text += text }
  }

  private func withoutTags(_ raw: UnsafeRawBufferPointer) -> String {
    var kept: [UInt8] = []
    for byte in raw {
      if byte == 0x3C {
        insideTag = true
      } else if byte == 0x3E {
        insideTag = false
      } else if !insideTag {
        kept.append(byte == 0x0A ? 0x20 : byte)
      }
    }
    return kept.allSatisfy { $0 == 0x20 } ? "" : String(decoding: kept, as: UTF8.self)
  }

  /// The character of a numeric or XML entity; other names stay as they are written.
  private static func entity(_ written: String) -> String {
    let name = written.dropFirst().dropLast()
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let hexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
      let value = UInt32(hexadecimal ? digits.dropFirst() : digits, radix: hexadecimal ? 16 : 10)
      guard let scalar = value.flatMap(Unicode.Scalar.init), scalar.value != 0 else { return "\u{FFFD}" }
      return String(Character(scalar))
    }
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default: return written
    }
  }

  private static func string(_ attribute: MD_ATTRIBUTE) -> String? {
    guard let text = attribute.text, attribute.size > 0 else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: text, count: Int(attribute.size)), as: UTF8.self)
  }
}

/// Tells lines from places in the text, going forward only, so that a whole text costs one pass.
struct LineFinder {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var line: Int
  private var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    self.bytes = bytes
    self.line = line
  }

  /// The line `pointer` stands on; nil where it points outside the text.
  mutating func line(of pointer: UnsafePointer<CChar>) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let offset = UnsafeRawPointer(pointer) - UnsafeRawPointer(base)
    guard offset >= at, offset <= bytes.count else { return nil }
    while at < offset {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
    return line
  }
}
