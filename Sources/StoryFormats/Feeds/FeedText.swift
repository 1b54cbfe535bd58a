internal import Stories

/// A text of a feed, with what is known about its form.
struct FeedText {
  /// The form of a text.
  enum Kind {
    /// HTML, or possibly HTML.
    case html
    /// Declared as plain text, which feeds also do with HTML.
    case plain
  }

  /// The text, decoded once by XML or JSON.
  var value: String
  /// Its form.
  var kind: Kind
  /// The base of its relative links.
  var base: WebAddress?
  /// Its line.
  var line: Int?
  /// Its language, if the text itself declares one.
  var language: String?

  /// Whether it is only white space.
  var isBlank: Bool { value.unicodeScalars.allSatisfy(MarkupTree.isSpace) }

  /// The text as a headline: one line of plain text.
  ///
  /// Titles are HTML in some feeds, plain text in others, and encoded twice in a few. So HTML tags are
  /// removed (in declared plain text only those that are closed), references decoded, and then both once
  /// more.
  var headline: String {
    var text = withoutSection
    for round in 0..<2 {
      let bytes = Array(text.utf8)
      let tags = FeedTags.find(in: bytes)
      text = FeedTags.removing(round == 0 && kind == .html ? tags : FeedTags.sure(tags), from: bytes)
      guard text.utf8.contains(UInt8(ascii: "&")) else { break }
      text = CharacterReferences.decoded(text)
    }
    return MarkupTree.collapsed(TextDecoding.undoubled(text))
  }

  /// The text as blocks.
  var content: HTMLFragment.Content {
    let value = withoutSection
    let hasTags =
      kind == .plain
      ? !FeedTags.sure(FeedTags.find(in: Array(value.utf8))).isEmpty : FragmentMending(value).hasTags
    if hasTags { return read(value) }
    guard value.utf8.contains(UInt8(ascii: "&")) else { return plain(value) }
    let decoded = CharacterReferences.decoded(value)
    // A text that was encoded twice now shows its tags.
    if !FeedTags.sure(FeedTags.find(in: Array(decoded.utf8))).isEmpty { return read(decoded) }
    return plain(decoded)
  }

  /// The text without a CDATA section around it that was encoded along with it.
  private var withoutSection: String {
    let text = value.trimmedASCII
    guard text.hasPrefix("<![CDATA["), text.hasSuffix("]]>") else { return value }
    let inner = text.dropFirst(9).dropLast(3)
    return String(inner)
  }

  private func plain(_ text: String) -> HTMLFragment.Content {
    var content = PlainBody.content(of: Self.withoutIndent(TextDecoding.undoubled(text)))
    content.blocks = content.blocks.map { $0.onLine(line) }
    return content
  }

  /// A text without the XML's indentation: the spaces that all its lines but the first share.
  private static func withoutIndent(_ text: String) -> String {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    func indent(_ line: Substring.UTF8View) -> Int { line.prefix { $0 == 0x20 || $0 == 0x09 }.count }
    let depth = lines.dropFirst().filter { !$0.allSatisfy { $0 <= 0x20 } }.map(indent).min() ?? 0
    guard depth > 0 || indent(text.utf8[...]) > 0 else { return text }
    var rest = lines.dropFirst().map { Substring($0.dropFirst(min(depth, indent($0)))) }
    rest.insert(Substring(lines[0].dropFirst(indent(lines[0]))), at: 0)
    return rest.joined(separator: "\n")
  }

  private func read(_ html: String) -> HTMLFragment.Content {
    var content = HTMLFragment.read(TextDecoding.undoubled(html), base: base)
    if let base { content.blocks = content.blocks.map { $0.resolvingSources(base) } }
    content.blocks = content.blocks.map { $0.onLine(line) }
    return content
  }
}

extension Block {
  /// The block with absolute addresses of pictures.
  ///
  /// The recursion is as deep as blocks are nested, at most `HTMLBlocks.maximumDepth`.
  fileprivate func resolvingSources(_ base: WebAddress) -> Block {
    var block = self
    switch kind {
    case .figure(let caption, let source?):
      block.kind = .figure(caption: caption, source: base.resolving(source)?.text ?? source)
    case .quote(let blocks, let attribution):
      block.kind = .quote(blocks.map { $0.resolvingSources(base) }, attribution: attribution)
    case .list(let start, let items):
      block.kind = .list(
        start: start,
        items.map { Item($0.blocks.map { $0.resolvingSources(base) }, done: $0.done) })
    default: break
    }
    return block
  }

  /// The block with a line of the file; lines inside a fragment count from its own start.
  fileprivate func onLine(_ line: Int?) -> Block {
    var block = self
    block.line = line
    if case .quote(let blocks, let attribution) = kind {
      block.kind = .quote(blocks.map { $0.onLine(line) }, attribution: attribution)
    }
    if case .list(let start, let items) = kind {
      block.kind = .list(start: start, items.map { Item($0.blocks.map { $0.onLine(line) }, done: $0.done) })
    }
    return block
  }
}
