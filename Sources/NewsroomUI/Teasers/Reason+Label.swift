public import Stories

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

extension Related {
  /// Why it is there, in a reader's words, with the words it shares.
  public var label: String {
    reason == .alike && !shares.isEmpty ? "shares: " + shares.joined(separator: ", ") : reason.label
  }
}
