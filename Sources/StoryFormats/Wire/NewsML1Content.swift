internal import Stories

/// The texts and pictures in the nested components of NewsML 1.
struct NewsML1Content {
  let tree: MarkupTree
  let topics: NewsML1Topics

  /// Roles of texts that belong to a picture.
  private static let captions: Set<String> = ["caption", "captiontext", "legend"]

  // MARK: Parts

  /// The components that are separate stories: those with a headline and a text each, if there are at least
  /// two.
  func parts(of top: MarkupTree.Index) -> [MarkupTree.Index] {
    guard !isEquivalents(top), tree.child(of: top, named: "ContentItem") == nil else { return [top] }
    let inner = components(in: top)
    let parts = inner.filter { component in
      tree.element("NewsLines", "HeadLine", below: component) != nil && hasText(component)
    }
    if parts.count > 1 { return parts }
    // A wrapper around a package.
    return inner.count == 1 && depth(of: top) < NewsML1Reader.maximumDepth
      ? self.parts(of: inner[0], or: top) : [top]
  }

  private func parts(of inner: MarkupTree.Index, or top: MarkupTree.Index) -> [MarkupTree.Index] {
    let parts = parts(of: inner)
    return parts.count > 1 ? parts : [top]
  }

  private func depth(of component: MarkupTree.Index) -> Int {
    tree.ancestors(of: component, limit: NewsML1Reader.maximumDepth + 4).count
  }

  private func components(in component: MarkupTree.Index) -> [MarkupTree.Index] {
    tree.children(of: component, named: "NewsComponent")
  }

  private func isEquivalents(_ component: MarkupTree.Index) -> Bool {
    tree[component][attribute: "EquivalentsList"]?.lowercased() == "yes"
  }

  private func hasText(_ component: MarkupTree.Index) -> Bool {
    !tree.elements(of: component, named: ["DataContent"], outside: ["NewsItem"]).isEmpty
      && !Self.captions.contains(role(of: component))
  }

  private func role(of component: MarkupTree.Index) -> String {
    let role = tree.child(of: component, named: "Role").flatMap { tree[$0][attribute: "FormalName"] } ?? ""
    return WireCodes.local(role).lowercased().filter { $0 != " " }
  }

  // MARK: Walking

  /// Reads a component with everything in it.
  func read(_ component: MarkupTree.Index, into item: inout WireItem) {
    read(component, into: &item, depth: 0)
  }

  private func read(_ component: MarkupTree.Index, into item: inout WireItem, depth: Int) {
    guard depth < NewsML1Reader.maximumDepth else {
      item.note(
        """
        components are nested more than \(NewsML1Reader.maximumDepth) levels deep; the deeper ones are left \
        out
        """,
        line: tree[component].line)
      return
    }
    if depth > 0 { readHead(of: component, into: &item) }
    if isPicture(component) { return readPicture(component, into: &item) }
    let content = tree.elementChildren(of: component).filter {
      ["NewsComponent", "ContentItem", "NewsItemRef"].contains(tree[$0].name)
    }
    guard !isEquivalents(component) else { return readBest(of: content, into: &item, depth: depth) }
    for child in content {
      switch tree[child].name {
      case "NewsComponent": read(child, into: &item, depth: depth + 1)
      case "ContentItem": read(content: child, into: &item)
      default: addLink(child, into: &item)
      }
    }
  }

  /// Reads the lines of a component within the story: the story's own if it has none, else a heading above
  /// its part.
  private func readHead(of component: MarkupTree.Index, into item: inout WireItem) {
    let known = item.headline
    let reader = NewsML1Item(tree: tree, root: component, topics: topics)
    let headline = tree.element("NewsLines", "HeadLine", below: component).map { tree.text(of: $0) } ?? ""
    guard let known, !headline.isEmpty, !TextMarks.saysTheSame(known, headline) else {
      if !isPicture(component) { reader.readComponent(component, into: &item) }
      return
    }
    guard hasText(component), !isPicture(component) else { return }
    item.append(
      HTMLFragment.Content(
        blocks: [Block(.heading(level: 2, [Inline(headline)]), line: tree[component].line)]))
  }

