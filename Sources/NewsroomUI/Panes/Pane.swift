/// One of the three places a reader can be.
public enum Pane: String, Hashable, Sendable, CaseIterable {
  /// The article list.
  case list
  /// The full article.
  case article
  /// The READ MORE teasers.
  case teasers

  /// The word for it in tables of keys.
  public var title: String {
    switch self {
    case .list: "list"
    case .article: "article"
    case .teasers: "READ MORE"
    }
  }
}
