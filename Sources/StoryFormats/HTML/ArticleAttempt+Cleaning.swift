extension ArticleAttempt {
  /// Takes the furniture out of the article.
  mutating func clean(_ article: MarkupTree.Index) {
    markDataTables(article)
    cleanConditionally(article, named: ["form"])
    cleanConditionally(article, named: ["fieldset"])
    remove(article, named: ["object", "embed", "footer", "link", "aside"])
    removeSharing(article)
    remove(article, named: ["iframe", "input", "textarea", "select", "button"])
    removeLowHeaders(article)
    cleanConditionally(article, named: ["table"])
    cleanConditionally(article, named: ["ul"])
    cleanConditionally(article, named: ["div"])
    for heading in tree.elements(of: article, named: ["h1"]) { tree[heading].name = "h2" }
    for paragraph in tree.elements(of: article, named: ["p"]).reversed() where isEmptyParagraph(paragraph) {
      tree.remove(paragraph)
    }
    for table in tree.elements(of: article, named: ["table"]) { unwrapSingleCell(table) }
  }

  private static let videos = [
    "dailymotion.com", "youtube.com", "youtube-nocookie.com", "player.vimeo.com", "v.qq.com", "bilibili.com",
    "archive.org", "upload.wikimedia.org", "player.twitch.tv",
  ]

  private func isVideo(_ node: MarkupTree.Index) -> Bool {
    guard ["object", "embed", "iframe"].contains(tree[node].name) else { return false }
    return tree[node].attributes.contains { attribute in Self.videos.contains { attribute.value.contains($0) }
    }
  }

  private mutating func remove(_ article: MarkupTree.Index, named names: Set<String>) {
    for node in tree.elements(of: article, named: names).reversed() where !isVideo(node) { tree.remove(node) }
  }

  private mutating func removeSharing(_ article: MarkupTree.Index) {
    for node in tree.descendants(of: article).reversed() where tree.isAttached(node) && !tree[node].isText {
      if ClassWords.sharing(tree.matchString(node)), tree.measure(of: node).length < ArticleFinder.enough {
        tree.remove(node)
      }
    }
  }

  private mutating func removeLowHeaders(_ article: MarkupTree.Index) {
    for heading in tree.elements(of: article, named: ["h1", "h2"]).reversed() where classWeight(heading) < 0 {
      tree.remove(heading)
    }
    for heading in tree.elements(of: article, named: ["h2"]) where tree.isAttached(heading) {
      if Words.similarity(title, tree.text(of: heading)) > 0.75 { tree.remove(heading) }
    }
  }

  private func isEmptyParagraph(_ paragraph: MarkupTree.Index) -> Bool {
    let things = tree.elements(of: paragraph, named: ["img", "embed", "object", "iframe"])
    return things.isEmpty && tree.isSpace(below: paragraph)
  }

  private mutating func unwrapSingleCell(_ table: MarkupTree.Index) {
    guard tree.isAttached(table) else { return }
    let body = tree.singleChild(of: table, named: "tbody") ?? table
    guard let row = tree.singleChild(of: body, named: "tr"), let cell = tree.singleChild(of: row, named: "td")
    else {
      return
    }
    tree[cell].name = tree[cell].children.allSatisfy { tree.isPhrasing($0) } ? "p" : "div"
    tree.replace(table, with: cell)
  }

  // MARK: Tables

  private mutating func markDataTables(_ article: MarkupTree.Index) {
    for table in tree.elements(of: article, named: ["table"]) where isData(table) {
      isDataTable.insert(table)
    }
  }

  private func isData(_ table: MarkupTree.Index) -> Bool {
    if tree[table][attribute: "role"] == "presentation" || tree[table][attribute: "datatable"] == "0" {
      return false
    }
    if tree[table][attribute: "summary"]?.isEmpty == false { return true }
    if let caption = tree.first("caption", in: table), !tree[caption].children.isEmpty { return true }
    if !tree.elements(of: table, named: ["col", "colgroup", "tfoot", "thead", "th"]).isEmpty { return true }
    if tree.first("table", in: table) != nil { return false }
    let rows = tree.elements(of: table, named: ["tr"])
    let columns = rows.map { tree.elementChildren(of: $0).count { tree[$0].name == "td" } }.max() ?? 0
    if rows.count == 1 || columns == 1 { return false }
    return rows.count >= 10 || columns > 4 || rows.count * columns > 10
  }

  // MARK: What depends on more than a name

  private mutating func cleanConditionally(_ article: MarkupTree.Index, named names: Set<String>) {
    guard strictness.contains(.cleansConditionally) else { return }
    for node in tree.elements(of: article, named: names).reversed() where tree.isAttached(node) {
      if shouldGo(node) { tree.remove(node) }
    }
  }

  private func shouldGo(_ node: MarkupTree.Index) -> Bool {
    let name = tree[node].name
    var isList = name == "ul" || name == "ol"
    let (length, commas) = tree.measure(of: node)
    if !isList {
      let listed = tree.elements(of: node, named: ["ul", "ol"], outside: ["ul", "ol"]).reduce(0) {
        $0 + tree.measure(of: $1).length
      }
      isList = Double(listed) / Double(max(1, length)) > 0.9
    }
    if name == "table", isDataTable.contains(node) { return false }
    let ancestors = tree.ancestors(of: node)
    if ancestors.contains(where: { isDataTable.contains($0) }) { return false }
    if ancestors.prefix(3).contains(where: { tree[$0].name == "code" }) { return false }
    if tree.elements(of: node, named: ["table"]).contains(where: { isDataTable.contains($0) }) {
      return false
    }
    let weight = classWeight(node)
    if weight < 0 { return true }
    guard commas < 10 else { return false }
    return looksLikeFurniture(node, length: length, isList: isList, weight: weight)
  }

  private static let adWords: Set<String> = [
    "ad", "ads", "advertising", "advertisement", "pub", "publicité", "werb", "werbung", "publicidad",
    "реклама",
    "annonce", "annons", "anuncio", "loading", "loading...", "loading…", "正在加载", "загрузка", "chargement",
    "cargando",
  ]

  private func looksLikeFurniture(_ node: MarkupTree.Index, length: Int, isList: Bool, weight: Double) -> Bool
  {
    if length < 16, Self.adWords.contains(tree.text(of: node).lowercased()) { return true }
    var counts: [String: Int] = [:]
    var embeds = 0
    for child in tree.descendants(of: node) where !tree[child].isText {
      counts[tree[child].name, default: 0] += 1
      if ["object", "embed", "iframe"].contains(tree[child].name) {
        if isVideo(child) { return false }
        embeds += 1
      }
    }
    let count = { (names: [String]) in names.reduce(0) { $0 + (counts[$1] ?? 0) } }
    let (p, img, li, input) = (count(["p"]), count(["img"]), count(["li"]) - 100, count(["input"]))
    let headingDensity = tree.textDensity(node, of: ["h1", "h2", "h3", "h4", "h5", "h6"])
    let linkDensity = tree.linkDensity(node)
    let textDensity = tree.textDensity(
      node, of: ["span", "li", "td", "blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul"])
    let isInFigure = tree.hasAncestor(node, named: ["figure"], depth: 3)
    var reasons: [Bool] = []
    reasons.append(!isInFigure && img > 1 && Double(p) / Double(img) < 0.5)
    reasons.append(!isList && li > p)
    reasons.append(Double(input) > (Double(p) / 3).rounded(.down))
    reasons.append(
      !isList && !isInFigure && headingDensity < 0.9 && length < 25 && (img == 0 || img > 2)
        && linkDensity > 0)
    reasons.append(!isList && weight < 25 && linkDensity > 0.2)
    reasons.append(weight >= 25 && linkDensity > 0.5)
    reasons.append((embeds == 1 && length < 75) || embeds > 1)
    reasons.append(img == 0 && textDensity == 0)
    guard reasons.contains(true) else { return false }
    if isList {
      for child in tree.elementChildren(of: node) where tree.elementChildren(of: child).count > 1 {
        return true
      }
      if img == counts["li"] ?? 0 { return false }
    }
    return true
  }
}
