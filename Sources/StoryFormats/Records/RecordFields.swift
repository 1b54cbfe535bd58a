/// Which members of a record are which fields; several names for one field are tried in order.
///
/// A name may lead into an object with dots: `author.name`.
public struct RecordFields: Hashable, Sendable {
  /// The fields that a record can have.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case id, url, headline, standfirst, text, html, bylines, dateline, section, tags, people, places,
      organisations, language, published, updated
    case provider, image
  }

  /// A field that a member may be.
  struct Slot: Hashable {
    var field: Field
    /// Its rank among the names of the field.
    var rank: Int
    /// The names inside the member that lead to the value.
    var rest: [String]
  }

  private var names: [Field: [String]]
  /// The fields that a member of each name may be.
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

  /// Puts names before a field's usual ones.
  public mutating func prefer(_ preferred: [String], for field: Field) {
    names[field] = preferred + (names[field] ?? []).filter { !preferred.contains($0) }
    index()
  }

  /// These fields without names that mean something else outside records of stories.
  func without(_ unwanted: Set<String>, for field: Field) -> RecordFields {
    var fields = self
    fields.names[field]?.removeAll { unwanted.contains($0) }
    fields.index()
    return fields
  }

  /// The names of a field, in order of preference.
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

  /// Changes when the names change, so that files are read again.
  public var signature: String {
    Field.allCases.map { "\($0.rawValue)=\(names(of: $0).joined(separator: ","))" }.joined(separator: ";")
  }
}