  /// Reads the most structured of several renditions of one thing, and reports a rendition in another
  /// language.
  private func readBest(of children: [MarkupTree.Index], into item: inout WireItem, depth: Int) {
    func language(of child: MarkupTree.Index) -> String? {
      let metadata = tree.element("DescriptiveMetadata", "Language", below: child)
      return metadata.flatMap { tree[$0][attribute: "FormalName"] } ?? tree[child][attribute: "xml:lang"]
    }
    let wanted = item.language?.prefix { $0 != "-" }.lowercased()
    let ranked = children.enumerated().min {
      (rank($0.element, language: language(of: $0.element), wanted: wanted), $0.offset)
        < (rank($1.element, language: language(of: $1.element), wanted: wanted), $1.offset)
    }
    guard let best = ranked?.element else { return }
    let own = language(of: best) ?? item.language
    let others = Set(children.compactMap(language)).subtracting([own].compactMap { $0 })
    if !others.isEmpty {
      let names = others.sorted().prefix(10).joined(separator: ", ")
      item.note(
        "the text is also there in other languages (\(names)), which are not read", line: tree[best].line)
    }
    if tree[best].name == "NewsComponent" {
      read(best, into: &item, depth: depth + 1)
    } else {
      read(content: best, into: &item)
    }
  }

  private func rank(_ child: MarkupTree.Index, language: String?, wanted: String?) -> Int {
    let inside = Set(
      tree.elements(of: child, named: ["nitf", "p", "html", "body", "DataContent"]).map { tree[$0].name })
    let form =
      inside.contains("nitf")
      ? 0 : inside.contains("p") || inside.contains("html") ? 1 : inside.isEmpty ? 3 : 2
    let isOther =
      wanted.map { wanted in language.map { !$0.lowercased().hasPrefix(wanted) } ?? false } ?? false
    return form + (isOther ? 10 : 0)
  }

  private func addLink(_ reference: MarkupTree.Index, into item: inout WireItem) {
    guard let target = tree[reference][attribute: "NewsItem"], item.links.count < WireItem.most else {
      return
    }
    let title = tree.text(of: reference)
    item.links.append(
      WireItem.Link(
        relation: "", target: NewsML1Item.withoutRevision(target), title: title.isEmpty ? nil : title))
  }

  // MARK: Text

  private func read(content: MarkupTree.Index, into item: inout WireItem) {
    let line = tree[content].line
    if let picture = figure(of: [content], caption: nil, item) {
      item.figures.append(picture)
      return
    }
    guard let data = tree.elements(of: content, named: ["DataContent"]).first else {
      if let address = tree[content][attribute: "Href"] {
        item.note("the text is in another file, “\(address.prefix(100))”, which is not read", line: line)
      }
      return
    }
    let encoding = tree.children(of: content, named: "Encoding").first
    let notation = encoding.flatMap { tree[$0][attribute: "Notation"] ?? topics.name(of: tree[$0]) } ?? ""
    if let first = tree.elementChildren(of: data).first, encoding == nil {
      readMarkup(data, first: first, into: &item)
      return
    }
    var text = tree.rawText(of: data)
    if encoding != nil {
      guard notation.lowercased().hasBytes(of: "base64"), let decoded = Base64.text(text) else {
        item.note("the content is encoded as “\(notation.prefix(60))”, which is not read", line: line)
        return
      }
      text = decoded
    }
    if text.prefix(400).contains("<nitf"), let inner = XMLParser.parse(text).tree,
      inner[inner.root].name == "nitf"
    {
      NITFReader(tree: inner, root: inner.root).read(into: &item, isInner: true)
    } else if HTMLFragment.looksLikeHTML(text) {
      item.append(HTMLFragment.read(text, base: nil))
    } else {
      item.append(WireText.content(of: text))
    }
  }

