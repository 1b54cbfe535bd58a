extension MarkupTree {
  private static let phrasing: Set<String> = [
    "abbr", "audio", "b", "bdo", "br", "button", "cite", "code", "data", "datalist", "dfn", "em", "embed",
    "i", "img",
    "input", "kbd", "label", "mark", "math", "meter", "noscript", "object", "output", "progress", "q", "ruby",
    "samp",
    "script", "select", "small", "span", "strong", "sub", "sup", "textarea", "time", "var", "wbr",
  ]

  private static let blocks: Set<String> = [
    "blockquote", "dl", "div", "img", "ol", "p", "pre", "table", "ul",
  ]

  /// Class and id in lower case, for `ClassWords`.
  func matchString(_ node: Index) -> String {
    "\(self[node][attribute: "class"] ?? "") \(self[node][attribute: "id"] ?? "")".lowercased()
  }

  /// Whether nothing hides the element: style, attribute or aria.
  func isProbablyVisible(_ node: Index) -> Bool {
    if let style = self[node][attribute: "style"]?.lowercased().filter({ $0 != " " }),
      style.hasBytes(of: "display:none") || style.hasBytes(of: "visibility:hidden")
    {
      return false
    }
    if self[node][attribute: "hidden"] != nil { return false }
    if self[node][attribute: "aria-hidden"] == "true" {
      return self[node][attribute: "class"]?.contains("fallback-image") == true
    }
    return true
  }

  /// Whether the element has no text, and nothing but line breaks and rules.
  func isWithoutContent(_ node: Index) -> Bool {
    let children = elementChildren(of: node)
    guard children.allSatisfy({ ["br", "hr"].contains(self[$0].name) }) else { return false }
    return isSpace(below: node)
  }

  /// The share of the text that is links; anchors within the page count a third.
  func linkDensity(_ node: Index) -> Double {
    let length = measure(of: node).length
    guard length > 0 else { return 0 }
    let linked = elements(of: node, named: ["a"]).reduce(0.0) { sum, link in
      let isAnchor =
        (self[link][attribute: "href"] ?? "").hasPrefix("#") && self[link][attribute: "href"] != "#"
      return sum + Double(measure(of: link).length) * (isAnchor ? 0.3 : 1)
    }
    return linked / Double(length)
  }

  /// The share of the text that stands in elements of those names.
  func textDensity(_ node: Index, of names: Set<String>) -> Double {
    let length = measure(of: node).length
    guard length > 0 else { return 0 }
    return Double(elements(of: node, named: names, outside: names).reduce(0) { $0 + measure(of: $1).length })
      / Double(length)
  }

  func hasBlockChild(_ node: Index) -> Bool {
    descendants(of: node).contains { Self.blocks.contains(self[$0].name) }
  }

  /// The only element child, when it has that name and no text stands beside it.
  func singleChild(of node: Index, named name: String) -> Index? {
    let elements = elementChildren(of: node)
    guard elements.count == 1, let only = elements.first, self[only].name == name,
      !self[node].children.contains(where: { self[$0].isText && !isBlank($0) })
    else { return nil }
    return only
  }

  func isBlank(_ node: Index) -> Bool {
    self[node].text.unicodeScalars.allSatisfy(Self.isSpace)
  }

  func isPhrasing(_ node: Index) -> Bool {
    if self[node].isText || Self.phrasing.contains(self[node].name) { return true }
    guard ["a", "del", "ins"].contains(self[node].name) else { return false }
    return descendants(of: node).allSatisfy {
      self[$0].isText || Self.phrasing.contains(self[$0].name) || ["a", "del", "ins"].contains(self[$0].name)
    }
  }

  /// Puts text and phrasing that stand loose among blocks into paragraphs.
  mutating func wrapLooseText(in node: Index) {
    var children: [Index] = []
    var paragraph: Index?
    for child in self[node].children {
      if isPhrasing(child) {
        if let paragraph {
          nodes[paragraph].children.append(child)
          nodes[child].parent = paragraph
        } else if !isWhitespaceNode(child) {
          let new = make("p", line: self[child].line)
          nodes[new].parent = node
          nodes[new].children = [child]
          nodes[child].parent = new
          children.append(new)
          paragraph = new
        } else {
          children.append(child)
        }
      } else {
        if let paragraph { trimEnd(of: paragraph) }
        paragraph = nil
        children.append(child)
      }
    }
    if let paragraph { trimEnd(of: paragraph) }
    nodes[node].children = children
  }

  private mutating func trimEnd(of paragraph: Index) {
    while let last = nodes[paragraph].children.last, isWhitespaceNode(last) {
      nodes[paragraph].children.removeLast()
      nodes[last].parent = nil
    }
  }

  private func isWhitespaceNode(_ node: Index) -> Bool {
    self[node].isText ? isBlank(node) : self[node].name == "br"
  }

  /// Makes paragraphs of text that is set apart by two or more line breaks.
  mutating func makeParagraphsOfLineBreaks(below top: Index) {
    for node in descendants(of: top) where self[node].name == "br" && self[node].parent != nil {
      guard let parent = self[node].parent else { continue }
      let siblings = self[parent].children
      guard let start = siblings.firstIndex(of: node) else { continue }
      var end = start + 1
      var breaks = 1
      while end < siblings.count {
        if self[siblings[end]].name == "br" {
          breaks += 1
        } else if !(self[siblings[end]].isText && isBlank(siblings[end])) {
          break
        }
        end += 1
      }
      guard breaks > 1 else { continue }
      var last = end
      while last < siblings.count, self[siblings[last]].name != "br" || !isDoubleBreak(siblings, at: last),
        isPhrasing(siblings[last])
      {
        last += 1
      }
      let paragraph = make("p", line: self[node].line)
      for index in start..<end { nodes[siblings[index]].parent = nil }
      for index in end..<last {
        nodes[siblings[index]].parent = paragraph
        nodes[paragraph].children.append(siblings[index])
      }
      trimEnd(of: paragraph)
      nodes[paragraph].parent = parent
      nodes[parent].children.replaceSubrange(start..<last, with: [paragraph])
      if self[parent].name == "p" { self[parent].name = "div" }
    }
  }

  private func isDoubleBreak(_ siblings: [Index], at place: Int) -> Bool {
    for sibling in siblings[(place + 1)...] {
      if self[sibling].name == "br" { return true }
      if !(self[sibling].isText && isBlank(sibling)) { return false }
    }
    return false
  }
}
