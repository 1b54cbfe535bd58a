internal import Stories

/// Blocks of HTML, separated by blank lines, that together are one element: a list, a table.
struct WaitingHTML {
  /// The bytes so far.
  var bytes: [UInt8] = []
  /// The pieces of each block, and its first line.
  var blocks: [(pieces: [MarkdownHTML.Piece], line: Int?)] = []
  /// How many of each element are open.
  var open: [String: Int] = [:]

  /// Whether they contain an element that is read as a block.
  var isCompound: Bool { !open.isEmpty }
  /// Whether each of those is closed.
  var isWhole: Bool { open.values.allSatisfy { $0 == 0 } }

  /// Whether an element is read as the block that it is in a page.
  private static func isCompound(_ name: String) -> Bool { Elements.kind(of: name).contains(.compound) }

  /// Adds a block.
  mutating func add(_ html: [UInt8], line: Int?) {
    let pieces = MarkdownHTML.pieces(of: html)
    bytes += html
    bytes.append(0x0A)
    blocks.append((pieces, line))
    for piece in pieces {
      switch piece {
      case .open(let name, _) where Self.isCompound(name): open[name, default: 0] += 1
      case .close(let name) where Self.isCompound(name): open[name, default: 0] -= 1
      default: break
      }
    }
  }
}

extension MarkdownBody {
  /// Handles a block of HTML that has just ended.
  ///
  /// Lists, tables and similar elements are read like those of a page once they are complete; if Markdown
  /// comes first, only the words between their tags are used.
  func takeHTMLBlock() {
    waitingHTML.add(html, line: line)
    html = []
    line = nil
    if waitingHTML.isCompound, waitingHTML.isWhole, takeFragment() {
      waitingHTML = WaitingHTML()
    } else if waitingHTML.isWhole || waitingHTML.open.values.contains(where: { $0 < 0 }) {
      drainWaitingHTML()
    }
  }

  /// Handles the waiting blocks tag by tag.
  func drainWaitingHTML() {
    guard !waitingHTML.blocks.isEmpty else { return }
    let blocks = waitingHTML.blocks
    waitingHTML = WaitingHTML()
    for block in blocks { drainHTMLBlock(block.pieces, line: block.line) }
  }

  /// Reads the waiting blocks as a fragment of a page; false if something would be lost.
  private func takeFragment() -> Bool {
    let pieces = waitingHTML.blocks.flatMap(\.pieces)
    let isPlain = pieces.allSatisfy { piece in
      switch piece {
      // A page has no marks of our own, and may have pictures without words.
      case .open(let name, let attributes):
        !name.hasPrefix("x-") && (name != "img" || attributes["alt"]?.isEmpty == false)
      case .text, .close: true
      }
    }
    guard isPlain, !hasLinkedFigure(pieces) else { return false }
    let content = HTMLFragment.read(
      String(decoding: waitingHTML.bytes, as: UTF8.self), base: nil, keepsParts: true)
    guard !content.blocks.isEmpty else { return false }
    let before = (waitingHTML.blocks.first?.line ?? 1) - 1
    let first = references.count + options.firstReference
    for reference in content.references {
      let address = (reference.target ?? "") + (reference.anchor.map { "#" + $0 } ?? "")
      let index = addReference(MarkdownTarget.reference(to: address, on: options.path))
      references[index].text = reference.text
    }
    flush()
    for block in content.blocks {
      var block = block.shiftingReferences(by: first).shiftingLines(by: before)
      if !names.isEmpty { block.anchors = names + (block.anchors ?? []) }
      names = []
      open[open.count - 1].blocks.append(block)
    }
    return true
  }
}

/// Whether a figure has a picture that is a link, which its caption could not carry.
private func hasLinkedFigure(_ pieces: [MarkdownHTML.Piece]) -> Bool {
  var (figures, links) = (0, 0)
  for piece in pieces {
    switch piece {
    case .open("figure", _): figures += 1
    case .close("figure"): figures -= 1
    case .open("a", _): links += 1
    case .close("a"): links -= 1
    case .open("img", _): if figures > 0, links > 0 { return true }
    case .open, .close, .text: break
    }
  }
  return false
}

extension Block {
  /// The block with all line numbers shifted.
  fileprivate func shiftingLines(by shift: Int) -> Block {
    var block = self
    block.line = line.map { $0 + shift }
    switch kind {
    case .quote(let blocks, let attribution):
      block.kind = .quote(blocks.map { $0.shiftingLines(by: shift) }, attribution: attribution)
    case .list(let start, let items):
      block.kind = .list(
        start: start, items.map { Item($0.blocks.map { $0.shiftingLines(by: shift) }, done: $0.done) })
    case .paragraph, .heading, .table, .code, .figure, .rule: break
    }
    return block
  }
}
