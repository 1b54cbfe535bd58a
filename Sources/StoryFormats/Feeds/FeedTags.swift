/// Finds HTML tags in text that may or may not be HTML.
enum FeedTags {
  /// A tag of a known HTML element.
  struct Tag {
    var range: Range<Int>
    var name: String
    var isClosing: Bool
    var kind: ElementKind { Elements.kind(of: name) }
  }

  /// The tags in UTF-8 text; `<` before other words is not a tag ("Less < more", "List<Int>").
  static func find(in bytes: [UInt8]) -> [Tag] {
    var tags: [Tag] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = start + 1
      let isClosing = index < bytes.count && bytes[index] == UInt8(ascii: "/")
      if isClosing { index += 1 }
      let letters = bytes[index...].prefix(12).prefix {
        ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (0x31...0x36).contains($0)
      }
      guard let next = bytes[letters.endIndex...].first,
        next <= 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
      else { continue }
      let name = String(decoding: letters, as: UTF8.self).lowercased()
      guard Elements.kind(of: name).contains(.known),
        let end = bytes[letters.endIndex...].firstIndex(where: {
          $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<")
        }), bytes[end] == UInt8(ascii: ">")
      else { continue }
      index = end + 1
      tags.append(Tag(range: start..<index, name: name, isClosing: isClosing))
    }
    return tags
  }

  /// The tags that are certainly meant as tags: elements that are opened and closed, and void ones.
  static func sure(_ tags: [Tag]) -> [Tag] {
    var opened: Set<String> = []
    var paired: Set<String> = []
    for tag in tags {
      if !tag.isClosing {
        opened.insert(tag.name)
      } else if opened.contains(tag.name) {
        paired.insert(tag.name)
      }
    }
    return tags.filter { paired.contains($0.name) || alone.contains($0.name) }
  }

  /// A text without these tags; block elements leave a space.
  static func removing(_ tags: [Tag], from bytes: [UInt8]) -> String {
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var index = 0
    var hidden: String?
    for tag in tags {
      if let name = hidden {
        if tag.isClosing, tag.name == name { hidden = nil }
        index = tag.range.upperBound
        continue
      }
      plain += bytes[index..<tag.range.lowerBound]
      index = tag.range.upperBound
      if tag.kind.contains(.breaks) || !tag.kind.contains(.inline) { plain.append(0x20) }
      if !tag.isClosing, tag.kind.isSuperset(of: [.unseen, .raw]) { hidden = tag.name }
    }
    if hidden == nil { plain += bytes[index...] }
    return String(decoding: plain, as: UTF8.self)
  }

  /// Void elements that people use in texts; `<source>` and `<link>` may as well be words about HTML.
  private static let alone: Set<String> = ["br", "hr", "img", "input", "wbr"]
}
