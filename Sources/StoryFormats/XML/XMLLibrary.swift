internal import CXML
internal import System

/// The functions of libxml2, which is opened when the first XML is read.
///
/// Debian's libxml2 brings ICU. To load and bind both takes longer than many a short command, and most
/// commands read no XML.
struct XMLLibrary: Sendable {
  typealias NewParser = @convention(c) @Sendable () -> xmlParserCtxtPtr?
  typealias FreeParser = @convention(c) @Sendable (xmlParserCtxtPtr?) -> Void
  typealias Read =
    @convention(c) @Sendable (
      xmlParserCtxtPtr?, UnsafePointer<CChar>?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int32
    ) -> xmlDocPtr?
  typealias FreeDocument = @convention(c) @Sendable (xmlDocPtr?) -> Void
  typealias Root = @convention(c) @Sendable (UnsafePointer<xmlDoc>?) -> xmlNodePtr?
  typealias Line = @convention(c) @Sendable (UnsafePointer<xmlNode>?) -> Int

  /// Makes a parser.
  let newParser: NewParser
  /// Frees a parser.
  let freeParser: FreeParser
  /// Parses bytes: parser, bytes, their number, address, encoding, options.
  let read: Read
  /// Frees a document.
  let freeDocument: FreeDocument
  /// The root element of a document.
  let root: Root
  /// The line of a node.
  let line: Line

  /// The library; nil if the system does not have it.
  static let usual = newsroom_xml_is_linked() ? linked : opened(NEWSROOM_XML_LIBRARY)

  /// The library that the program has inside.
  private static let linked = XMLLibrary(
    newParser: newsroom_xml_new_parser, freeParser: newsroom_xml_free_parser, read: newsroom_xml_read,
    freeDocument: newsroom_xml_free_document, root: newsroom_xml_root, line: newsroom_xml_line)

  /// A library of the system; nil if there is none of that name, or if it is another one.
  static func opened(_ name: String) -> XMLLibrary? {
    guard let library = SharedLibrary(name),
      let newParser = library.function("xmlNewParserCtxt", as: NewParser.self),
      let freeParser = library.function("xmlFreeParserCtxt", as: FreeParser.self),
      let read = library.function("xmlCtxtReadMemory", as: Read.self),
      let freeDocument = library.function("xmlFreeDoc", as: FreeDocument.self),
      let root = library.function("xmlDocGetRootElement", as: Root.self),
      let line = library.function("xmlGetLineNo", as: Line.self)
    else { return nil }
    return XMLLibrary(
      newParser: newParser, freeParser: freeParser, read: read, freeDocument: freeDocument, root: root,
      line: line)
  }
}
