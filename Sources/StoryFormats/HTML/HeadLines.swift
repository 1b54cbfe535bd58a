/// The lines around a page's headline that name the authors and dates.
///
/// They end where the story begins, with the second long line; above the headline only a few count.
struct HeadLines {
  /// A line of text as shown.
  struct Line {
    /// Its pieces: texts with their nodes, in document order.
    var pieces: [(node: MarkupTree.Index, text: String)] = []
    /// The class and id words of the elements around it and in it.
    var words: Set<String> = []
    /// The block that contains it.
    var block: MarkupTree.Index
    var isAbove = false

    /// Separates pieces in different elements without a space between them.
    static let seam: Character = "\u{1F}"
    private static let seamByte: UInt8 = 0x1F

    /// Its words, with seams.
    var seamed: String {
      var text = ""
      for piece in pieces {
        if let last = text.last, let first = piece.text.first, !last.isWhitespace, !first.isWhitespace {
          text.append(Self.seam)
        }
        text += piece.text
      }
      return text
    }

    /// Its words as read.
    var text: String {
      var bytes: [UInt8] = []
      for piece in pieces {
        bytes.append(0x20)
        bytes += piece.text.utf8.lazy.map { $0 == Self.seamByte ? 0x20 : $0 }
      }
      return MarkupTree.collapsed(String(decoding: bytes, as: UTF8.self))
    }

    /// The text before a node.
    func text(before node: MarkupTree.Index) -> String {
      MarkupTree.collapsed(pieces.prefix { $0.node < node }.map(\.text).joined(separator: " "))
    }
  }

  private(set) var lines: [Line] = []
  /// The range of nearby nodes; nil if there is no headline.
  private(set) var range: ClosedRange<MarkupTree.Index>?

  private static let mostBytes = 2_500
  private static let mostLines = 40
  private static let longLine = 220
  private static let mostNodesAbove = 300
  private static let mostLinesAbove = 6
  private static let passedOver = Elements.names([.silent, .media, .around]).subtracting(["img", "dialog"])
    .union(["blockquote"])

  private static func isBreak(_ name: String) -> Bool {
    let kind = Elements.kind(of: name)
    return kind.contains(.breaks) || !kind.contains(.inline)
  }

  init(_ tree: MarkupTree, headline: MarkupTree.Index?, surroundings: PageSurroundings) {
    guard let headline else { return }
    let chain = tree.chain(of: headline)
    let below = Self.below(headline, chain, tree, surroundings)
    let above = Self.above(headline, chain, tree, surroundings)
    lines = Self.joined(above.lines) + Self.joined(below.lines)
    range = above.first...max(headline, below.last)
  }

  private static func below(
    _ headline: MarkupTree.Index, _ chain: Set<MarkupTree.Index>, _ tree: MarkupTree,
    _ surroundings: PageSurroundings
  ) -> (lines: [Line], last: MarkupTree.Index) {
    var lines: [Line] = []
    var node = tree.end(of: headline) + 1
    var (bytes, long) = (0, 0)
    var ended = true
    while node < tree.nodes.count, bytes < mostBytes, lines.count < mostLines {
      if tree[node].isText {
        if tree.isBlank(node) {
          if !ended, !lines.isEmpty { lines[lines.count - 1].pieces.append((node, " ")) }
        } else {
          let block = block(of: node, tree)
          if ended || lines.last?.block != block {
            if let line = lines.last, line.text.utf8.count > longLine { long += 1 }
            if long >= 2 { break }
            lines.append(Line(words: words(around: block, chain, tree), block: block))
          }
          ended = false
          bytes += tree[node].text.utf8.count
          take(node, into: &lines[lines.count - 1], tree)
        }
      } else if passedOver.contains(tree[node].name) || surroundings.hold(node, in: tree, beside: chain)
        || !tree.isProbablyVisible(node)
      {
        node = tree.end(of: node)
        ended = true
      } else if isBreak(tree[node].name) {
        ended = true
      }
      node += 1
    }
    return (lines, min(node, tree.nodes.count - 1))
  }

