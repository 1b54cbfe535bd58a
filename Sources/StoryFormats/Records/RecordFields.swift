/// Which members of a record hold what; several names for one field are tried in order.
///
/// A name may lead into an object with dots: `author.name`.
public struct RecordFields: Hashable, Sendable {
  /// The fields that a record can have.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case id, url, headline, standfirst, text, html, bylines, dateline, section, tags, people, places,
      organisations, language, published, updated
    case provider, image
  }

  /// What a member may hold.
  struct Slot: Hashable {
    var field: Field
    /// Its place among the names of the field.
    var rank: Int
    /// The members of the member that lead to the value.
    var rest: [String]
  }

  private var names: [Field: [String]]
  /// What a member of a name may hold.
  private(set) var slots: [String: [Slot]] = [:]
  /// The same by folded names.
  private(set) var foldedSlots: [String: [Slot]] = [:]

  /// The names that crawlers, corpora and news APIs use.
  public init() {
    self = Self.usual
  }

  private init(indexing names: [Field: [String]]) {
    self.names = names
    index()
  }

  private static let usual = RecordFields(indexing: RecordNames.usual)

  /// Puts names before the usual ones of a field.
  public mutating func prefer(_ preferred: [String], for field: Field) {
    names[field] = preferred + (names[field] ?? []).filter { !preferred.contains($0) }
    index()
  }

  /// The same without names that mean something else outside of records of stories.
  func without(_ unwanted: Set<String>, for field: Field) -> RecordFields {
    var fields = self
    fields.names[field]?.removeAll { unwanted.contains($0) }
    fields.index()
    return fields
  }

  /// The names of a field, first that counts first.
  public func names(of field: Field) -> [String] {
    names[field] ?? []
  }

  private mutating func index() {
    (slots, foldedSlots) = ([:], [:])
    for field in Field.allCases {
      for (rank, name) in names(of: field).enumerated() {
        let path = name.split(separator: ".").map(String.init)
        guard let first = path.first else { continue }
        let slot = Slot(field: field, rank: rank, rest: Array(path.dropFirst()))
        slots[first, default: []].append(slot)
        foldedSlots[RecordName.folded(first), default: []].append(slot)
      }
    }
  }

  /// The same for the same names: tells whether files read with other names are to be read again.
  public var signature: String {
    Field.allCases.map { "\($0.rawValue)=\(names(of: $0).joined(separator: ","))" }.joined(separator: ";")
  }
}
