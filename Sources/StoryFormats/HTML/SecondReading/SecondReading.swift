/// A second reading of the page by other signs than the first: the element named for the text, without parts
/// named otherwise, link lists and teasers.
///
/// The method is that of Barbaresi's Trafilatura (ACL 2021 demonstrations): candidates by element, class and
/// id in a fixed order; names to discard; link density in blocks, lists and paragraphs. Names and thresholds
/// are our own. It never changes the tree, and examines each node only a few times.
struct SecondReading {
  /// The word runs of the text it found.
  private(set) var shingles = Shingles()
  /// The paragraphs of that text outside lists, tables and quotations, in order.
  private(set) var paragraphs: [MarkupTree.Index] = []
  /// Whether the element it found is an article, or named as one, and contains the page's only headline.
  private(set) var holdsHeadline = false

  private let tree: MarkupTree
  /// The nodes in document order without those that never are text, and where each one's descendants end.
  private var order: [MarkupTree.Index] = []
  private var ends: [Int] = []
  private var sums: [Sum] = []
  private var said: [Said] = []

  /// The content of a part of the page, in letters.
  private struct Sum {
    var length = 0
    var linked = 0
    var links = 0
    var shortLinks = 0
    var inParagraphs = 0

    mutating func add(_ other: Sum, times sign: Int = 1) {
      length += sign * other.length
      linked += sign * other.linked
      links += sign * other.links
      shortLinks += sign * other.shortLinks
      inParagraphs += sign * other.inParagraphs
    }
  }

  /// The text, in letters, that makes further candidates unnecessary.
  private static let enough = 200
  /// With less text than this in paragraphs, loose lines count as well.
  private static let scarce = 350
  private static let steps = 5

  /// Reads a page; empty if no element may contain the text.
  init(_ page: MarkupTree) {
    tree = page
    list()
    measure()
    choose()
  }

  // MARK: Listing

  private mutating func list() {
    // By class alone, which most have, and by both.
    var (byName, byBoth): ([String: Said], [String: Said]) = ([:], [:])
    var frames = [(node: tree.root, place: 0, isOpen: false)]
    while let (node, place, isOpen) = frames.popLast() {
      if isOpen {
        ends[place] = order.count
        continue
      }
      if node != tree.root, isPassedOver(node) { continue }
      let place = order.count
      order.append(node)
      ends.append(place + 1)
      guard !tree[node].isText else {
        said.append(Said())
        continue
      }
      let (names, id) = (tree[node][attribute: "class"] ?? "", tree[node][attribute: "id"] ?? "")
      if names.isEmpty, id.isEmpty {
        said.append(Said())
      } else if id.isEmpty {
        if let words = byName[names] {
          said.append(words)
        } else {
          said.append(Self.said(names: names, id: id))
          byName[names] = said[place]
        }
      } else {
        let both = names + "\u{0}" + id
        if let words = byBoth[both] {
          said.append(words)
        } else {
          said.append(Self.said(names: names, id: id))
          byBoth[both] = said[place]
        }
      }
      frames.append((node, place, true))
      for child in tree[node].children.reversed() where tree[child].parent == node {
        frames.append((child, 0, false))
      }
    }
  }

  /// The longest form and the longest figure that are skipped, in bytes: some pages are one form.
  private static let longestForm = 2_000
  private static let longestFigure = 2_500

  private func isPassedOver(_ node: MarkupTree.Index) -> Bool {
    let name = tree[node].name
    if name.isEmpty { return false }
    if Self.passedOver.contains(name) { return true }
    if name == "form" { return tree.isShorter(node, than: Self.longestForm) }
    if name == "figure" {
      return tree.isShorter(node, than: Self.longestFigure)
        && tree.elements(of: node, named: ["blockquote", "pre", "table"]).isEmpty
    }
    return !tree.isProbablyVisible(node)
  }

  // MARK: Measuring

  private mutating func measure() {
    sums = Array(repeating: Sum(), count: order.count)
    // From last to first, so that children come before their parent.
    var places = [Int?](repeating: nil, count: tree.nodes.count)
    for (place, node) in order.enumerated() { places[node] = place }
    for place in order.indices.reversed() {
      let node = order[place]
      if tree[node].isText {
        sums[place].length = Self.letters(tree[node].text)
      } else if tree[node].name == "a" {
        sums[place].linked = sums[place].length
        if sums[place].length > 0 {
          sums[place].links = 1
          sums[place].shortLinks = sums[place].length < 10 ? 1 : 0
        }
      } else if tree[node].name == "p" {
        sums[place].inParagraphs = sums[place].length
      }
      if place > 0, let parent = tree[node].parent.flatMap({ places[$0] }) {
        sums[parent].add(sums[place])
      }
    }
  }

