internal import Stories
internal import StoryFormats

/// A picture, film or sound of a story that is a file of the library itself.
struct LocalPicture: Hashable {
  /// The source given in the story.
  let source: String
  /// The paths in the library at which it may be, most likely first.
  let paths: [String]

  /// The most pictures examined per story.
  private static let most = 200
  /// Folders in which note and site programs keep pictures, beside the story or at the top of the library.
  private static let folders = ["assets", "attachments", "images", "media", "static"]

  /// The pictures of a Markdown story.
  ///
  /// Pictures of saved pages and feeds are addresses on their sites.
  static func all(of story: Story) -> [LocalPicture] {
    guard story.format == "markdown" else { return [] }
    return Array(
      story.body.lazy.flatMap(sources).compactMap { LocalPicture($0, of: story.path) }.prefix(most))
  }

  private static func sources(in block: Block) -> [String] {
    switch block.kind {
    case .figure(_, let source): [source].compactMap(\.self)
    case .quote(let blocks, _): blocks.flatMap(sources)
    case .list(_, let items): items.flatMap { $0.blocks.flatMap(sources) }
    case .paragraph, .heading, .table, .code, .rule: []
    }
  }

  /// Nil for anything outside the library: an address, data, an anchor, a path that leads outside.
  private init?(_ source: String, of path: String) {
    let bare = PercentCoding.decoded(String(source.prefix { $0 != "?" && $0 != "#" }))
    guard !bare.isEmpty, !source.hasPrefix("//"), !source.hasPrefix("\\"), !bare.contains(":") else {
      return nil
    }
    let folder = bare.hasPrefix("/") ? [] : path.split(separator: "/").dropLast()
    let way = RelativePath(bare, from: folder)
    guard way.beyond == 0, !way.steps.isEmpty else { return nil }
    let name = bare.drop { $0 == "/" || $0 == "." }
    let here = folder.map { $0 + "/" }.joined()
    self.source = source
    paths =
      [way.steps.joined(separator: "/"), String(name)]
      + Self.folders.flatMap { ["\(here)\($0)/\(name)", "\($0)/\(name)"] }
  }
}

extension Library {
  /// The pictures of a story that are files of the library and not there.
  func missingPictures(of story: Story) -> [Problem] {
    let files = SafeFile(root: root)
    return LocalPicture.all(of: story)
      .filter { !$0.paths.contains(where: files.exists) }
      .map { Problem(path: story.path, reason: "the picture “\($0.source)” is not there") }
  }
}
