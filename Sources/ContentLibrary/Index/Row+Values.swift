internal import GRDB

/// Values of a row as what they should be, or nil: GRDB's own subscripts end the program on any other type, and an index
/// file may have been damaged.
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

  /// The bytes of a column; none where it holds something else.
  func bytes(_ column: Int) -> [UInt8] {
    (try? withUnsafeData(atIndex: column) { data in data.map { [UInt8]($0) } }) ?? []
  }
}
