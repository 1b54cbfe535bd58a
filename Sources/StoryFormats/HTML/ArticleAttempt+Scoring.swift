extension ArticleAttempt {
  // MARK: Scoring

  /// Scores each paragraph, and passes the points on to the elements around it.
  mutating func score(_ paragraphs: [MarkupTree.Index]) {
    for paragraph in paragraphs where tree.isAttached(paragraph) {
      let sum = summary(of: paragraph)
      guard sum.length >= 25 else { continue }
      let ancestors = tree.ancestors(of: paragraph, limit: 5)
      guard !ancestors.isEmpty else { continue }
      let points = 1 + Double(sum.commas + 1) + Double(min(sum.length / 100, 3))
      for (level, ancestor) in ancestors.enumerated() where tree[ancestor].parent != nil {
        if scores[ancestor] == nil { scores[ancestor] = startingScore(ancestor) }
        let divider = level == 0 ? 1 : level == 1 ? 2 : Double(level * 3)
        scores[ancestor, default: 0] += points / divider
      }
    }
  }

  private func startingScore(_ node: MarkupTree.Index) -> Double {
    let byName: Double =
      switch tree[node].name {
      case "div": 5
      case "pre", "td", "blockquote": 3
      case "address", "ol", "ul", "dl", "dd", "dt", "li", "form": -3
      case "h1", "h2", "h3", "h4", "h5", "h6", "th": -5
      default: 0
      }
    return byName + classWeight(node)
  }

  // MARK: Choosing

  /// The element that contains the article best.
  mutating func chooseTop(body: MarkupTree.Index) -> MarkupTree.Index? {
    for (node, points) in scores {
      scores[node] = points * (1 - summary(of: node).linkDensity)
    }
    let best = scores.filter { tree.isAttached($0.key) }
      .sorted { ($0.value, -$0.key) > ($1.value, -$1.key) }.prefix(5)
    guard var top = best.first?.key, tree[top].name != "body" else { return wholeBody(body) }
    top = commonAncestor(of: best.map { ($0.key, $0.value) }, top: top)
    if scores[top] == nil { scores[top] = startingScore(top) }
    top = climbed(from: top)
    while let parent = tree[top].parent, tree[parent].name != "body",
      tree.elementChildren(of: parent).count == 1
    {
      top = parent
    }
    if scores[top] == nil { scores[top] = startingScore(top) }
    return top
  }

  private mutating func wholeBody(_ body: MarkupTree.Index) -> MarkupTree.Index? {
    guard tree.isAttached(body) else { return nil }
    let top = tree.make("div")
    for child in tree[body].children where tree[child].parent == body { tree.append(child, to: top) }
    tree.append(top, to: body)
    scores[top] = startingScore(top)
    invalidate(body)
    return top
  }

  /// If at least three of the best are in one element, that element is better than each of them.
  private func commonAncestor(of best: [(MarkupTree.Index, Double)], top: MarkupTree.Index)
    -> MarkupTree.Index
  {
    guard let topScore = best.first?.1, topScore > 0 else { return top }
    let others = best.dropFirst().filter { $0.1 / topScore >= 0.75 }.map { Set(tree.ancestors(of: $0.0)) }
    guard others.count >= 3 else { return top }
    for ancestor in tree.ancestors(of: top) where tree[ancestor].name != "body" {
      if others.count(where: { $0.contains(ancestor) }) >= 3 { return ancestor }
    }
    return top
  }

  /// Moves up while the enclosing elements score more, since an article is often split over several.
  private func climbed(from start: MarkupTree.Index) -> MarkupTree.Index {
    var top = start
    var last = scores[start] ?? 0
    let threshold = last / 3
    var current = tree[start].parent
    while let parent = current, tree[parent].name != "body" {
      current = tree[parent].parent
      guard let points = scores[parent] else { continue }
      if points < threshold { break }
      if points > last {
        top = parent
        break
      }
      last = points
    }
    return top
  }

  // MARK: Gathering

  /// The chosen element and the neighbours that read like it, in a new element.
  mutating func gather(around top: MarkupTree.Index) -> MarkupTree.Index {
    let article = tree.make("div")
    guard let parent = tree[top].parent else { return article }
    let topScore = scores[top] ?? 0
    let threshold = max(10, topScore * 0.2)
    let topClass = tree[top][attribute: "class"] ?? ""
    for sibling in tree.elementChildren(of: parent) {
      var joins = sibling == top
      if !joins {
        let isAlike = !topClass.isEmpty && tree[sibling][attribute: "class"] == topClass
        let bonus = isAlike ? topScore * 0.2 : 0
        if let points = scores[sibling], points + bonus >= threshold {
          joins = true
        } else if tree[sibling].name == "p" {
          let sum = summary(of: sibling)
          joins =
            sum.length > 80
            ? sum.linkDensity < 0.25
            : sum.length > 0 && sum.linkDensity == 0 && hasSentence(tree.text(of: sibling))
        }
      }
      guard joins else { continue }
      if !["div", "article", "section", "p", "ol", "ul"].contains(tree[sibling].name) {
        rename(sibling, to: "div")
      }
      tree.append(sibling, to: article)
    }
    tree.append(article, to: parent)
    invalidate(parent)
    return article
  }

  private func hasSentence(_ text: String) -> Bool {
    text.hasSuffix(".") || text.hasBytes(of: ". ")
  }
}
