/// Finds the ranges of values in JSON text, without reading them and without recursion.
///
/// Text that ends too early gives its complete values, and a last one up to its end.
struct JSONOutline {
  let bytes: ArraySlice<UInt8>

  /// The range of the outermost value; nil for blank text.
  var top: Range<Int>? {
    let start = skippingBlanks(
      from: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.startIndex + 3 : bytes.startIndex)
    return start < bytes.endIndex ? start..<end(ofValueAt: start) : nil
  }

  /// Whether a value is an object.
  func isObject(_ value: Range<Int>) -> Bool { bytes[value.lowerBound] == UInt8(ascii: "{") }

  /// Whether a value is a list.
  func isList(_ value: Range<Int>) -> Bool { bytes[value.lowerBound] == UInt8(ascii: "[") }

  /// Whether a value has its end, rather than being cut off.
  func isWhole(_ value: Range<Int>) -> Bool {
    let closing = isObject(value) ? UInt8(ascii: "}") : UInt8(ascii: "]")
    return value.count > 1 && bytes[value.upperBound - 1] == closing
  }

  /// The values of a list.
  func elements(of list: Range<Int>) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    var index = skippingBlanks(from: list.lowerBound + 1)
    while index < list.upperBound, bytes[index] != UInt8(ascii: "]") {
      if bytes[index] == UInt8(ascii: ",") {
        index = skippingBlanks(from: index + 1)
        continue
      }
      let end = end(ofValueAt: index)
      elements.append(index..<end)
      index = skippingBlanks(from: end)
    }
    return elements
  }

  /// The members of an object that are objects or lists, with their folded names.
  func containers(of object: Range<Int>) -> [(name: String, value: Range<Int>)] {
    var members: [(name: String, value: Range<Int>)] = []
    var index = object.lowerBound + 1
    var name: Range<Int>?
    while index < object.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let end = end(ofValueAt: index)
        name = index..<end
        index = end
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let end = end(ofValueAt: index)
        if let name, name.count <= 64 {
          let text = String(decoding: bytes[name].dropFirst().dropLast(), as: UTF8.self)
          members.append((RecordName.folded(text), index..<end))
        }
        index = end
      default: index += 1
      }
    }
    return members
  }

  private func skippingBlanks(from start: Int) -> Int {
    var index = start
    while index < bytes.endIndex, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  /// The end of the value that begins at `start`; always after `start`.
  private func end(ofValueAt start: Int) -> Int {
    switch bytes[start] {
    case UInt8(ascii: "\""): return endOfString(from: start)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      var (index, depth) = (start, 0)
      while index < bytes.endIndex {
        switch bytes[index] {
        case UInt8(ascii: "\""):
          index = endOfString(from: index)
          continue
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          depth -= 1
          if depth == 0 { return index + 1 }
        default: break
        }
        index += 1
      }
      return bytes.endIndex
    default:
      let rest = bytes[(start + 1)...]
      return rest.firstIndex { [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains($0) }
        ?? bytes.endIndex
    }
  }

  private func endOfString(from start: Int) -> Int {
    var index = start + 1
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.endIndex)
  }
}
