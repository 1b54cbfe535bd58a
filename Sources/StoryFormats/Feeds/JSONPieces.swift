/// Recovers what it can from a broken JSON Feed: the members before the items, and every intact item.
struct JSONPieces {
  /// The feed's own members.
  private(set) var head: JSONValue = .null
  /// The items that could be read.
  private(set) var items: [JSONValue] = []
  /// The line on which the first unreadable item begins, from 1.
  private(set) var line: Int?

  init(_ text: String) {
    let bytes = Array(text.utf8)
    guard let list = Self.items(in: bytes) else { return }
    head = Self.value(Array(bytes[..<list.name]) + Array("\"items\":[]}".utf8)) ?? .null
    var index = list.start
    var open: [Int] = []
    var isInString = false
    var isEscaped = false
    while index < bytes.count {
      let byte = bytes[index]
      if isInString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isInString = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isInString = true
      } else if byte == UInt8(ascii: "{") {
        open.append(index)
      } else if byte == UInt8(ascii: "}"), let start = open.popLast(), open.isEmpty {
        if let item = Self.value(Array(bytes[start...index])) {
          items.append(item)
        } else {
          note(start, in: bytes)
        }
      }
      index += 1
    }
    if let start = open.first { note(start, in: bytes) }
  }

  private mutating func note(_ place: Int, in bytes: [UInt8]) {
    if line == nil { line = bytes[..<place].count { $0 == 0x0A } + 1 }
  }

  /// Where the feed's own member "items" is named, and where its list begins.
  private static func items(in bytes: [UInt8]) -> (name: Int, start: Int)? {
    let name = Array("\"items\"".utf8)
    var depth = 0
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        if depth == 1, bytes[index...].starts(with: name),
          let start = bytes[index...].prefix(200).firstIndex(of: UInt8(ascii: "["))
        {
          return (index, start + 1)
        }
        index = endOfString(in: bytes, from: index)
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func endOfString(in bytes: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return index
  }

  private static func value(_ bytes: [UInt8]) -> JSONValue? {
    JSONReader.value(of: bytes)
  }
}
