extension String {
  /// The text or, if it has more than `most` characters, the words within its first `room` characters, and
  /// "…".
  func cutAtWord(over most: Int, to room: Int) -> String {
    guard count > most else { return self }
    let start = prefix(room)
    return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + "…"
  }

  /// The text, or its first `most` bytes, without a scalar that they would split.
  func cut(to most: Int) -> String {
    guard utf8.count > most else { return self }
    return String(unicodeScalars[..<utf8.index(startIndex, offsetBy: most)])
  }
}
