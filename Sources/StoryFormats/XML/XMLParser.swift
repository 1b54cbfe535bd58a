internal import CXML

/// Parses text into a tree with libxml2: no document types, no entities, no network, within bounds.
enum XMLParser {
  /// The most nodes to keep; the rest is dropped.
  static let maximumNodes = 1_000_000

  /// A document, as far as it could be read.
  struct Document {
    /// The tree; nil if not even the root element could be read.
    var tree: MarkupTree?
    /// The first fault in a sentence, and its line.
    var error: (reason: String, line: Int?)?
  }

  /// Parses a document, broken or not.
  static func parse(_ text: String) -> Document {
    let mended = XMLMending(text)
    let bytes = mended.result
    guard let xml = XMLLibrary.usual else {
      return Document(error: ("XML can't be read without \(NEWSROOM_XML_LIBRARY): install libxml2", nil))
    }
    guard bytes.count < Int(Int32.max), let context = xml.newParser() else {
      return Document(error: ("the document is too large", nil))
    }
    defer { xml.freeParser(context) }
    let options = [
      XML_PARSE_RECOVER, XML_PARSE_NONET, XML_PARSE_NOERROR, XML_PARSE_NOWARNING, XML_PARSE_NOCDATA,
    ]
    .reduce(Int32(0)) { $0 | Int32($1.rawValue) }
    let document = bytes.withUnsafeBytes { buffer in
      xml.read(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, "UTF-8",
        options)
    }
    defer { xml.freeDocument(document) }
    var result = Document(error: error(of: context))
    if let fault = mended.fault { result.error = ("the XML is broken: \(fault.reason)", fault.line) }
    if let root = document.flatMap({ xml.root($0) }) { result.tree = copy(root, xml) }
    if let tree = result.tree, tree.nodes.count >= maximumNodes {
      result.error = ("the XML has more than \(maximumNodes) nodes; the rest is left out", nil)
    }
    if result.tree == nil, result.error == nil { result.error = ("the file contains no XML", nil) }
    return result
  }

  private static func error(of context: xmlParserCtxtPtr) -> (String, Int?)? {
    guard context.pointee.wellFormed == 0 else { return nil }
    let error = context.pointee.lastError
    let said = error.message.map { String(cString: $0).trimmedASCII } ?? "it is not well-formed"
    return ("the XML is broken: \(said)", error.line > 0 ? Int(error.line) : nil)
  }

  private static func copy(_ root: xmlNodePtr, _ xml: XMLLibrary) -> MarkupTree {
    var tree = MarkupTree(nodes: [node(of: root, xml)])
    var namespaces = NamespaceNames()
    tree[tree.root].namespace = namespaces[root.pointee.ns]
    var waiting: [(node: xmlNodePtr, parent: MarkupTree.Index)] = []
    if let first = root.pointee.children { waiting.append((first, tree.root)) }
    while let (node, parent) = waiting.popLast(), tree.nodes.count < maximumNodes {
      if let next = node.pointee.next { waiting.append((next, parent)) }
      switch node.pointee.type {
      case XML_ELEMENT_NODE:
        var element = Self.node(of: node, xml)
        element.namespace = namespaces[node.pointee.ns]
        element.parent = parent
        tree.nodes.append(element)
        let index = tree.nodes.count - 1
        tree.nodes[parent].children.append(index)
        if let child = node.pointee.children { waiting.append((child, index)) }
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        guard let content = node.pointee.content else { continue }
        var text = MarkupTree.Node(name: "", line: Int(xml.line(node)))
        text.text = String(cString: content)
        text.parent = parent
        tree.nodes.append(text)
        tree.nodes[parent].children.append(tree.nodes.count - 1)
      default: continue
      }
    }
    return tree
  }

  private static func node(of element: xmlNodePtr, _ xml: XMLLibrary) -> MarkupTree.Node {
    let name = element.pointee.name.map { String(cString: $0) } ?? "unknown"
    var node = MarkupTree.Node(name: name.isEmpty ? "unknown" : name, line: Int(xml.line(element)))
    var attribute = element.pointee.properties
    while let current = attribute {
      let local = current.pointee.name.map { String(cString: $0) } ?? ""
      let prefix = current.pointee.ns.map(prefix) ?? ""
      node.attributes.append((prefix + local, value(of: current)))
      attribute = current.pointee.next
    }
    return node
  }

  /// A namespace's prefix as written, with its colon; RDF's is always the usual one, since feeds need its
  /// attributes.
  private static func prefix(_ namespace: xmlNsPtr) -> String {
    let isRDF =
      namespace.pointee.href.map { String(cString: $0) == "http://www.w3.org/1999/02/22-rdf-syntax-ns#" }
      ?? false
    return isRDF ? "rdf:" : namespace.pointee.prefix.map { String(cString: $0) + ":" } ?? ""
  }

  private static func value(of attribute: xmlAttrPtr) -> String {
    var text = ""
    var piece = attribute.pointee.children
    while let current = piece {
      if let content = current.pointee.content { text += String(cString: content) }
      piece = current.pointee.next
    }
    return text
  }

  /// The addresses of namespaces, each converted to a string once.
  private struct NamespaceNames {
    private var known: [UnsafePointer<xmlChar>: String] = [:]

    subscript(namespace: xmlNsPtr?) -> String {
      mutating get {
        guard let address = namespace?.pointee.href else { return "" }
        if let name = known[address] { return name }
        let name = String(cString: address).trimmedASCII
        known[address] = name
        return name
      }
    }
  }
}
