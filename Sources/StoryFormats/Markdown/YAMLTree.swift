internal import CYAML

/// A YAML 1.1 document as a tree of its nodes, read through libyaml (yaml.h).
///
/// Whoever calls it has bounded the nesting and the aliases of the text.
indirect enum YAMLTree {
  /// A text, whether it stands without quotation marks, and its line.
  case scalar(String, isPlain: Bool, line: Int)
  case sequence([YAMLTree])
  case mapping([(key: YAMLTree, value: YAMLTree)])

  /// Why a text is not YAML, and on which of its lines, from 1.
  struct Fault: Error {
    var line: Int?
    var reason: String
  }

  /// Reads a text; nil if it has no document.
  ///
  /// A name that appears twice in one mapping is a fault (YAML 1.1, 3.2.1.3).
  static func read(_ text: String) throws(Fault) -> YAMLTree? {
    var text = text
    let tree: Result<YAMLTree?, Fault> = text.withUTF8 { bytes in
      do throws(Fault) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return .success(nil) }
        return .success(try YAMLComposer(start, bytes.count).document())
      } catch {
        return .failure(error)
      }
    }
    return try tree.get()
  }
}

/// Makes a tree of libyaml's events.
private final class YAMLComposer {
  private enum Event {
    case alias(String)
    case scalar(String, isPlain: Bool)
    case sequenceStart
    case mappingStart
    /// The end of a sequence or of a mapping.
    case end
    case documentStart
    case documentEnd
    case streamStart
    case streamEnd
  }

  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private var anchors: [String: YAMLTree] = [:]
  /// The line of the last event, from 1, and its anchor.
  private var line = 1
  private var anchor: String?

  /// - Parameter bytes: UTF-8, which must stay as long as this object.
  init(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws(YAMLTree.Fault) {
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else { throw Self.unreadable }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes, count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  private static var unreadable: YAMLTree.Fault { YAMLTree.Fault(line: nil, reason: "it can't be read") }

  /// The only document; nil if there is none.
  func document() throws(YAMLTree.Fault) -> YAMLTree? {
    _ = try next()
    guard case .documentStart = try next() else { return nil }
    let root = try node(try next())
    _ = try next()
    guard case .streamEnd = try next() else {
      throw YAMLTree.Fault(line: line, reason: "but found another document")
    }
    return root
  }

  private func node(_ event: Event) throws(YAMLTree.Fault) -> YAMLTree {
    let name = anchor
    let tree: YAMLTree
    switch event {
    case .alias(let name):
      guard let known = anchors[name] else {
        throw YAMLTree.Fault(line: line, reason: "found undefined alias")
      }
      return known
    case .scalar(let text, let isPlain): tree = .scalar(text, isPlain: isPlain, line: line)
    case .sequenceStart:
      var nodes: [YAMLTree] = []
      while let item = try nextItem() { nodes.append(try node(item)) }
      tree = .sequence(nodes)
    case .mappingStart:
      var pairs: [(key: YAMLTree, value: YAMLTree)] = []
      while let item = try nextItem() {
        let key = try node(item)
        pairs.append((key, try node(try next())))
      }
      try Self.expectDifferent(pairs)
      tree = .mapping(pairs)
    case .end, .documentStart, .documentEnd, .streamStart, .streamEnd: throw Self.unreadable
    }
    if let name { anchors[name] = tree }
    return tree
  }

  /// The next event of a sequence or mapping; nil at its end.
  private func nextItem() throws(YAMLTree.Fault) -> Event? {
    let event = try next()
    if case .end = event { return nil }
    return event
  }

  /// Of several names that appear twice, the first in the order of letters is reported.
  private static func expectDifferent(_ pairs: [(key: YAMLTree, value: YAMLTree)])
    throws(YAMLTree.Fault)
  {
    var lines: [String: Int] = [:]
    var twice: String?
    for case .scalar(let name, _, let line) in pairs.map(\.key) {
      if lines[name] == nil {
        lines[name] = line
      } else {
        twice = min(twice ?? name, name)
      }
    }
    guard let twice else { return }
    throw YAMLTree.Fault(line: lines[twice], reason: "“\(twice.prefix(40))” appears twice")
  }

  private func next() throws(YAMLTree.Fault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { yaml_event_delete(&event) }
    line = event.start_mark.line + 1
    anchor = nil
    switch event.type {
    case YAML_STREAM_START_EVENT: return .streamStart
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .end
    case YAML_ALIAS_EVENT: return .alias(Self.name(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = Self.name(scalar.anchor)
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      return .scalar(
        text, isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE || scalar.style == YAML_ANY_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      anchor = Self.name(event.data.sequence_start.anchor)
      return .sequenceStart
    case YAML_MAPPING_START_EVENT:
      anchor = Self.name(event.data.mapping_start.anchor)
      return .mappingStart
    default: throw Self.unreadable
    }
  }

  private static func name(_ text: UnsafeMutablePointer<UInt8>?) -> String? {
    text.map { String(decodingCString: $0, as: UTF8.self) }
  }

  /// Why the last event could not be read.
  private var fault: YAMLTree.Fault {
    let reason = parser.pointee.problem.map { String(cString: $0) }
    switch parser.pointee.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR, YAML_COMPOSER_ERROR:
      return YAMLTree.Fault(line: parser.pointee.problem_mark.line + 1, reason: reason ?? "it can't be read")
    case YAML_READER_ERROR: return YAMLTree.Fault(line: nil, reason: reason ?? "it can't be read")
    default: return Self.unreadable
    }
  }
}