  private func readMarkup(_ data: MarkupTree.Index, first: MarkupTree.Index, into item: inout WireItem) {
    if tree[first].name == "nitf" {
      let inner = tree.subtree(of: first)
      NITFReader(tree: inner, root: inner.root).read(into: &item, isInner: true)
      return
    }
    // Elements of NITF, XHTML, or both; NITF's are XHTML's under other names.
    let inner = tree.subtree(of: data)
    let isPage = tree[first].name == "html"
    let top = isPage ? inner.first("body", in: inner.root) ?? inner.root : inner.root
    if !isPage, let body = inner.first("body.content", in: inner.root) {
      item.append(NITFText(tree: inner).content(of: inner[body].children))
    } else if isPage || inner.first("body", in: inner.root) != nil {
      item.append(HTMLFragment.read(inner, below: top, base: nil))
    } else {
      item.append(NITFText(tree: inner).content(of: inner[inner.root].children))
    }
  }

  // MARK: Pictures

  private static let media = [
    "photo", "picture", "graphic", "image", "video", "audio", "animation", "logo", "icon",
  ]

  private func isMedia(_ content: MarkupTree.Index) -> Bool {
    let type = ["MediaType", "MimeType", "Format"].lazy.compactMap { name in
      tree.child(of: content, named: name).flatMap { topics.name(of: tree[$0]) ?? tree.text(of: $0) }
    }
    return type.contains { type in Self.media.contains { type.lowercased().hasPrefix($0) } }
  }

  /// Whether a component is a picture: media files, and no text except a caption.
  private func isPicture(_ component: MarkupTree.Index) -> Bool {
    let walls: Set<String> = ["NewsItem"]
    let contents = tree.elements(of: component, named: ["ContentItem"], outside: walls)
    guard contents.contains(where: isMedia) else { return false }
    return contents.allSatisfy { content in
      isMedia(content) || isCaption(content, within: component)
    }
  }

  private func isCaption(_ content: MarkupTree.Index, within component: MarkupTree.Index) -> Bool {
    for outer in tree.ancestors(of: content, limit: NewsML1Reader.maximumDepth) {
      if Self.captions.contains(role(of: outer)) { return true }
      if outer == component { return false }
    }
    return false
  }

  private func readPicture(_ component: MarkupTree.Index, into item: inout WireItem) {
    let contents = tree.elements(of: component, named: ["ContentItem"], outside: ["NewsItem"])
    let texts = contents.filter { !isMedia($0) }.flatMap { tree.elements(of: $0, named: ["DataContent"]) }
    let caption = texts.map { tree.text(of: $0) }.filter { !$0.isEmpty }.joined(separator: " ")
    let headline = tree.elements(of: component, named: ["HeadLine"], outside: ["NewsItem"]).first
    let words = caption.isEmpty ? headline.map { tree.text(of: $0) } : caption
    guard let figure = figure(of: contents.filter(isMedia), caption: words, item) else { return }
    item.figures.append(figure)
  }

  /// One figure for all files of one picture; the widest is its source.
  private func figure(of contents: [MarkupTree.Index], caption: String?, _ item: WireItem) -> Block? {
    let media = contents.filter(isMedia)
    guard let best = media.max(by: { width(of: $0) < width(of: $1) }) else { return nil }
    let own = tree.children(of: best, named: "DataContent").map { tree.text(of: $0) }.first {
      $0.utf8.count < 2_000
    }
    return WireText.figure(
      caption: caption ?? own ?? item.headline ?? item.title, producer: item.creditLine,
      source: tree[best][attribute: "Href"], line: tree[best].line)
  }

  private func width(of content: MarkupTree.Index) -> Int {
    let characteristics = tree.child(of: content, named: "Characteristics")
    let property = characteristics.flatMap { found in
      tree.children(of: found, named: "Property").first { tree[$0][attribute: "FormalName"] == "Width" }
    }
    return property.flatMap { tree[$0][attribute: "Value"] }.flatMap { Int($0) } ?? 0
  }
}
