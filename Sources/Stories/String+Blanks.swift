extension StringProtocol {
  /// The text without white space at its ends.
  package var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }

  /// The words with single spaces between them and none around.
  package var squeezed: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
