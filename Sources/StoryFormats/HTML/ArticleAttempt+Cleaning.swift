extension ArticleAttempt {
  /// Removes furniture from the article.
  mutating func clean(_ article: MarkupTree.Index) {
    let data = dataTables(article)
    cleanConditionally(article, named: "form", data)
    cleanConditionally(article, named: "fieldset", data)
    remove(article, named: ["object", "embed", "footer", "link", "aside"])
    removeSharing(article)
    remove(article, named: ["iframe", "input", "textarea", "select", "button"])
    removeLowHeaders(article)
    cleanConditionally(article, named: "table", data)
    cleanConditionally(article, named: "ul", data)
    cleanConditionally(article, named: "div", data)
    for heading in tree.elements(of: article, named: ["h1"]) { tree[heading].name = "h2" }
    removeEmptyParagraphs(article)
    unwrapSingleCells(article)
    invalidate(article)
  }

  private mutating func remove(_ article: MarkupTree.Index, named names: Set<String>) {
    for node in tree.elements(of: article, named: names) where !SubtreeSummary.isVideo(tree[node]) {
      remove(node)
    }
  }

  private mutating func removeSharing(_ article: MarkupTree.Index) {
    for node in tree.descendants(of: article).reversed() where words[node].isSharing {
      if summary(of: node).length < ArticleFinder.enough { remove(node) }
    }
  }

  private mutating func removeLowHeaders(_ article: MarkupTree.Index) {
    for heading in tree.elements(of: article, named: ["h1", "h2"]) where classWeight(heading) < 0 {
      remove(heading)
    }
    for heading in tree.elements(of: article, named: ["h2"]) where isTitle(heading) { remove(heading) }
  }

  private mutating func removeEmptyParagraphs(_ article: MarkupTree.Index) {
    for paragraph in tree.elements(of: article, named: ["p"]).reversed() {
      let sum = summary(of: paragraph)
      if sum.length == 0, sum.images == 0, sum.embeds == 0 { remove(paragraph) }
    }
  }

  /// Replaces tables of a single cell by that cell.
  private mutating func unwrapSingleCells(_ article: MarkupTree.Index) {
    var cells: [MarkupTree.Index: MarkupTree.Index] = [:]
    for table in tree.elements(of: article, named: ["table"]) {
      let body = tree.singleChild(of: table, named: "tbody") ?? table
      guard let row = tree.singleChild(of: body, named: "tr"),
        let cell = tree.singleChild(of: row, named: "td")
      else { continue }
      tree[cell].name = tree[cell].children.allSatisfy { tree.isPhrasing($0) } ? "p" : "div"
      cells[table] = cell
    }
    for parent in Set(cells.keys.compactMap { tree[$0].parent }) {
      for (place, child) in tree[parent].children.enumerated() {
        guard tree[child].parent == parent, let cell = cells[child] else { continue }
        tree[parent].children[place] = cell
        tree[cell].parent = parent
        tree.detach(child)
      }
    }
  }

  // MARK: Tables

  /// The nodes inside data tables, and those that contain one.
  struct DataTables {
    var inside: Set<MarkupTree.Index> = []
    var around: Set<MarkupTree.Index> = []
  }

  /// Tables nested deeper than this lay out the page and hold no data.
  private static let deepestDataTable = 6

  private func dataTables(_ article: MarkupTree.Index) -> DataTables {
    var found = DataTables()
    var waiting = [(node: article, tables: 0, isData: false)]
    while let (node, tables, wasData) = waiting.popLast() {
      var (tables, isInData) = (tables, wasData)
      if tree[node].name == "table" {
        tables += 1
        if tables <= Self.deepestDataTable, isData(node) {
          isInData = true
          var ancestor = tree[node].parent
          while let index = ancestor, found.around.insert(index).inserted { ancestor = tree[index].parent }
        }
      }
      if isInData { found.inside.insert(node) }
      for child in tree[node].children where tree[child].parent == node && !tree[child].isText {
        waiting.append((child, tables, isInData))
      }
    }
    return found
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

  // MARK: Decisions by more than a name

  private mutating func cleanConditionally(
    _ article: MarkupTree.Index, named name: String, _ data: DataTables
  ) {
    guard strictness.contains(.cleansConditionally) else { return }
    var groups: [MarkupTree.Index: Bool] = [:]
    for node in tree.elements(of: article, named: [name]).reversed() where shouldGo(node, data) {
      if name == "div", isLineOfGroup(node, &groups) { continue }
      remove(node)
    }
  }

  private mutating func shouldGo(_ node: MarkupTree.Index, _ data: DataTables) -> Bool {
    let sum = summary(of: node)
    let name = tree[node].name
    let isList = name == "ul" || name == "ol" || Double(sum.inLists) / Double(max(1, sum.length)) > 0.9
    if data.inside.contains(node) || data.around.contains(node) { return false }
    if tree.hasAncestor(node, named: ["code", "pre"], depth: 3) { return false }
    let weight = classWeight(node)
    if weight < 0 { return true }
    guard sum.commas < 10 else { return false }
    return looksLikeFurniture(node, sum, isList: isList, weight: weight)
  }

  /// The longest line in a group of lines, in characters; and the largest fraction of links in the group.
  private static let longestLine = 400
  private static let mostLinked = 0.45
  /// The shortest average line of a group, in characters.
  private static let shortestLine = 14

  /// Whether a `div` is one of several lines, or a group of them, as pages set steps and lists.
  ///
  /// Lines are judged together, once per group.
  private mutating func isLineOfGroup(_ node: MarkupTree.Index, _ groups: inout [MarkupTree.Index: Bool])
    -> Bool
  {
    guard classWeight(node) >= 0 else { return false }
    if !isLine(node) { return isGroup(node, &groups) }
    guard let group = tree[node].parent, tree[group].name == "div" || tree[group].name == "section",
      summary(of: node).length <= Self.longestLine
    else { return false }
    return isGroup(group, &groups)
  }

  private mutating func isGroup(_ node: MarkupTree.Index, _ groups: inout [MarkupTree.Index: Bool]) -> Bool {
    if let known = groups[node] { return known }
    let sum = summary(of: node)
    let lines = tree.elementChildren(of: node)
    let isGroup =
      sum.linkDensity < Self.mostLinked && sum.length > 60 && sum.images == 0 && sum.inputs == 0
      && sum.embeds == 0 && lines.count >= 2 && sum.length > lines.count * Self.shortestLine
      && lines.allSatisfy { tree[$0].name == "p" || isLine($0) }
    groups[node] = isGroup
    return isGroup
  }

  private func isLine(_ node: MarkupTree.Index) -> Bool {
    tree[node].name == "div" && tree.singleChild(of: node, named: "p") != nil
  }

  private static let adWords: Set<String> = [
    "ad", "ads", "advertising", "advertisement", "pub", "publicité", "werb", "werbung", "publicidad",
    "реклама",
    "annonce", "annons", "anuncio", "loading", "loading...", "loading…", "正在加载", "загрузка", "chargement",
    "cargando",
  ]

  private func looksLikeFurniture(
    _ node: MarkupTree.Index, _ sum: SubtreeSummary, isList: Bool, weight: Double
  ) -> Bool {
    let length = sum.length
    if length < 16, Self.adWords.contains(tree.text(of: node).lowercased()) { return true }
    if sum.hasVideo { return false }
    // A paragraph or list counts its content, not itself.
    let name = tree[node].name
    let p = sum.paragraphs - (name == "p" ? 1 : 0)
    let (img, li) = (sum.images, sum.items - 100)
    let headingDensity = Double(sum.inHeadings) / Double(max(1, length))
    let textDensity = inTextual(below: node)
    let linkDensity = sum.linkDensity
    let isInFigure = tree.hasAncestor(node, named: ["figure"], depth: 3)
    var isSuspect = !isInFigure && img > 1 && Double(p) / Double(img) < 0.5
    isSuspect = isSuspect || (!isList && li > p)
    isSuspect = isSuspect || Double(sum.inputs) > (Double(p) / 3).rounded(.down)
    isSuspect =
      isSuspect
      || (!isList && !isInFigure && headingDensity < 0.9 && length < 25 && (img == 0 || img > 2)
        && linkDensity > 0)
    isSuspect = isSuspect || (!isList && weight < 25 && linkDensity > 0.2)
    isSuspect = isSuspect || (weight >= 25 && linkDensity > 0.5)
    isSuspect = isSuspect || (sum.embeds == 1 && length < 75) || sum.embeds > 1
    isSuspect = isSuspect || (img == 0 && textDensity == 0)
    guard isSuspect else { return false }
    if isList {
      for child in tree.elementChildren(of: node) where tree.elementChildren(of: child).count > 1 {
        return true
      }
      if img == sum.items { return false }
    }
    return true
  }

  /// The number of characters in text elements below.
  private func inTextual(below node: MarkupTree.Index) -> Int {
    tree[node].children.reduce(0) { $0 + (tree[$1].parent == node ? known($1).inTextual : 0) }
  }
}
