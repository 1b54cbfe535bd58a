extension MarkupTree {
  /// Whether no style, attribute or ARIA state hides the element.
  func isProbablyVisible(_ node: Index) -> Bool {
    if let style = self[node][attribute: "style"], style.hasBytes(of: "i") || style.hasBytes(of: "I") {
      let plain = String(decoding: style.utf8.lazy.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
      if plain.hasBytes(of: "display:none") || plain.hasBytes(of: "visibility:hidden") { return false }
    }
    if self[node][attribute: "hidden"] != nil { return false }
    if self[node][attribute: "aria-hidden"] == "true" {
      return self[node][attribute: "class"]?.contains("fallback-image") == true
    }
    return true
  }

  /// Whether the element has no text, and only line breaks and rules.
  func isWithoutContent(_ node: Index) -> Bool {
    let children = elementChildren(of: node)
    guard children.allSatisfy({ ["br", "hr"].contains(self[$0].name) }) else { return false }
    return isSpace(below: node)
  }

  func hasBlockChild(_ node: Index) -> Bool {
    var waiting = self[node].children
    while let next = waiting.popLast() {
      if self[next].isText || self[next].parent == nil { continue }
      if Elements.kind(of: self[next].name).contains(.structure) { return true }
      waiting.append(contentsOf: self[next].children)
    }
    return false
  }

  /// The only child element, if it has this name and no text beside it.
  func singleChild(of node: Index, named name: String) -> Index? {
    let elements = elementChildren(of: node)
    guard elements.count == 1, let only = elements.first, self[only].name == name,
      !self[node].children.contains(where: { self[$0].isText && !isBlank($0) })
    else { return nil }
    return only
  }

  func isBlank(_ node: Index) -> Bool {
    Self.isBlank(self[node].text)
  }

  /// Whether a text is only white space; the first bytes usually tell.
  static func isBlank(_ text: String) -> Bool {
    for byte in text.utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) { continue }
      return byte >= 0x80 && text.unicodeScalars.allSatisfy(isSpace)
    }
    return true
  }

  func isPhrasing(_ node: Index) -> Bool {
    if self[node].isText { return true }
    let kind = Elements.kind(of: self[node].name)
    if kind.contains(.phrasing) { return true }
    guard kind.contains(.transparent) else { return false }
    return descendants(of: node).allSatisfy {
      self[$0].isText || !Elements.kind(of: self[$0].name).isDisjoint(with: [.phrasing, .transparent])
    }
  }

  /// Puts loose text and phrasing between blocks into paragraphs.
  ///
  /// - Returns: whether there was any.
  mutating func wrapLooseText(in node: Index) -> Bool {
    var children: [Index] = []
    var paragraph: Index?
    let count = nodes.count
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
    return nodes.count > count
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

  /// Makes paragraphs of text separated by two or more line breaks.
  mutating func makeParagraphsOfLineBreaks(below top: Index) {
    var parents: [Index] = []
    for node in elements(of: top, named: ["br"]) {
      if let parent = self[node].parent, parents.last != parent { parents.append(parent) }
    }
    for parent in Set(parents).sorted() where self[parent].children.count > 2 { splitAtDoubleBreaks(parent) }
  }

  private mutating func splitAtDoubleBreaks(_ parent: Index) {
    let siblings = self[parent].children
    var children: [Index] = []
    var index = 0
    while index < siblings.count {
      guard self[siblings[index]].name == "br" else {
        children.append(siblings[index])
        index += 1
        continue
      }
      var end = index + 1
      var breaks = 1
      while end < siblings.count {
        if self[siblings[end]].name == "br" {
          breaks += 1
        } else if !(self[siblings[end]].isText && isBlank(siblings[end])) {
          break
        }
        end += 1
      }
      guard breaks > 1 else {
        children.append(siblings[index])
        index += 1
        continue
      }
      var last = end
      while last < siblings.count, isPhrasing(siblings[last]),
        self[siblings[last]].name != "br" || !isDoubleBreak(siblings, at: last)
      {
        last += 1
      }
      let paragraph = make("p", line: self[siblings[index]].line)
      for place in index..<end { detach(siblings[place]) }
      for place in end..<last {
        nodes[siblings[place]].parent = paragraph
        nodes[paragraph].children.append(siblings[place])
      }
      trimEnd(of: paragraph)
      nodes[paragraph].parent = parent
      children.append(paragraph)
      if self[parent].name == "p" { self[parent].name = "div" }
      index = last
    }
    nodes[parent].children = children
  }

  private func isDoubleBreak(_ siblings: [Index], at place: Int) -> Bool {
    for sibling in siblings[(place + 1)...] {
      if self[sibling].name == "br" { return true }
      if !(self[sibling].isText && isBlank(sibling)) { return false }
    }
    return false
  }
}
