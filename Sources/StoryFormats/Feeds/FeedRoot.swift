/// The root element of an XML document, found without parsing.
struct FeedRoot {
  /// What the root element means to a feed reader.
  enum Kind: Hashable {
    case rss, atom
  }

  /// Its kind.
  var kind: Kind
  /// Where it begins, in the bytes examined.
  var start: Int

  /// How many bytes of a document to examine.
  private static let window = 16_384

  /// Finds the root of a feed at the beginning of a file, after comments, instructions and a document type.
  ///
  /// - Parameter isLenient: whether a broken server's text and tags may come before the feed.
  static func find(in text: some Sequence<UInt8>, isLenient: Bool = false) -> FeedRoot? {
    let bytes = Array(text.prefix(window))
    if !isLenient {
      // A byte-order mark and spaces are fine; words before the first tag mean a text about feeds.
      let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      guard bytes[mark...].first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return nil }
    }
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      let rest = bytes[start...]
      if rest.starts(with: "<!--".utf8) {
        index = end(of: "-->", in: bytes, from: start)
      } else if rest.starts(with: "<?".utf8) {
        index = end(of: "?>", in: bytes, from: start)
      } else if rest.starts(with: "<!".utf8) {
        index = endOfDeclaration(in: bytes, from: start)
      } else {
        let tag = rest.dropFirst().prefix { $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "<") }
        if let kind = kind(of: tag, followedBy: bytes[tag.endIndex...]) {
          return FeedRoot(kind: kind, start: start)
        }
        guard isLenient else { return nil }
        index = start + 1
      }
    }
    return nil
  }

  /// Finds the root of a feed whose XML declaration comes after a broken server's output.
  static func findBehindRemarks(in bytes: [UInt8]) -> FeedRoot? {
    let mark = Array("<?xml ".utf8)
    let head = bytes.prefix(window)
    var index = head.startIndex
    while let start = head[index...].firstIndex(of: mark[0]) {
      if start > 0, head[start...].starts(with: mark) { return find(in: bytes[start...]) }
      index = start + 1
    }
    return nil
  }

  private static func end(of mark: StaticString, in bytes: [UInt8], from start: Int) -> Int {
    mark.withUTF8Buffer { mark in
      var index = start
      while index + mark.count <= bytes.count {
        if mark.indices.allSatisfy({ bytes[index + $0] == mark[$0] }) { return index + mark.count }
        index += 1
      }
      return bytes.count
    }
  }

  private static func endOfDeclaration(in bytes: [UInt8], from start: Int) -> Int {
    var brackets = 0
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): brackets += 1
      case UInt8(ascii: "]"): brackets -= 1
      case UInt8(ascii: ">") where brackets <= 0: return index + 1
      default: continue
      }
    }
    return bytes.count
  }

  private static func kind(of tag: ArraySlice<UInt8>, followedBy rest: ArraySlice<UInt8>) -> Kind? {
    let words = String(decoding: tag, as: UTF8.self)
    let full = words.prefix { !$0.isWhitespace && $0 != "/" }
    let name = (full.lastIndex(of: ":").map { full[full.index(after: $0)...] } ?? full).lowercased()
    switch name {
    case "rss": return .rss
    case "rdf", "channel":
      let isOurs = namespaces(in: words).contains { FeedVocabulary.isRSS($0) }
      let isBare = name == "channel" && !words.hasBytes(of: "xmlns")
      let items = String(decoding: rest.prefix(4_096), as: UTF8.self).lowercased()
      let hasItems = items.hasBytes(of: "<item") || items.hasBytes(of: "<title")
      return isOurs || (isBare && hasItems) || (name == "rdf" && items.hasBytes(of: "<channel")) ? .rss : nil
    case "feed", "entry":
      let namespaces = namespaces(in: words)
      if namespaces.contains(where: { FeedVocabulary.isAtom($0) }) { return .atom }
      let prefix = full.contains(":") ? full.prefix { $0 != ":" }.lowercased() : ""
      guard name == "feed" else { return nil }
      // An invented namespace around what is otherwise Atom.
      let entries = String(decoding: rest.prefix(8_192), as: UTF8.self)
      let looksLikeAtom = entries.hasBytes(of: "<entry") && entries.hasBytes(of: "<id")
      return namespaces.isEmpty || prefix == "atom" || looksLikeAtom ? .atom : nil
    default: return nil
    }
  }

  /// The namespace addresses that a tag declares, in lower case.
  private static func namespaces(in tag: String) -> [String] {
    tag.split(separator: "xmlns").dropFirst().compactMap { piece in
      guard let open = piece.firstIndex(where: { $0 == "\"" || $0 == "'" }) else { return nil }
      return piece[piece.index(after: open)...].prefix { $0 != piece[open] }.lowercased().trimmedASCII
    }
  }
}
