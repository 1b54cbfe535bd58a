extension String {
  /// The text, or where it has more than `most` characters the words within its first `room` of them, and "…".
  func cutAtWord(over most: Int, to room: Int) -> String {
    guard count > most else { return self }
    let start = prefix(room)
    return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + "…"
  }
}
