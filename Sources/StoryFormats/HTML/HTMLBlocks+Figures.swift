internal import Stories

/// Reads pictures, films and sounds with their captions.
extension HTMLBlocks {
  /// The longest text beside a picture that counts as its caption, in bytes.
  private static let longestCaption = 1_500

  mutating func figure(_ node: MarkupTree.Index, depth: Int) -> [Block] {
    if tree[node].name == "figure", holdsMore(node) { return parts(of: node, depth: depth) }
    let images = tree.elements(of: node, named: ["img", "video", "audio", "source"])
    let image = images.first { tree[$0].name != "source" } ?? images.first ?? mediaItself(node)
    let captions = tree.elements(of: node, named: ["figcaption"], outside: ["figcaption"])
    var words = Array(captions.map { captionInlines($0) }.joined(separator: [Inline(" ")]))
    if captions.isEmpty, tree[node].name == "figure", !tree.isSpace(below: node) {
      words = captionInlines(node)
    }
    words = Self.tidied(words)
    if words.isEmpty, let image { words = [Inline(pictureWords(image))].filter { !$0.text.isEmpty } }
    let source = image.flatMap { sourceAddress(of: $0) }
    guard !words.isEmpty || (keepsUnnamedPictures && source != nil && !isPixel(image)) else { return [] }
    return [Block(.figure(caption: words, source: source), line: tree[node].line)]
  }

  func picture(_ node: MarkupTree.Index) -> [Block] {
    let words = pictureWords(node)
    let source = sourceAddress(of: node)
    guard !words.isEmpty || (keepsUnnamedPictures && source != nil && !isPixel(node)) else { return [] }
    return [
      Block(.figure(caption: words.isEmpty ? [] : [Inline(words)], source: source), line: tree[node].line)
    ]
  }

  /// A picture's own words: its alternative text and its title.
  func pictureWords(_ image: MarkupTree.Index) -> String {
    let alternative = MarkupTree.collapsed(tree[image][attribute: "alt"] ?? "")
    let title = MarkupTree.collapsed(tree[image][attribute: "title"] ?? "")
    if title.isEmpty || isPixel(image) { return alternative }
    if alternative.isEmpty { return title }
    guard keepsUnnamedPictures, !alternative.hasBytes(of: title), !title.hasBytes(of: alternative) else {
      return title.utf8.count > alternative.utf8.count && title.hasBytes(of: alternative)
        ? title : alternative
    }
    return alternative + " – " + title
  }

  /// An address worth keeping: not base 64 data, and not a part of a mail message.
  static func shortSource(_ address: String) -> String? {
    address.hasPrefix("data:") || address.hasPrefix("cid:") || address.utf8.count > 2_000 ? nil : address
  }

  private func sourceAddress(of image: MarkupTree.Index) -> String? {
    for name in ["src", "data-src", "data-original", "poster"] {
      if let address = tree[image][attribute: name].flatMap(Self.shortSource), !address.isEmpty {
        return address
      }
    }
    return nil
  }

  private func mediaItself(_ node: MarkupTree.Index) -> MarkupTree.Index? {
    ["video", "audio"].contains(tree[node].name) ? node : nil
  }

  private static let pixelPlaces = [
    "feedburner", "feedsportal", "doubleclick", "/pixel", "pixel.", "stats.wordpress", "/tracking", "/track?",
    "scorecardresearch", "/count.gif", "/beacon", "analytics", "/open.gif", "/e/o?",
  ]

  /// Whether a picture is a tracking pixel: a dot, a hidden picture, or one of a known counter.
  private func isPixel(_ image: MarkupTree.Index?) -> Bool {
    guard let image else { return false }
    for name in ["width", "height"] {
      let digits = (tree[image][attribute: name] ?? "").prefix { $0.isASCII && $0.isNumber }
      if let size = Int(digits), size <= 2 { return true }
    }
    if !tree.isProbablyVisible(image) { return true }
    let style = (tree[image][attribute: "style"] ?? "").lowercased().filter { $0 != " " }
    if ["width:1px", "height:1px", "width:0", "height:0"].contains(where: { style.hasBytes(of: $0) }) {
      return true
    }
    let names = (tree[image][attribute: "class"] ?? "").lowercased()
    if names.hasBytes(of: "smiley") || names.hasBytes(of: "emoji") { return true }
    let address = (tree[image][attribute: "src"] ?? "").prefix(300).lowercased()
    return Self.pixelPlaces.contains { address.hasBytes(of: $0) }
  }

  // MARK: Content of a figure

  private static let own: Set<String> = ["pre", "table", "blockquote", "figure", "ul", "ol"]

  /// Whether a figure is more than a picture with a caption: it contains code, a table, a quotation, other
  /// figures, or a text.
  private func holdsMore(_ node: MarkupTree.Index) -> Bool {
    let parts = tree.elements(of: node, named: Self.own, outside: ["figcaption"])
    if parts.contains(where: { tree[$0].name == "figure" || !tree.isSpace(below: $0) }) { return true }
    if tree.first("figcaption", in: node) != nil {
      return tree.first("img", in: node) == nil
        && !tree.elements(of: node, named: ["p"], outside: ["figcaption"]).isEmpty
    }
    return !tree.isShorter(node, than: Self.longestCaption)
      || (!tree.isSpace(below: node) && tree.elements(of: node, named: ["img", "video", "audio"]).isEmpty)
  }

  /// The blocks of such a figure; the speaker of a quotation stays with it.
  private mutating func parts(of node: MarkupTree.Index, depth: Int) -> [Block] {
    var found = blocks(in: tree[node].children.filter { tree[$0].name != "figcaption" }, depth: depth + 1)
    for caption in tree.elements(of: node, named: ["figcaption"], outside: ["figcaption", "figure"]) {
      let words = Self.tidied(captionInlines(caption))
      guard !words.isEmpty else { continue }
      let place = found.indices.last
      if let place, case .quote(let quoted, nil) = found[place].kind, words.text.utf8.count <= 200 {
        let name = words.text.drop { "—–-― ".contains($0) }
        found[place].kind = .quote(quoted, attribution: String(name))
      } else if tree.first("img", in: node) != nil {
        found.append(Block(.figure(caption: words, source: nil), line: tree[caption].line))
      } else {
        found += Self.paragraphs(words, line: tree[caption].line)
      }
    }
    return found
  }

  /// The words of a caption on one line, without those of pictures inside it.
  mutating func captionInlines(_ caption: MarkupTree.Index) -> [Inline] {
    leavesPicturesOut = true
    defer { leavesPicturesOut = false }
    return inlines(in: caption)
  }
}
