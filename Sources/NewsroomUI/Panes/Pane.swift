/// One of the three panes.
public enum Pane: String, Hashable, Sendable, CaseIterable {
  /// The article list.
  case list
  /// The story.
  case article
  /// READ MORE.
  case teasers

  /// Its name in tables of keys.
  public var title: String {
    switch self {
    case .list: "list"
    case .article: "article"
    case .teasers: "READ MORE"
    }
  }
}
