internal import Stories

/// The content of a news item: text inside the item, or pictures and films beside it (NewsML-G2,
/// "contentSet").
struct NewsMLContent {
  let tree: MarkupTree
  let root: MarkupTree.Index

  func read(into item: inout WireItem) {
    let sets = tree.children(of: root, named: "contentSet").flatMap { tree.elementChildren(of: $0) }
    let isVisual = ["picture", "graphic", "video", "audio"].contains(itemClass)
    readDescriptions(isVisual: isVisual, into: &item)
    // The parts of a content set are one content in several renditions: only one is read.
    if let inline = sets.filter({ tree[$0].name == "inlineXML" }).min(by: { rank($0) < rank($1) }) {
      readInline(inline, into: &item)
    }
    if item.content.blocks.isEmpty {
      for data in sets where tree[data].name == "inlineData" {
        readData(data, into: &item)
        if !item.content.blocks.isEmpty { break }
      }
    }
    let remote = sets.filter { tree[$0].name == "remoteContent" }
    if isVisual || item.content.blocks.isEmpty || remote.contains(where: isPicture) {
      readRemote(remote, isVisual: isVisual, into: &item)
    }
    if isVisual { readParts(into: &item) }
  }

  private var itemClass: String {
    let element = tree.element("itemMeta", "itemClass", below: root)
    let code = element.flatMap { tree[$0][attribute: "qcode"] ?? tree[$0][attribute: "uri"] } ?? ""
    return WireCodes.local(code).lowercased()
  }

  private func words(_ element: MarkupTree.Index) -> String? {
    let text = tree.text(of: element)
    return text.isEmpty ? nil : text
  }

  // MARK: Descriptions

  /// Reads descriptions: of texts they are standfirsts; of pictures and films captions, scripts and shot
  /// lists.
  private func readDescriptions(isVisual: Bool, into item: inout WireItem) {
    guard !isVisual else { return }
    for description in ownDescriptions where !isRole(["caption", "script", "shotlist"], of: description) {
      if let text = words(description) { item.standfirsts.append(text) }
      // A second one is for another language or role.
      break
    }
  }

  /// The item's descriptions, those in its own language first; one per language if there are several.
  private var ownDescriptions: [MarkupTree.Index] {
    let all = tree.children(of: root, named: "contentMeta").flatMap {
      tree.children(of: $0, named: "description")
    }
    let own = tree.inherited("xml:lang", at: root).map { $0.prefix { $0 != "-" }.lowercased() }
    guard let own else { return all }
    let fitting = all.filter { description in
      guard let tag = tree[description][attribute: "xml:lang"] else { return true }
      return tag.prefix { $0 != "-" }.lowercased() == own
    }
    return fitting.isEmpty ? all : fitting
  }

  private func isRole(_ roles: Set<String>, of description: MarkupTree.Index) -> Bool {
    roles.contains(WireCodes.local(tree[description][attribute: "role"] ?? "").lowercased())
  }

  // MARK: Text

  /// The readability of a rendition: NITF first, then XHTML, then anything else.
  private func rank(_ inline: MarkupTree.Index) -> Int {
    switch tree.elementChildren(of: inline).first.map({ tree[$0].name }) {
    case "nitf": 0
    case "html", "body", "article", "div", "section": 1
    case nil: 3
    default: 2
    }
  }

  private func readInline(_ inline: MarkupTree.Index, into item: inout WireItem) {
    guard let first = tree.elementChildren(of: inline).first else { return }
    switch tree[first].name {
    case "nitf":
      let inner = tree.subtree(of: first)
      NITFReader(tree: inner, root: inner.root).read(into: &item, isInner: true)
    case "html":
      item.append(HTMLFragment.read(tree, below: tree.child(of: first, named: "body") ?? first, base: nil))
    default: item.append(HTMLFragment.read(tree, below: inline, base: nil))
    }
  }

  private func readData(_ data: MarkupTree.Index, into item: inout WireItem) {
    if let encoding = tree[data][attribute: "encoding"], !encoding.isEmpty {
      item.note(
        "the content is encoded as “\(encoding.prefix(60))”, which is not read", line: tree[data].line)
      return
    }
    let text = tree.rawText(of: data)
    let type = tree[data][attribute: "contenttype"]?.lowercased() ?? ""
    if type.contains("nitf") {
      guard let inner = XMLParser.parse(text).tree, inner[inner.root].name == "nitf" else { return }
      NITFReader(tree: inner, root: inner.root).read(into: &item, isInner: true)
    } else if type.contains("html") || (!type.hasPrefix("text/plain") && HTMLFragment.looksLikeHTML(text)) {
      item.append(HTMLFragment.read(text, base: nil))
    } else {
      item.append(WireText.content(of: text))
    }
  }

  // MARK: Pictures and films

  private func isPicture(_ remote: MarkupTree.Index) -> Bool {
    tree[remote][attribute: "contenttype"]?.lowercased().hasPrefix("image/") ?? false
  }

  /// Makes one figure for all renditions; the widest is its source.
  private func readRemote(_ renditions: [MarkupTree.Index], isVisual: Bool, into item: inout WireItem) {
    guard let best = renditions.max(by: { width(of: $0) < width(of: $1) }) else {
      if isVisual, let caption = caption(in: ownDescriptions) {
        addFigure(caption, nil, isVisual: true, into: &item)
      }
      return
    }
    let source = tree[best][attribute: "href"] ?? tree[best][attribute: "residref"]
    // Text stored elsewhere would have to be fetched, which the reader never does: its address is shown.
    let own = tree.children(of: best, named: "description").lazy.compactMap(words).first
    let words = own ?? caption(in: ownDescriptions) ?? item.headline ?? item.title
    addFigure(words, source, isVisual: isVisual, into: &item)
    guard isVisual else { return }
    for description in ownDescriptions {
      guard let text = self.words(description), text != caption(in: ownDescriptions) else { continue }
      item.append(WireText.content(of: tree.rawText(of: description)))
    }
  }

  private func width(of rendition: MarkupTree.Index) -> Int {
    tree[rendition][attribute: "width"].flatMap { Int($0) } ?? 0
  }

  private func caption(in descriptions: [MarkupTree.Index]) -> String? {
    let captions = descriptions.filter { isRole(["caption"], of: $0) }
    return (captions.first ?? descriptions.first).flatMap(words)
  }

  private func addFigure(_ caption: String?, _ source: String?, isVisual: Bool, into item: inout WireItem) {
    let figure = WireText.figure(
      caption: caption, producer: item.creditLine, source: source, line: tree[root].line)
    guard let figure else { return }
    if isVisual {
      item.title = item.title ?? caption
      item.append(HTMLFragment.Content(blocks: [figure]))
    } else {
      item.figures.append(figure)
    }
  }

  /// Reads the shots of a film, each with its description, as a numbered list.
  private func readParts(into item: inout WireItem) {
    var shots: [Block.Item] = []
    for part in tree.children(of: root, named: "partMeta").prefix(WireItem.most) {
      guard let text = tree.children(of: part, named: "description").lazy.compactMap(words).first else {
        continue
      }
      shots.append(Block.Item([Block(.paragraph([Inline(text)]), line: tree[part].line)]))
    }
    guard !shots.isEmpty else { return }
    item.append(HTMLFragment.Content(blocks: [Block(.list(start: 1, shots))]))
  }
}
