internal import Database
internal import Stories

extension WindowRows {
  /// Rows with their slug, urgency and source.
  static func detailed(_ rows: [Listing], in db: Connection) throws -> [Listing] {
    let facets = try db.cachedStatement(sql: "SELECT facets FROM main.story WHERE id = ?")
    let names = try db.cachedStatement(
      sql: "SELECT kind, value FROM facet WHERE id = ? AND kind IN ('slug', 'urgency', 'source')")
    var known: [Int64: Facet?] = [:]
    return try rows.map { row in
      var row = row
      let words = try String.fetchOne(facets, arguments: [row.id.databaseValue]) ?? ""
      for number in FacetWord.numbers(words) {
        let facet: Facet?
        if let seen = known[number] {
          facet = seen
        } else {
          facet = try Row.fetchOne(names, arguments: [number]).flatMap { found in
            found.text(0).flatMap(Facet.Kind.init).map { Facet($0, found.text(1) ?? "") }
          }
          known[number] = .some(facet)
        }
        switch facet?.kind {
        case .slug: row.slug = facet?.value
        case .urgency: row.urgency = facet.flatMap { Int($0.value) }
        case .source: row.source = facet?.value
        default: break
        }
      }
      return row
    }
  }
}