  private static func above(
    _ headline: MarkupTree.Index, _ chain: Set<MarkupTree.Index>, _ tree: MarkupTree,
    _ surroundings: PageSurroundings
  ) -> (lines: [Line], first: MarkupTree.Index) {
    var lines: [Line] = []
    var first = headline
    for node in stride(from: headline - 1, through: max(0, headline - mostNodesAbove), by: -1)
    where tree[node].isText && !tree.isBlank(node) {
      if surroundings.hold(node, in: tree, beside: chain) { continue }
      let ancestors = tree.ancestors(of: node)
      if ancestors.contains(where: {
        passedOver.contains(tree[$0].name) || (tree[$0].name == "header" && !chain.contains($0))
      }) {
        continue
      }
      let block = block(of: node, tree)
      let shared = ancestors.first { chain.contains($0) }.map { tree[$0].name }
      let names = words(around: block, chain, tree)
      if shared == nil || shared == "html" || (shared == "body" && names.isDisjoint(with: PageDates.words)) {
        break
      }
      if tree[node].text.utf8.count > longLine { break }
      if lines.last?.block != block {
        if lines.count == mostLinesAbove { break }
        lines.append(Line(words: names, block: block, isAbove: true))
      }
      first = node
      take(node, into: &lines[lines.count - 1], tree)
    }
    for index in lines.indices { lines[index].pieces.reverse() }
    return (lines.reversed(), first)
  }

  private static func take(_ node: MarkupTree.Index, into line: inout Line, _ tree: MarkupTree) {
    line.pieces.append((node, tree[node].text.cut(to: mostBytes)))
    for element in tree.ancestors(of: node, limit: 6) {
      if element == line.block { break }
      if tree[element].name == "time" { line.words.insert("time") }
      if !tree[element].attributes.isEmpty { line.words.formUnion(tree.nameWords(of: element)) }
    }
  }

  private static func block(of node: MarkupTree.Index, _ tree: MarkupTree) -> MarkupTree.Index {
    tree.ancestors(of: node).first { isBreak(tree[$0].name) } ?? tree.root
  }

  /// The class and id words of a block, and of the two around it unless they also contain the headline.
  private static func words(
    around block: MarkupTree.Index, _ chain: Set<MarkupTree.Index>, _ tree: MarkupTree
  ) -> Set<String> {
    var words: Set<String> = []
    for element in [block] + tree.ancestors(of: block, limit: 2) {
      if chain.contains(element) { break }
      words.formUnion(tree.nameWords(of: element))
    }
    return words
  }

  private static let labels: Set<String> = [
    "by", "von", "af", "av", "par", "por", "door", "di", "text", "tekst", "author", "published", "posted",
    "posted on",
    "published on", "updated", "last updated", "date", "publiceret", "publicerad", "publisert",
    "veröffentlicht",
    "aktualisiert", "opdateret", "uppdaterad", "oppdatert", "publié le", "publicado", "publicado el",
    "bijgewerkt",
  ]

  private static func label(_ text: String) -> String {
    let lower = text.lowercased()
    return lower.hasSuffix(":") ? String(lower.dropLast()).trimmingBlanks : lower
  }

  /// The lines; one that says only "By" or "Published" is joined to the next.
  private static func joined(_ lines: [Line]) -> [Line] {
    var joined: [Line] = []
    for line in lines {
      if var last = joined.last, last.text.utf8.count < 24, labels.contains(Self.label(last.text)) {
        last.pieces.append((last.pieces.last?.node ?? line.block, " "))
        last.pieces += line.pieces
        last.words.formUnion(line.words)
        if ["author", "text", "tekst"].contains(where: { last.text.lowercased().hasPrefix($0) }) {
          last.words.insert("author")
        }
        joined[joined.count - 1] = last
      } else {
        joined.append(line)
      }
    }
    return joined
  }
}
