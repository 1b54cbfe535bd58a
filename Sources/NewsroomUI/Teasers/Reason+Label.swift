public import Stories

extension Related {
  /// Why it is there, in a reader's words: whether that is sure, and the words that both share.
  public var label: String {
    if isProbable { return "probably · " + reason.label }
    if let via {
      return "\(via.isTarget ? "linked from" : "links to") “\(via.headline)”, which is like this"
    }
    return reason == .alike && !shares.isEmpty ? "shares: " + shares.joined(separator: ", ") : reason.label
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
