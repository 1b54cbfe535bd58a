/// Finds the authors of a page's story: people shown beside the headline, else people named in the head, else
/// organisations.
struct PageAuthors {
  private(set) var names: [String] = []

  private let tree: MarkupTree
  private let sites: SiteNames

  /// Class words of elements with authors' names, and of those with other names or none.
  private static let words: Set<String> = [
    "author", "authors", "byline", "bylines", "writer", "writers", "auteur", "auteurs", "autor", "autoren",
    "autore",
    "forfatter", "skribent", "journalist", "contributor", "contributors", "authorname", "writtenby",
    "creator",
    "reporter", "authored",
  ]
  private static let strange: Set<String> = [
    "photo", "photographer", "credit", "caption", "image", "avatar", "bio", "biography", "description",
    "foto", "fotograf",
    "related", "comment", "follow", "twitter", "email", "social", "share", "date", "time", "editor",
    "illustrator",
  ]
  private static let most = 20

  init(
    data: [LinkedData.Writer], metas: [[String]], _ facts: PageFacts, _ tree: MarkupTree, lines: HeadLines,
    surroundings: PageSurroundings, headline: MarkupTree.Index?, sites: SiteNames
  ) {
    self.tree = tree
    self.sites = sites
    let chain = tree.chain(of: headline)
    let nodes = facts.authors.filter { !surroundings.hold($0, in: tree, beside: chain) && isAuthor($0) }
    let near = lines.range.map { range in nodes.filter { range.contains($0) } } ?? Array(nodes.prefix(1))
    let holder = chain.filter { ["article", "main"].contains(tree[$0].name) }.max()
    let inside = nodes.filter { node in holder.map { tree.ancestors(of: node).contains($0) } ?? false }
    let shown = seen(near, lines)
    let head =
      [data.filter { $0.isPerson != false }.map(\.name)] + metas.map { $0.filter { WebAddress($0) == nil } }
    let said = head.map { persons(BylineNames.names(in: $0)) }.first { !$0.isEmpty } ?? []
    names = Self.chosen(shown: persons(shown), said: said)
    let last =
      [persons(far(inside)), shown, data.map(\.name)] + head + [far(lines.range == nil ? nodes : inside)]
    for others in last where names.isEmpty { names = BylineNames.names(in: others) }
  }

  /// The names shown or the names in the head: the longer list if they agree, else those shown.
  private static func chosen(shown: [String], said: [String]) -> [String] {
    guard !shown.isEmpty, !said.isEmpty else { return shown.isEmpty ? said : shown }
    let (one, other) = (Set(shown.map(folded)), Set(said.map(folded)))
    if one.isSubset(of: other) { return said }
    return shown
  }

  private static func folded(_ name: String) -> String { name.lowercased().filter(\.isLetter) }

  private func persons(_ names: [String]) -> [String] {
    names.filter { Organisations.isPersonLike($0) && !Organisations.contain($0, sites: sites) }
  }

  private func isAuthor(_ node: MarkupTree.Index) -> Bool {
    if PageFacts.leadsToAuthor(tree[node]) { return true }
    let words = tree.nameWords(of: node)
    return words.isDisjoint(with: Self.strange) && !words.isDisjoint(with: Self.words)
  }

  // MARK: Beside the headline

  /// The names in elements and lines beside the headline, in order.
  private func seen(_ nodes: [MarkupTree.Index], _ lines: HeadLines) -> [String] {
    var names: [String] = []
    for node in nodes { add(self.names(of: node), to: &names) }
    // Persons that a link or class marks are enough; lines may contain more than names.
    if names.contains(where: { Organisations.isPersonLike($0) && !Organisations.contain($0, sites: sites) }) {
      return names
    }
    for line in lines.lines {
      let isCalled =
        !line.words.isDisjoint(with: Self.words)
        && line.words.isDisjoint(with: Self.strange.subtracting(["date", "time"]))
      guard line.text.utf8.count <= 400, let text = isCalled ? line.seamed : Self.byline(of: line) else {
        continue
      }
      let found = BylineNames.names(in: text)
      guard isCalled || found.contains(where: { !persons([$0]).isEmpty }) || isDesk(found) else { continue }
      add(found, to: &names)
      if !names.isEmpty, !isCalled { break }
    }
    return names
  }

  /// The part of a line that begins like a byline: the whole line, or what follows its date.
  private static func byline(of line: HeadLines.Line) -> String? {
    if BylineNames.opensPlainly(line.seamed) { return TextMarks.endsSentence(line.text) ? nil : line.seamed }
    guard let date = DateSearch.dates(in: line.text, order: .dayFirst).last else { return nil }
    let rest = line.text[date.end...].drop { "|·•-–—,".contains($0) || $0.isWhitespace }
    return BylineNames.opensPlainly(String(rest)) ? String(rest) : nil
  }

  private func isDesk(_ names: [String]) -> Bool {
    names.contains { Organisations.contain($0, sites: sites) }
  }

  private func far(_ nodes: [MarkupTree.Index]) -> [String] {
    var names: [String] = []
    for node in nodes where names.isEmpty { add(self.names(of: node), to: &names) }
    return names
  }

  private func add(_ new: [String], to names: inout [String]) {
    for name in new where names.count < Self.most {
      let folded = Self.folded(name)
      if names.contains(where: { Self.folded($0) == folded || Self.folded($0).hasPrefix(folded) }) {
        continue
      }
      if names.contains(where: { BylineNames.goesOn(name, after: $0) }) { continue }
      names.removeAll { folded.hasPrefix(Self.folded($0)) }
      names.append(name)
    }
  }

  /// The names in an element: those marked by microdata, those of links to authors, else those in its words.
  private func names(of node: MarkupTree.Index) -> [String] {
    let below = tree.descendants(of: node).prefix(200).filter { !tree[$0].isText }
    let marked = below.filter { tree[$0][attribute: "itemprop"] == "name" }
    if !marked.isEmpty {
      let names = BylineNames.names(in: marked.map { tree[$0][attribute: "content"] ?? text(of: $0) })
      if !names.isEmpty { return names }
    }
    let links = below.filter { PageFacts.leadsToAuthor(tree[$0]) }
    let linked = persons(BylineNames.names(in: links.map(text)))
    return linked.isEmpty ? BylineNames.names(in: text(of: node)) : linked
  }

  /// The words of an element, with seams between pieces in different elements.
  private func text(of node: MarkupTree.Index) -> String {
    var line = HeadLines.Line(block: node)
    for piece in tree.descendants(of: node).prefix(200) {
      if tree[piece].isText {
        if tree.isProbablyVisible(tree[piece].parent ?? piece) {
          line.pieces.append((piece, tree[piece].text))
        }
      } else if ["br", "div", "p", "li", "span"].contains(tree[piece].name),
        !["span"].contains(tree[piece].name)
      {
        line.pieces.append((piece, "\n"))
      }
    }
    return line.seamed
  }
}
