internal import CSQLite
internal import Synchronization

/// A function of values in SQL, which depends on nothing else (https://sqlite.org/appfunc.html).
public struct ScalarFunction: Sendable {
  /// Its name in SQL, and how many values it takes.
  let (name, count): (String, Int)
  let value: @Sendable (borrowing FunctionValues) -> DatabaseValue

  /// A function by its name.
  public init(
    _ name: String, count: Int, _ value: @escaping @Sendable (borrowing FunctionValues) -> DatabaseValue
  ) {
    (self.name, self.count, self.value) = (name, count, value)
  }
}

/// The values that a function is given, while it looks at them.
public struct FunctionValues: ~Copyable {
  private let values: UnsafeBufferPointer<OpaquePointer?>

  fileprivate init(_ values: UnsafeBufferPointer<OpaquePointer?>) { self.values = values }

  /// A value as an integer; 0 if there is none.
  public func integer(_ index: Int) -> Int64 {
    values.indices.contains(index) ? sqlite3_value_int64(values[index]) : 0
  }

  /// Calls a closure with the bytes of a value, which are not copied; none of NULL.
  public func withBytes<Result>(_ index: Int, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    guard values.indices.contains(index) else { return body(UnsafeRawBufferPointer(start: nil, count: 0)) }
    // The bytes are asked for before their number, as the documentation advises.
    let start = sqlite3_value_blob(values[index])
    let count = Int(sqlite3_value_bytes(values[index]))
    return body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}

extension Connection {
  /// Adds a function, or replaces the one of its name.
  ///
  /// - Throws: `DatabaseError`, for example if a statement that uses the function is running.
  public func add(_ function: ScalarFunction) throws(DatabaseError) {
    try state.withLock { (state) throws(DatabaseError) in
      let code = sqlite3_create_function_v2(
        try state.open(), function.name, Int32(clamping: function.count),
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
        FunctionBox.keep(function),
        { context, count, values in
          guard let data = sqlite3_user_data(context) else { return }
          let function = FunctionBox<ScalarFunction>.function(in: data)
          let given = FunctionValues(UnsafeBufferPointer(start: values, count: Int(count)))
          function.value(given).give(to: context)
        }, nil, nil,
        { data in FunctionBox<ScalarFunction>.release(data) })
      guard code == SQLITE_OK else {
        throw DatabaseError(ResultCode(rawValue: code), message: "\(function.name) can't be added")
      }
    }
  }
}

/// A function in SQLite's hands, until it lets go of it.
final class FunctionBox<Function: Sendable>: Sendable {
  private let function: Function

  private init(_ function: Function) { self.function = function }

  /// Keeps a function, and returns what finds it again.
  static func keep(_ function: Function) -> UnsafeMutableRawPointer {
    Unmanaged.passRetained(FunctionBox(function)).toOpaque()
  }

  /// The function that was kept.
  static func function(in data: UnsafeMutableRawPointer) -> Function {
    Unmanaged<FunctionBox>.fromOpaque(data).takeUnretainedValue().function
  }

  /// Lets go of it.
  static func release(_ data: UnsafeMutableRawPointer?) {
    if let data { Unmanaged<FunctionBox>.fromOpaque(data).release() }
  }
}
