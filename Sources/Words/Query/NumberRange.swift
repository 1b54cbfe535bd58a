/// A range of numbers in a query: `300`, `>300`, `<=3`, `100..300`, `100..`, `..300`.
struct NumberRange: Hashable {
  /// The first number; nil if open.
  var from: Int?
  /// The last number; nil if open.
  var to: Int?

  /// The most digits of a number.
  private static let digits = 9

  /// Reads what was typed; nil if it is not a range.
  init?(_ text: String) {
    if let dots = text.firstRange(of: "..") {
      let (first, last) = (text[..<dots.lowerBound], text[dots.upperBound...])
      let (from, to) = (Self.number(first), Self.number(last))
      guard (from == nil) == first.isEmpty, (to == nil) == last.isEmpty, from != nil || to != nil else {
        return nil
      }
      (self.from, self.to) = (from, to)
      if let from, let to, from > to { (self.from, self.to) = (to, from) }
      return
    }
    let sign = text.prefix { "<>=".contains($0) }
    guard let number = Self.number(text.dropFirst(sign.count)) else { return nil }
    switch sign {
    case "", "=", "==": (from, to) = (number, number)
    case "<": (from, to) = (nil, number - 1)
    case "<=", "=<": (from, to) = (nil, number)
    case ">": (from, to) = (number + 1, nil)
    case ">=", "=>": (from, to) = (number, nil)
    default: return nil
    }
  }

  private static func number(_ text: Substring) -> Int? {
    guard (1...digits).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}