  /// The number of letters in a text, without spaces and controls.
  private static func letters(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in bytes.count { $0 > 0x20 && $0 & 0xC0 != 0x80 } }
  }

  // MARK: Choosing

  private mutating func choose() {
    var best: (place: Int, gone: [Int: Int], length: Int)?
    var tried: Set<Int> = []
    let holders = order.indices.filter {
      sums[$0].length > 0 && !tree[order[$0]].isText && Self.holders.contains(tree[order[$0]].name)
    }
    for step in 0..<Self.steps {
      guard let place = holders.first(where: { isCandidate($0, step) }),
        tried.insert(place).inserted
      else { continue }
      let (gone, rest) = pruned(place)
      if rest.length >= Self.enough, rest.inParagraphs > 0 || step == Self.steps - 1 {
        best = (place, gone, rest.length)
        break
      }
      if rest.length > best?.length ?? 0 { best = (place, gone, rest.length) }
    }
    if best == nil, let body = order.indices.first(where: { tree[order[$0]].name == "body" }) {
      let (gone, rest) = pruned(body)
      best = (body, gone, rest.length)
    }
    if let best { gather(best.place, best.gone) }
  }

  /// Whether an element that may hold the text is marked as it, by the kind of mark.
  private func isCandidate(_ place: Int, _ step: Int) -> Bool {
    let node = tree[order[place]]
    switch step {
    case 0: return said[place].step == 0 || node[attribute: "itemprop"]?.hasBytes(of: "articleBody") == true
    case 1: return node.name == "article"
    case 2: return said[place].step == 2 || node[attribute: "role"] == "article"
    case 3: return said[place].step == 3
    default: return node.name == "main" || said[place].step == 4 || node[attribute: "role"] == "main"
    }
  }

  // MARK: Pruning

  /// What to remove from a candidate, by first and last place, and what is left.
  private func pruned(_ top: Int) -> (gone: [Int: Int], rest: Sum) {
    var gone: [Int: Int] = [:]
    var rest = sums[top]
    var place = top + 1
    while place < ends[top] {
      if isFurniture(place, in: top) {
        gone[place] = ends[place]
        rest.add(sums[place], times: -1)
        place = ends[place]
      } else {
        place += 1
      }
    }
    // If all names on a page mean furniture, they are ignored.
    if rest.length * 7 <= sums[top].length {
      gone = [:]
      rest = sums[top]
    }
    place = top + 1
    while place < ends[top] {
      if let end = gone[place] {
        place = end
      } else if isMostlyLinks(place, isLast: ends[place] == ends[top]) {
        gone[place] = ends[place]
        rest.add(sums[place], times: -1)
        place = ends[place]
      } else {
        place += 1
      }
    }
    return (gone, rest)
  }

  private func isFurniture(_ place: Int, in top: Int) -> Bool {
    let node = order[place]
    if said[place].isWall, Self.named.contains(tree[node].name), tree.isShorter(node, than: Self.longestWall),
      Furniture.asksForMoney(tree.text(of: node))
    {
      return sums[place].length * 2 < sums[top].length
    }
    guard said[place].isFurniture, Self.named.contains(tree[node].name) else { return false }
    // The anchor of a subheading is named after its words.
    if tree[node].name == "span", let parent = tree[node].parent,
      Elements.kind(of: tree[parent].name).contains(.heading)
    {
      return false
    }
    // An element with half of the text is the text.
    return sums[place].length * 2 < sums[top].length
  }

  /// The longest text that only asks for money, in bytes.
  private static let longestWall = 800
  private static let linked: Set<String> = ["div", "section", "ul", "ol", "dl", "p", "table", "header"]

  /// Whether a block consists mainly of links.
  ///
  /// A link or two in a short line count as much as many in a long one.
  private func isMostlyLinks(_ place: Int, isLast: Bool) -> Bool {
    let name = tree[order[place]].name
    let sum = sums[place]
    guard sum.links > 0, Self.linked.contains(name) else { return false }
    if sum.links == 1, sum.linked > 80, sum.linked * 10 > sum.length * 9 { return true }
    if name == "table" {
      return sum.length > 200 && sum.linked * 10 > sum.length * (sum.length < 1_000 ? 8 : 5)
    }
    let limit = name == "p" ? (isLast ? 60 : 30) : (isLast ? 260 : 100)
    if sum.length < limit {
      return sum.linked * 10 > sum.length * 8 || (sum.links > 1 && sum.shortLinks * 10 > sum.links * 8)
    }
    return sum.links > 4 && sum.linked * 100 > sum.length * 85 && sum.linked < 100 * sum.links
  }

  // MARK: Gathering

  private mutating func gather(_ top: Int, _ gone: [Int: Int]) {
    let headlines = order.indices.filter { tree[order[$0]].name == "h1" }
    if headlines.count == 1, let headline = headlines.first, headline > top, headline < ends[top] {
      holdsHeadline = tree[order[top]].name == "article" || said[top].step == 0
    }
    var left = 0
    var inText = 0
    var place = top
    // Loose lines among paragraphs are labels and credits; with little else, they are the text.
    while place < ends[top] {
      if let end = gone[place] {
        place = end
        continue
      }
      let node = order[place]
      if tree[node].isText { left += sums[place].length }
      if tree[node].name == "p" { inText += sums[place].length }
      place += 1
    }
    let takesLoose = inText < Self.scarce || inText * 2 < left
    var textEnd = takesLoose ? Int.max : 0
    place = top
    while place < ends[top] {
      if let end = gone[place] {
        shingles.endWord()
        place = end
        continue
      }
      let node = order[place]
      if tree[node].isText {
        if place < textEnd { shingles.append(tree[node].text) }
      } else {
        let kind = Elements.kind(of: tree[node].name)
        if kind.contains(.breaks) || !kind.contains(.inline) { shingles.endWord() }
        if kind.contains(.text) {
          if tree[node].name == "p", place >= textEnd || takesLoose { paragraphs.append(node) }
          textEnd = max(textEnd, ends[place])
        }
      }
      place += 1
    }
    shingles.endWord()
  }
}
