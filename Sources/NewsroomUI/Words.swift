internal import Screen

/// Numbers as newspapers set them.
enum Numbers {
  /// The number with a comma after every third digit from the right: 1,234.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A number with its noun: "1 story", "1,234 stories".
  static func counted(_ number: Int, _ one: String, _ many: String) -> String {
    "\(grouped(number)) \(number == 1 ? one : many)"
  }
}

/// Short texts broken into a few lines, where a whole page would be too much.
enum Lines {
  /// Breaks `text` greedily at spaces into at most `limit` lines; what is left out is marked by an ellipsis,
  /// or cut at the end of a sentence where one lies well into the last line.
  static func wrapped(_ text: String, columns: Int, limit: Int) -> [String] {
    guard columns > 0, limit > 0 else { return [] }
    var rest = clean(text, columns: columns * limit)[...]
    var lines: [String] = []
    while lines.count < limit {
      rest = rest.drop { $0 == " " }
      guard !rest.isEmpty else { break }
      if CellText.width(of: rest) <= columns {
        lines.append(String(rest))
        return lines
      }
      if lines.count == limit - 1 {
        lines.append(shortened(String(rest), columns: columns))
        return lines
      }
      let end = breakPoint(in: rest, columns: columns)
      lines.append(String(rest[..<end]))
      rest = rest[end...]
    }
    return lines
  }

  /// The beginning of `text` in a line of so many cells, with an ellipsis where it was cut.
  static func fitted(_ text: String, columns: Int) -> String {
    CellText.fitted(clean(text, columns: columns), columns: columns)
  }

  /// Cleaned text that is sure to fill so many cells if `text` does, and no more than that: stories are hostile, and
  /// a headline of a megabyte must cost no more than another.
  private static func clean(_ text: String, columns: Int) -> String {
    CellText.clean(String(String.UnicodeScalarView(text.unicodeScalars.prefix(max(0, columns) * 6 + 6))))
  }

  /// The place after the last word that fits, or after the last cluster when a word is longer than the line.
  private static func breakPoint(in text: Substring, columns: Int) -> Substring.Index {
    var width = 0
    var index = text.startIndex
    var lastSpace: Substring.Index?
    while index < text.endIndex {
      let cluster = text[index]
      if cluster == " " { lastSpace = index }
      width += CellText.width(of: cluster)
      if width > columns { break }
      index = text.index(after: index)
    }
    if let lastSpace { return lastSpace }
    return index == text.startIndex ? text.index(after: index) : index
  }

  private static func shortened(_ text: String, columns: Int) -> String {
    let fitted = CellText.fitted(text, columns: columns)
    var end: String.Index?
    var previous: Character = " "
    for (index, cluster) in zip(fitted.indices, fitted) {
      if cluster == " ", ".!?".contains(previous) { end = index }
      previous = cluster
    }
    guard let end, fitted.distance(from: fitted.startIndex, to: end) * 2 > fitted.count else { return fitted }
    return String(fitted[..<end])
  }
}

/// Keeps `value` between the bounds, the lower one winning where they cross.
func clamp(_ value: Int, _ lower: Int, _ upper: Int) -> Int {
  max(lower, min(value, upper))
}
