/// A value of SQLite (https://sqlite.org/datatype3.html).
public enum DatabaseValue: Hashable, Sendable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// A number with a fraction.
  case real(Double)
  /// Text. Bytes that are not UTF-8 are replaced when it is read.
  case text(String)
  /// Text in UTF-8, only to be stored; it is read as `text`.
  case utf8([UInt8])
  /// Bytes.
  case blob([UInt8])
}

/// A type whose values can be stored and read.
public protocol DatabaseValueConvertible {
  /// The value to store.
  var databaseValue: DatabaseValue { get }

  /// The value of a column; nil if the column has another type.
  init?(databaseValue value: DatabaseValue)
}

extension Int64: DatabaseValueConvertible {
  /// The value to store.
  public var databaseValue: DatabaseValue { .integer(self) }

  /// A whole number.
  public init?(databaseValue value: DatabaseValue) {
    guard case .integer(let number) = value else { return nil }
    self = number
  }
}

extension FixedWidthInteger where Self: DatabaseValueConvertible {
  /// The value to store.
  public var databaseValue: DatabaseValue { .integer(Int64(clamping: self)) }

  /// A whole number in the type's range.
  public init?(databaseValue value: DatabaseValue) {
    guard case .integer(let number) = value, let exact = Self(exactly: number) else { return nil }
    self = exact
  }
}

extension Int: DatabaseValueConvertible {}
extension Int32: DatabaseValueConvertible {}
extension UInt8: DatabaseValueConvertible {}

extension Double: DatabaseValueConvertible {
  /// The value to store.
  public var databaseValue: DatabaseValue { .real(self) }

  /// A number, whole or not.
  public init?(databaseValue value: DatabaseValue) {
    switch value {
    case .real(let number): self = number
    case .integer(let number): self = Double(number)
    case .null, .text, .utf8, .blob: return nil
    }
  }
}

extension String: DatabaseValueConvertible {
  /// The value to store.
  public var databaseValue: DatabaseValue { .text(self) }

  /// A text.
  public init?(databaseValue value: DatabaseValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
}

extension [UInt8]: DatabaseValueConvertible {
  /// The value to store.
  public var databaseValue: DatabaseValue { .blob(self) }

  /// Bytes.
  public init?(databaseValue value: DatabaseValue) {
    guard case .blob(let bytes) = value else { return nil }
    self = bytes
  }
}

/// The values for the question marks of a statement, in their order; nil is stored as NULL.
public struct StatementArguments: Sendable, ExpressibleByArrayLiteral {
  private(set) var values: [DatabaseValue]

  /// No values.
  public init() { values = [] }

  /// Values in their order.
  public init(arrayLiteral elements: (any DatabaseValueConvertible)?...) {
    values = elements.map { $0?.databaseValue ?? .null }
  }

  /// Values of several types.
  public init(_ elements: [any DatabaseValueConvertible]) {
    values = elements.map(\.databaseValue)
  }

  /// Values of one type.
  public init<Element: DatabaseValueConvertible>(_ elements: [Element]) {
    values = elements.map(\.databaseValue)
  }

  /// The values, and then others.
  public func followed(by others: StatementArguments) -> StatementArguments {
    var sum = self
    sum.values += others.values
    return sum
  }
}
