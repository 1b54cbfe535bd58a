/// The meaning of class and id of each element of a page, worked out once per name.
struct PageWords {
  /// The meaning of one pair of class and id.
  struct Said {
    /// It is unlikely to be part of an article, and no word says otherwise.
    var isUnlikely = false
    var isByline = false
    var isSharing = false
    /// The evidence for and against it, from -50 to 50.
    var weight = 0.0
  }

  private var said = [Said()]
  /// One per element; 0 for those without class and id.
  private var places: [Int] = []

  init(_ tree: MarkupTree) {
    // By class alone, which most have, and by both.
    var (byName, byBoth): ([String: Int], [String: Int]) = ([:], [:])
    places.reserveCapacity(tree.nodes.count)
    for node in tree.nodes {
      let (name, id) = (node[attribute: "class"] ?? "", node[attribute: "id"] ?? "")
      if name.isEmpty, id.isEmpty {
        places.append(0)
        continue
      }
      let both = id.isEmpty ? name : name + " " + id
      if let place = id.isEmpty ? byName[both] : byBoth[both] {
        places.append(place)
        continue
      }
      if id.isEmpty { byName[both] = said.count } else { byBoth[both] = said.count }
      places.append(said.count)
      said.append(Self.said(both: both.lowercased(), name: name.lowercased(), id: id.lowercased()))
    }
  }

  /// The meaning of an element's class and id; empty for elements added later.
  subscript(node: MarkupTree.Index) -> Said {
    node < places.count ? said[places[node]] : said[0]
  }

  private static func said(both: String, name: String, id: String) -> Said {
    let weight = [name, id].reduce(0.0) {
      $0 + (ClassWords.negative($1) ? -25 : 0) + (ClassWords.positive($1) ? 25 : 0)
    }
    return Said(
      isUnlikely: ClassWords.unlikely(both) && !ClassWords.maybe(both), isByline: ClassWords.byline(both),
      isSharing: ClassWords.sharing(both), weight: weight)
  }
}

/// Simple measures of words.
enum Words {
  /// The commas of the scripts in which news is written.
  static let commas: Set<Unicode.Scalar> = [
    ",", "\u{60C}", "\u{FE50}", "\u{FE10}", "\u{FE11}", "\u{2E41}", "\u{2E34}", "\u{2E32}", "\u{FF0C}",
  ]

  /// How much of the second text is in the first, from 0 to 1, by letters of shared words.
  static func similarity(_ one: String, _ other: String) -> Double {
    let first = Set(split(one))
    let second = split(other)
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let strange = second.filter { !first.contains($0) }
    let length = { (words: [Substring]) in Double(words.reduce(max(0, words.count - 1)) { $0 + $1.count }) }
    return 1 - length(strange) / max(1, length(second))
  }

  private static func split(_ text: String) -> [Substring] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
