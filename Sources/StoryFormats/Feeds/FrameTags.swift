/// The tags of a feed that are still open at the end of a text and may contain items.
struct FrameTags {
  private static let names: Set<String> = ["rss", "rdf", "channel", "feed", "items"]

  /// Their names, and the tags with spaces for line ends; outermost first.
  private(set) var open: [(name: String, text: String)] = []

  /// Scans XML text.
  init(in text: String) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while let tag = ByteSearch.first(UInt8(ascii: "<"), in: bytes, from: index) {
        index = next(bytes, tag)
      }
    }
  }

  /// Records one tag, and returns the place after it.
  private mutating func next(_ bytes: UnsafeBufferPointer<UInt8>, _ tag: Int) -> Int {
    for (start, end) in Self.sections where ByteSearch.stands(start, in: bytes, at: tag) {
      return ByteSearch.first(end, in: bytes, from: tag).map { $0 + end.utf8CodeUnitCount } ?? bytes.count
    }
    let isEnd = tag + 1 < bytes.count && bytes[tag + 1] == UInt8(ascii: "/")
    let start = tag + (isEnd ? 2 : 1)
    var end = start
    while end < bytes.count, bytes[end] > 0x20, !"/><".utf8.contains(bytes[end]) { end += 1 }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    let local = name.lastIndex(of: ":").map { name[name.index(after: $0)...] } ?? name[...]
    guard end - start < 64, Self.names.contains(local.lowercased()) else { return max(end, tag + 1) }
    guard let close = Self.end(of: tag, in: bytes) else { return bytes.count }
    if isEnd {
      if let place = open.lastIndex(where: { $0.name == name }) { open.removeSubrange(place...) }
    } else if bytes[close - 1] != UInt8(ascii: "/") {
      let line = bytes[tag...close].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
      open.append((name, String(decoding: line, as: UTF8.self)))
    }
    return close + 1
  }

  private static let sections: [(StaticString, StaticString)] = [
    ("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"),
  ]

  /// The ">" that ends a tag, outside quotation marks.
  private static func end(of tag: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var quote: UInt8 = 0
    for index in tag..<bytes.count {
      let byte = bytes[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }
}
