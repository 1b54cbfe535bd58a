public import Stories

extension Related {
  /// Why it is there, in a reader's words, and whether that is sure.
  public var label: String { isProbable ? "probably · \(reason.label)" : reason.label }
}

extension Related.Reason {
  /// The reason in a reader's words.
  public var label: String {
    switch self {
    case .readMore: "read more"
    case .linkedHere: "linked in the text"
    case .linksHere: "links here"
    case .version: "same story, another version"
    case .notHere: "not in this library"
    case .outside: "outside"
    }
  }
}
