/// A page or an XML document as a tree of values: nodes in one array, identified by their index.
///
/// `HTMLParser` and `XMLParser` make it; the article finder cuts and reshapes it in place. Every walk is a
/// loop, not a recursion, so depth can't overflow the stack.
struct MarkupTree {
  /// A node's index in `nodes`.
  typealias Index = Int

  /// An element or a piece of text.
  struct Node {
    /// The element's name without prefix, in lower case for HTML; empty for text.
    var name: String
    /// The element's XML namespace; empty for none and for HTML.
    var namespace = ""
    /// Attribute names (lower case for HTML, with their prefix as written for XML) and values.
    var attributes: [(name: String, value: String)] = []
    /// The text of a text node, with entities decoded.
    var text = ""
    /// The parent node; nil for the root, and for removed nodes.
    var parent: Index?
    /// The child nodes, in order.
    var children: [Index] = []
    /// Its first line, from 1.
    var line = 0

    var isText: Bool { name.isEmpty }

    /// An attribute's value; nil if the element has no such attribute.
    subscript(attribute attribute: String) -> String? {
      for index in attributes.indices where attributes[index].name == attribute {
        return attributes[index].value
      }
      return nil
    }
  }

  var nodes: [Node]
  /// The root element.
  let root: Index = 0

  subscript(index: Index) -> Node {
    _read { yield nodes[index] }
    _modify { yield &nodes[index] }
  }

  /// Whether the node is still part of the page.
  func isAttached(_ index: Index) -> Bool {
    index == root || nodes[index].parent != nil
  }

  /// The nodes below `top` in document order, without `top` itself.
  func descendants(of top: Index) -> [Index] {
    var found: [Index] = []
    var waiting: [Index] = []
    wait(for: top, in: &waiting)
    while let next = waiting.popLast() {
      found.append(next)
      wait(for: next, in: &waiting)
    }
    return found
  }

  /// Pushes the children of a node, last first, on the stack of a walk; detached ones are skipped.
  private func wait(for index: Index, in waiting: inout [Index]) {
    for child in nodes[index].children.reversed() where hangs(child, on: index) { waiting.append(child) }
  }

  /// Whether a node's parent is that one.
  ///
  /// To compare optionals would be a call.
  private func hangs(_ child: Index, on index: Index) -> Bool {
    guard let parent = nodes[child].parent else { return false }
    return parent == index
  }

  /// The elements below `top` with one of these names, in document order.
  func elements(of top: Index, named names: Set<String>) -> [Index] {
    // Few short names are compared faster than one is hashed.
    let few = names.count <= 8 ? Array(names) : []
    var found: [Index] = []
    var waiting: [Index] = []
    wait(for: top, in: &waiting)
    while let next = waiting.popLast() {
      if nodes[next].isText { continue }
      if few.isEmpty ? names.contains(nodes[next].name) : few.contains(nodes[next].name) {
        found.append(next)
      }
      wait(for: next, in: &waiting)
    }
    return found
  }

  /// The same, without looking into elements named in `walls`: a table's rows, but not those of inner tables.
  func elements(of top: Index, named names: Set<String>, outside walls: Set<String>) -> [Index] {
    var found: [Index] = []
    var waiting: [Index] = []
    wait(for: top, in: &waiting)
    while let next = waiting.popLast() {
      if names.contains(nodes[next].name) { found.append(next) }
      if !walls.contains(nodes[next].name) { wait(for: next, in: &waiting) }
    }
    return found
  }

  /// The first element below `top` of that name.
  func first(_ name: String, in top: Index) -> Index? {
    var waiting: [Index] = []
    wait(for: top, in: &waiting)
    while let next = waiting.popLast() {
      if nodes[next].name == name { return next }
      wait(for: next, in: &waiting)
    }
    return nil
  }

  /// The text below `top`, concatenated.
  func rawText(of top: Index) -> String {
    if nodes[top].isText { return nodes[top].text }
    var text = ""
    var waiting: [Index] = []
    wait(for: top, in: &waiting)
    while let next = waiting.popLast() {
      if nodes[next].isText {
        text += nodes[next].text
      } else {
        wait(for: next, in: &waiting)
      }
    }
    return text
  }

  /// The text below `top` with white space collapsed and none at the ends.
  func text(of top: Index) -> String {
    Self.collapsed(rawText(of: top))
  }

  /// A text with white space collapsed and none at the ends.
  static func collapsed(_ text: some StringProtocol) -> String {
    var text = String(text)
    return text.withUTF8 { isCollapsed($0) ? nil : collapsed($0) } ?? text
  }

