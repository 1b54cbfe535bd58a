/// The tags of a text in markup, one after the other, for lists too large for a tree.
///
/// It takes no longer than the text is long, and keeps nothing.
package enum MarkupTags {
  /// A start or end tag.
  package struct Tag {
    /// Its name in lower case, with "/" before it for an end tag.
    package var name: String
    /// The values of its attributes by their names in lower case; of two of one name, the first.
    package var attributes: [String: String]
    /// Whether it ends in "/>".
    package var isEmpty: Bool
    /// The text between the tag before and this one.
    package var textBefore: String
  }

  /// The most attributes of a tag that are kept.
  private static let mostAttributes = 100

  /// Calls `work` with each tag; a comment that does not end takes the rest.
  package static func each(in text: String, _ work: (Tag) -> Void) {
    let bytes = Array(text.utf8)
    var comments = ByteMark("-->")
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func decoded(_ range: Range<Int>) -> String { CharacterReferences.decoded(string(range)) }
    var textStart = 0
    while let start = bytes[textStart...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[start...].starts(with: "<!--".utf8) {
        textStart = comments.next(in: bytes, from: start + 4).map { $0 + 3 } ?? bytes.count
        continue
      }
      let before = decoded(textStart..<start)
      if bytes[start...].starts(with: "</".utf8) {
        let nameEnd = bytes[(start + 2)...].firstIndex(where: MarkupTag.endsName) ?? bytes.count
        let end = bytes[nameEnd...].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 } ?? bytes.count
        textStart = end
        work(
          Tag(
            name: string(start + 1..<nameEnd).lowercased(), attributes: [:], isEmpty: false,
            textBefore: before))
        continue
      }
      let tag = MarkupTag(in: bytes, at: start, slashEndsValue: false)
      var attributes: [String: String] = [:]
      for attribute in tag.attributes.prefix(mostAttributes) {
        let name = string(attribute.name).lowercased()
        if attributes[name] == nil { attributes[name] = attribute.value.map(decoded) ?? "" }
      }
      textStart = tag.end
      work(
        Tag(
          name: string(tag.name).lowercased(), attributes: attributes, isEmpty: tag.isEmpty,
          textBefore: before))
    }
  }
}
