/// Values by short names, for texts of which most are none of the names: their first byte and length rule out
/// nearly all of them without a hash.
struct NameTable<Value: Sendable>: Sendable {
  private var values: [String: Value] = [:]
  /// By first byte: a bit for each length of a name, the last for all longer ones.
  private var lengths = [UInt64](repeating: 0, count: 256)

  /// Takes the names with their values; of equal names, the last counts.
  init(_ entries: [(name: String, value: Value)]) {
    for (name, value) in entries {
      guard let first = name.utf8.first else { continue }
      values[name] = value
      lengths[Int(first)] |= Self.bit(name.utf8.count)
    }
  }

  private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, 63)) }

  /// The value of a name.
  subscript(name: String) -> Value? {
    guard mayBegin(name.utf8.first, length: name.utf8.count) else { return nil }
    return values[name]
  }

  /// The value of a name that is written in several words.
  subscript(words: ArraySlice<String>) -> Value? {
    let length = words.reduce(0) { $0 + $1.utf8.count }
    guard mayBegin(words.first?.utf8.first, length: length) else { return nil }
    return values[words.joined()]
  }

  private func mayBegin(_ first: UInt8?, length: Int) -> Bool {
    first.map { lengths[Int($0)] & Self.bit(length) != 0 } ?? false
  }
}

extension NameTable<Bool> {
  /// Takes names alone.
  init(names: some Sequence<String>) {
    self.init(names.map { ($0, true) })
  }

  /// Whether it is one of the names.
  func contains(_ name: String) -> Bool { self[name] != nil }
}
