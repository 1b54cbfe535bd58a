/// Tells ninjs from other JSON by the names of the outermost members, without reading values.
enum NinjsSniffing {
  /// How many bytes of a file to examine.
  private static let limit = 1_000_000

  /// Members that only ninjs has besides a `uri`.
  private static let members: Set<String> = [
    "type", "version", "versioncreated", "firstcreated", "contentcreated", "pubstatus", "representationtype",
    "embargoed", "embargoeduntil", "urgency", "copyrightholder", "copyrightnotice", "usageterms", "ednote",
    "headline", "headlines", "byline", "slugline", "located", "bodies", "descriptions", "renditions",
    "associations", "infosource", "infosources", "altids", "rightsinfo", "trustindicator", "trustindicators",
    "eventdetails", "plannedcoverage", "genres", "subjects", "digitalsourcetype", "profile", "mimetype",
  ]
  private static let families = ["body_", "description_", "headline_"]
  /// Members that other JSON has just as often.
  private static let common: Set<String> = [
    "type", "version", "headline", "headlines", "byline", "mimetype", "profile",
  ]

  static func isNinjs(_ bytes: [UInt8]) -> Bool {
    let names = outermostNames(bytes.prefix(limit))
    if names.contains("items") && !names.contains("uri") { return false }
    if names.contains("$standard") { return true }
    let telling = names.filter { name in
      members.contains(name) || families.contains { name.hasPrefix($0) }
    }
    if names.contains("uri") { return names.contains("standard") || !telling.isEmpty }
    // Superdesk writes "guid" where ninjs has "uri", but feeds have guids too.
    return names.contains("guid") && telling.subtracting(common).count >= 2
  }

  /// The names, in lower case, of the members of an object, or of the first object of a list.
  private static func outermostNames(_ bytes: ArraySlice<UInt8>) -> Set<String> {
    var names: Set<String> = []
    var rest = bytes
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { isBlank($0) }
    var wanted = 1
    if rest.first == UInt8(ascii: "[") { wanted = 2 } else if rest.first != UInt8(ascii: "{") { return [] }
    var depth = 0
    var text: ArraySlice<UInt8>?
    var index = rest.startIndex
    while index < rest.endIndex {
      switch rest[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        text = nil
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        // The first object of a list is enough.
        if depth < wanted, !names.isEmpty || wanted == 1 { return names }
        text = nil
      case UInt8(ascii: "\""):
        let end = endOfString(rest, from: index + 1)
        if depth == wanted { text = rest[min(index + 1, end)..<end] }
        index = end
      case UInt8(ascii: ":"):
        if depth == wanted, let name = text, name.count <= 64, names.count < 500 {
          if wanted == 1, name.elementsEqual(NinjsSuperdesk.list.utf8) {
            return outermostNames(rest[(index + 1)...])
          }
          names.insert(String(decoding: name, as: UTF8.self).lowercased())
        }
        text = nil
      case let byte where isBlank(byte): break
      default: text = nil
      }
      index += 1
    }
    return names
  }

  private static func endOfString(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.endIndex)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