  /// Whether the only white space is single blanks between words, as in most texts that were read before.
  private static func isCollapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var wasBlank = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x20 {
        if wasBlank { return false }
        wasBlank = true
      } else {
        if byte < 0x20 || byte >= 0x80, spaceLength(bytes, at: index) > 0 { return false }
        wasBlank = false
      }
      index += 1
    }
    return !wasBlank || bytes.isEmpty
  }

  private static func collapsed(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var pendingBlank = false
    var index = 0
    while index < bytes.count {
      let length = spaceLength(bytes, at: index)
      if length > 0 {
        pendingBlank = !result.isEmpty
        index += length
      } else {
        if pendingBlank { result.append(0x20) }
        pendingBlank = false
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The number of bytes of white space, as in `isSpace`, at an index; 0 if there is none.
  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : 0 }
    // U+00A0 and U+0085; U+1680; U+2000 to U+205F; U+3000.
    if byte == 0xC2, index + 1 < bytes.count {
      return bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85 ? 2 : 0
    }
    guard byte == 0xE1 || byte == 0xE2 || byte == 0xE3, index + 2 < bytes.count else { return 0 }
    let scalar =
      UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    return Unicode.Scalar(scalar).map(isSpace) == true ? 3 : 0
  }

  /// Whether a character is white space in Unicode; quick for common characters.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) }
    return scalar.value == 0xA0 || scalar.value == 0x85 || scalar.value == 0x1680
      || (0x2000...0x200A).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
      || scalar.value == 0x202F || scalar.value == 0x205F || scalar.value == 0x3000
  }

  /// Whether there is only white space below.
  func isSpace(below top: Index) -> Bool {
    var waiting = [top]
    while let next = waiting.popLast() {
      if nodes[next].isText {
        if !Self.isBlank(nodes[next].text) { return false }
      } else {
        wait(for: next, in: &waiting)
      }
    }
    return true
  }

  /// The ancestors from the parent up, at most `limit` of them.
  func ancestors(of index: Index, limit: Int = .max) -> [Index] {
    var found: [Index] = []
    var current = nodes[index].parent
    while let ancestor = current, found.count < limit {
      found.append(ancestor)
      current = nodes[ancestor].parent
    }
    return found
  }

  /// Whether an ancestor, at most `depth` above, has one of those names.
  func hasAncestor(_ index: Index, named names: Set<String>, depth: Int = .max) -> Bool {
    var current = nodes[index].parent
    var left = depth
    while let ancestor = current, left > 0 {
      if names.contains(nodes[ancestor].name) { return true }
      current = nodes[ancestor].parent
      left -= 1
    }
    return false
  }

  /// Removes a node, with everything below it.
  mutating func remove(_ index: Index) {
    guard let parent = nodes[index].parent else { return }
    nodes[parent].children.removeAll { $0 == index }
    nodes[index].parent = nil
  }

  /// Detaches a node without searching its parent's children: walks skip it, `compact` removes it from the
  /// list.
  mutating func detach(_ index: Index) {
    nodes[index].parent = nil
  }

  /// Removes detached nodes from the lists of children.
  mutating func compact() {
    for index in nodes.indices where nodes[index].children.contains(where: { !hangs($0, on: index) }) {
      nodes[index].children = nodes[index].children.filter { hangs($0, on: index) }
    }
  }

  /// Adds a new element without a parent.
  mutating func make(_ name: String, line: Int = 0) -> Index {
    nodes.append(Node(name: name, line: line))
    return nodes.count - 1
  }

  /// Moves a node to the end of another's children.
  mutating func append(_ child: Index, to parent: Index) {
    if let before = nodes[child].parent, before == parent { nodes[before].children.removeAll { $0 == child } }
    nodes[parent].children.append(child)
    nodes[child].parent = parent
  }

  /// The element children.
  func elementChildren(of index: Index) -> [Index] {
    nodes[index].children.filter { !nodes[$0].isText && nodes[$0].parent == index }
  }

  /// The children of that name, and in the namespace if one is given.
  func children(of index: Index, named name: String, in namespace: String? = nil) -> [Index] {
    nodes[index].children.filter {
      nodes[$0].name == name && (namespace == nil || nodes[$0].namespace == namespace)
    }
  }

  /// The first child of that name, and in the namespace if one is given.
  func child(of index: Index, named name: String, in namespace: String? = nil) -> Index? {
    nodes[index].children.first {
      nodes[$0].name == name && (namespace == nil || nodes[$0].namespace == namespace)
    }
  }

  /// The element reached by following the first child of each name.
  func element(_ names: String..., below index: Index) -> Index? {
    var current: Index? = index
    for name in names { current = current.flatMap { child(of: $0, named: name) } }
    return current
  }

  /// The value of an attribute here or on the nearest ancestor that has it: `xml:lang`, `xml:base`.
  func inherited(_ attribute: String, at index: Index) -> String? {
    ([index] + ancestors(of: index)).lazy.compactMap { nodes[$0][attribute: attribute] }.first
  }
}
