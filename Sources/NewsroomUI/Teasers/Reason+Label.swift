internal import Screen
public import Stories

extension Related {
  /// Why it is there, in a reader's words: whether that is sure, and the words that both share.
  public var label: String {
    if isProbable { return "probably · " + reason.label }
    return reason == .alike && !shares.isEmpty ? "shares: " + shares.joined(separator: ", ") : reason.label
  }
}

extension Related {
  /// The label in so many cells: words that both share give way from the last, and nothing is cut within.
  func label(columns: Int) -> String {
    guard CellText.width(of: label) > columns else { return label }
    if isProbable { return FactLine(["probably", reason.label]).fitted(columns: columns) }
    var shorter = self
    while reason == .alike, !shorter.shares.isEmpty {
      shorter.shares.removeLast()
      if CellText.width(of: shorter.label) <= columns { return shorter.label }
    }
    return Lines.fitted(reason.label, columns: columns)
  }
}

extension Related.Reason {
  /// The reason in a reader's words.
  public var label: String {
    switch self {
    case .readMore: "read more"
    case .linkedHere: "linked in the text"
    case .linksHere: "links here"
    case .version: "same story, another version"
    case .alike: "more like this"
    case .notHere: "not in this library"
    case .outside: "outside"
    }
  }
}
