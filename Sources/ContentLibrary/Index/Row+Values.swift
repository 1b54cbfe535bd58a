internal import GRDB

/// Values of a row, or nil if they have another type: GRDB's own subscripts would crash, and an index may be
/// damaged.
extension Row {
  func integer(_ column: Int) -> Int64? {
    Int64.fromDatabaseValue(self[column])
  }

  func int(_ column: Int) -> Int? {
    Int.fromDatabaseValue(self[column])
  }

  func double(_ column: Int) -> Double? {
    Double.fromDatabaseValue(self[column])
  }

  func text(_ column: Int) -> String? {
    String.fromDatabaseValue(self[column])
  }

  /// The bytes of a column; empty if it has another type.
  func bytes(_ column: Int) -> [UInt8] {
    (try? withUnsafeData(atIndex: column) { data in data.map { [UInt8]($0) } }) ?? []
  }
}
