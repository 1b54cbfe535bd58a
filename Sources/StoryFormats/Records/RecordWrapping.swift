/// Records inside others: `_source` in search engine hits, `@graph` in linked data, `attributes` in JSON:API.
enum RecordWrapping {
  /// Members that may wrap a record, most likely first.
  private static let wrappers = [
    "_source", "@graph", "doc", "article", "attributes", "data", "node", "record", "item", "post", "story",
    "document", "content", "payload", "fields", "hit", "result", "object", "news", "meta", "metadata", "info",
  ]
  /// JSON:API has `attributes` in `data`.
  private static let maximumDepth = 3

  static let names = Set(wrappers)

  /// The record with the values of the wrapped one before its own.
  static func unwrapped(_ record: JSONRecord, fields: RecordFields, depth: Int = 0) -> JSONRecord {
    if let source = record["_source"], let inner = inner(source, fields) {
      return inner.completed(by: record)
    }
    if hasHeadline(record), hasText(record) { return record }
    for name in wrappers.dropFirst() {
      guard depth < maximumDepth, let value = record[name],
        let inner = inner(value, fields).map({ unwrapped($0, fields: fields, depth: depth + 1) })
      else { continue }
      if hasText(inner) || (hasHeadline(inner) && !hasHeadline(record)) { return inner.completed(by: record) }
    }
    return record
  }

  /// The object as a record; of a list, the first that has a text.
  private static func inner(_ value: JSONValue, _ fields: RecordFields) -> JSONRecord? {
    if case .object(let members) = value { return JSONRecord(members, fields: fields) }
    guard case .array(let values) = value else { return nil }
    var first: JSONRecord?
    for case .object(let members) in values.prefix(100) {
      let record = JSONRecord(members, fields: fields)
      if hasHeadline(record), hasText(record) { return record }
      if first == nil, hasHeadline(record) { first = record }
    }
    return first
  }

  private static func hasHeadline(_ record: JSONRecord) -> Bool {
    record.values(of: .headline).contains { $0.words != nil }
  }

  private static func hasText(_ record: JSONRecord) -> Bool {
    (record.values(of: .text) + record.values(of: .html)).contains { value in
      if case .number = value { return false }
      return value.words != nil || !value.list.isEmpty
    }
  }
}
