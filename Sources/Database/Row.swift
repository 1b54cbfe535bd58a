/// A row of a result.
///
/// Its values are its own, so it may outlive the statement.
/// A column that has another type than asked for, or that does not exist, gives nil: a file may be damaged.
public struct Row: Hashable, Sendable {
  let values: [DatabaseValue]

  /// The number of columns.
  public var count: Int { values.count }

  /// The value of a column, from 0; NULL if there is no such column.
  public subscript(_ column: Int) -> DatabaseValue {
    values.indices.contains(column) ? values[column] : .null
  }

  /// The whole number in a column.
  public func integer(_ column: Int) -> Int64? { Int64(databaseValue: self[column]) }

  /// The whole number in a column.
  public func int(_ column: Int) -> Int? { Int(databaseValue: self[column]) }

  /// The number in a column.
  public func double(_ column: Int) -> Double? { Double(databaseValue: self[column]) }

  /// The text in a column.
  public func text(_ column: Int) -> String? { String(databaseValue: self[column]) }

  /// The bytes in a column.
  public func bytes(_ column: Int) -> [UInt8]? { [UInt8](databaseValue: self[column]) }
}
