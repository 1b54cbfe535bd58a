internal import Stories
internal import StoryFormats
internal import Words

/// The names by which references find stories, in the forms in which they are compared.
enum StoryNames {
  /// All names of a story, with their kinds.
  static func own(of story: Story) -> [(naming: Reference.Naming, key: String)] {
    var names = [(Reference.Naming.path, NameKey.path(story.path))]
    if let key = story.url.flatMap(NameKey.url) {
      names.append((.url, key))
    } else if let published = story.published, published.precision != .year, published.precision != .month {
      // Without an address of its own, it is found by day and slug, as many sites build their addresses.
      let (year, month, day) = published.day.civil
      let slugs = Set(story.slugs.prefix(5).map(NameKey.slug)).filter { !$0.isEmpty }.sorted()
      names += slugs.map { (.url, NameKey.dated(year, month, day, slug: $0)) }
    }
    for slug in story.slugs.prefix(50) {
      let key = NameKey.slug(slug)
      if !key.isEmpty { names.append((.slug, key)) }
    }
    return names
  }

  /// The hashes of the names of a story, its headline and those that its translations share among them.
  static func hashes(of story: Story, headlineKey: String) -> [Int64] {
    var names = own(of: story)
    if !headlineKey.isEmpty { names += [(.headline, headlineKey), (.headline, exact(story.headline))] }
    return Set(names.map { hash($0.naming, $0.key) } + Translations.shared(by: story)).sorted()
  }

  /// The key of a reference's target; nil if its address is missing.
  static func key(of naming: Reference.Naming, target: String?) -> String? {
    guard let target = target?.prefix(4_000).description, !target.isEmpty else { return nil }
    let key: String? =
      switch naming {
      case .headline: SearchText.fold(target)
      // There are no stories outside the library.
      case .path: target.hasPrefix("../") ? nil : NameKey.path(target)
      case .url: NameKey.url(target)
      case .slug: NameKey.slug(target)
      case .nothing: nil
      }
    return key?.isEmpty == true ? nil : key
  }

  /// The hash of a name in the index.
  ///
  /// It has 64 bits, so that no two names of a library share a hash.
  ///
  /// The lowest two bits are 1 for web addresses and translations that a story names, 2 for
  /// headlines letter by letter, 3 for `anchored` and `pictured`, and 0 for all others.
  static func hash(_ naming: Reference.Naming, _ key: String) -> Int64 {
    var stream = Fingerprint.Stream()
    stream.add(naming.rawValue.utf8)
    stream.add([0])
    stream.add(key.utf8)
    let hash = Int64(bitPattern: stream.value.folded) & ~3
    return naming == .url ? hash | 1 : key.first == "=" ? hash | 2 : hash
  }

  /// The entry among a story's references that says that one of them leads to a part of a story.
  static let anchored = hash(.nothing, "#") | 3

  /// The entry for a story that shows a picture of the library; see `LocalPicture`.
  static let pictured = hash(.nothing, "![]") | 3

  /// The exact key of a headline, which no folded key can equal.
  static func exact(_ headline: String) -> String { "=" + headline.prefix(4_000) }

  /// The hashes of a reference's target; empty if its address is missing.
  static func hashes(of naming: Reference.Naming, target: String?) -> [Int64] {
    guard let key = key(of: naming, target: target), let target else { return [] }
    switch naming {
    case .headline: return [hash(naming, key), hash(.headline, exact(target))]
    case .slug:
      let path = target.contains("/") ? [hash(.path, NameKey.path(target))] : []
      return [hash(naming, key), hash(.headline, exact(target))] + path
    case .url: return [hash(naming, key)] + (NameKey.dated(url: key).map { [hash(.url, $0)] } ?? [])
    case .path, .nothing: return [hash(naming, key)]
    }
  }
}

extension Story {
  /// The desk it is listed under: its own, or else its folder's name made readable; may be empty.
  var desk: String {
    if let section, !section.isEmpty { return DeskName.shown(String(section.prefix(100))) }
    guard let slash = path.firstIndex(of: "/") else { return "" }
    // The folders of a Maildir are states of letters, not desks.
    if FileNames.isMaildir(path), !path[path.index(after: slash)...].contains("/") { return "" }
    return DeskName.ofSlug(path[..<slash])
  }
}
