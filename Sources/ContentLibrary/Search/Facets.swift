internal import Database
internal import Stories
internal import Words

/// The words for facets in the full text search.
struct Facets {
  let db: Connection

  /// The most facets that a name may mean, and the most with a given beginning.
  private static let (most, mostBegun) = (20, 200)

  /// The words of the facets that a name means: in any case and accents or, with a star, all that begin so.
  func words(of facet: Facet) throws -> [String] {
    let numbers = try numbers(of: facet).map(FacetWord.word)
    guard !facet.value.hasSuffix("*"), let phrase = NamedWords.phrase(facet) else { return numbers }
    return [phrase] + numbers
  }

  /// The numbers of the facets that a name means.
  private func numbers(of facet: Facet) throws -> [Int64] {
    let kind = facet.kind.rawValue
    if facet.kind == .folder {
      return try Int64.fetchAll(
        db, sql: "SELECT id FROM facet WHERE kind = ? AND value = ?", arguments: [kind, facet.value])
    }
    let key = FacetKey.key(of: facet.value)
    // Files that no feed, wire or mailbox has brought come from their folder.
    let folders =
      facet.kind == .source
      ? try numbers(of: Facet(.folder, String(facet.value.reversed().drop { $0 == "/" }.reversed()))) : []
    return try folders + named(facet, key)
  }

  private func named(_ facet: Facet, _ key: String) throws -> [Int64] {
    let kind = facet.kind.rawValue
    guard facet.value.hasSuffix("*"), !key.isEmpty else {
      return try Int64.fetchAll(
        db, sql: "SELECT id FROM facet WHERE kind = ? AND key = ? LIMIT \(Self.most)", arguments: [kind, key])
    }
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT id FROM facet WHERE kind = ? AND key >= ? AND key < ? AND total > 0 ORDER BY total DESC
        LIMIT \(Self.mostBegun)
        """,
      arguments: [kind, key, key + "\u{10FFFF}"])
  }

  /// The expression for the stories of a facet; authors are also found in bylines.
  func expression(_ facet: Facet) throws -> String {
    let facetList = try words(of: facet).map { "facets : \"\($0)\"" }
    let name = facet.kind == .author ? SearchText.words(facet.value) : []
    return Self.any(facetList + (name.isEmpty ? [] : ["byline : \"\(name.joined(separator: " "))\""]))
  }

  /// The expression for the stories of any of these facets, by exact name.
  func expression(_ kind: Facet.Kind, _ values: [String]) throws -> String {
    let list = values.filter {
      $0.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }
    let numbers = try Int64.fetchAll(
      db,
      sql:
        """
        SELECT id FROM facet WHERE kind = ? AND value IN (\(list.map { "'\($0)'" }.joined(separator: ", ")))
        """,
      arguments: [kind.rawValue])
    return Self.any(numbers.map { "facets : \"\(FacetWord.word($0))\"" })
  }

  private static func any(_ all: [String]) -> String {
    all.isEmpty ? "\"\(FacetWord.word(FacetWord.unused))\"" : "(" + all.joined(separator: " OR ") + ")"
  }
}
