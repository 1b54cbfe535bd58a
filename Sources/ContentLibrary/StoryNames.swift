internal import Stories

/// The names that stories answer to, in the forms they are compared in.
enum StoryNames {
  /// Every name of a story, with how it is meant.
  static func own(of story: Story) -> [(naming: String, key: String)] {
    var names = [(Reference.Naming.path.rawValue, Folding.pathKey(story.path))]
    if let key = story.url.flatMap(Folding.urlKey) { names.append((Reference.Naming.url.rawValue, key)) }
    for slug in story.slugs.prefix(50) {
      let key = Folding.slugKey(slug)
      if !key.isEmpty { names.append((Reference.Naming.slug.rawValue, key)) }
    }
    return names
  }

  /// The key of what a reference points to; nil where its address was lost.
  static func key(of naming: Reference.Naming, target: String?) -> String? {
    guard let target = target?.prefix(4_000).description, !target.isEmpty else { return nil }
    let key: String? =
      switch naming {
      case .headline: Folding.key(target)
      case .path: Folding.pathKey(target)
      case .url: Folding.urlKey(target)
      case .slug: Folding.slugKey(target)
      case .nothing: nil
      }
    return key?.isEmpty == true ? nil : key
  }
}

extension Story {
  /// The desk it is listed under: its section, else its folder's name made readable; empty for none.
  var desk: String {
    if let section, !section.isEmpty { return String(section.prefix(100)) }
    guard let slash = path.firstIndex(of: "/") else { return "" }
    let words = path[..<slash].split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// Whether nothing in the story says who it is, so that its id is a hash of the file.
  var idIsFromContent: Bool { identifier == nil }
}
