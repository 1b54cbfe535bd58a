extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingBlanks: SubSequence {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
