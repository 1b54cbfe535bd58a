internal import Messages
internal import Stories

/// What may leave the reader: to the terminal's clipboard, and to other programs.
public struct WaysOut: Hashable, Sendable {
  /// A way that a setting can forbid.
  public enum Way: String, Hashable, Sendable, CaseIterable {
    /// The terminal's clipboard.
    case copy
    /// The commands named in the settings.
    case pipe
    case browser
    case editor
    /// Files that the list is written to.
    case export
  }

  /// The ways that are forbidden.
  public var forbidden: Set<Way>
  /// The names of the commands that a story can be given to.
  public var pipes: [String]
  /// Whether the reader has named a browser.
  public var hasBrowser: Bool
  /// Whether the reader has named an editor.
  public var hasEditor: Bool

  /// The endings of the files that the list can be written to.
  public var endings: [String]

  /// Allows every way.
  public init(
    forbidden: Set<Way> = [], pipes: [String] = [], hasBrowser: Bool = false, hasEditor: Bool = false,
    endings: [String] = []
  ) {
    (self.forbidden, self.pipes, self.endings) = (forbidden, pipes, endings)
    (self.hasBrowser, self.hasEditor) = (hasBrowser, hasEditor)
  }
}

extension State {
  /// Says that a way is forbidden; false if it is open.
  mutating func isForbidden(_ way: WaysOut.Way) -> Bool {
    guard waysOut.forbidden.contains(way) else { return false }
    message = Message(text: "The settings forbid this: forbid = [\"\(way.rawValue)\"] in newsroom.toml.")
    return true
  }

  // MARK: Other programs

  /// Lists the commands that the story can be given to; a single one gets it at once.
  mutating func startPiping() -> [Effect] {
    guard !isForbidden(.pipe) else { return [] }
    guard current != nil else { return sayNoStory() }
    guard let first = waysOut.pipes.first else {
      message = Message(text: "newsroom.toml names no command for stories: see [pipes] in newsroom.toml(5).")
      return []
    }
    guard waysOut.pipes.count > 1 else { return pipe(to: first) }
    let items = waysOut.pipes.map { Chooser.Item(title: $0, choice: .pipe($0)) }
    open(.picker(Chooser(title: "Give the story to", items: items)))
    return []
  }

  /// Gives the story to a command.
  mutating func pipe(to name: String) -> [Effect] {
    guard let story = current else { return sayNoStory() }
    return keepPlace() + [.pipe(name, story.id)]
  }

  /// Opens the story's address with the browser, or shows it.
  mutating func browseStory() -> [Effect] {
    guard current != nil else { return sayNoStory() }
    guard let opened = openedCurrent else { return sayNotOpen() }
    guard let address = opened.story.url else {
      message = Message(text: "This story does not say its address.")
      return []
    }
    guard waysOut.hasBrowser, !waysOut.forbidden.contains(.browser) else {
      explain(isOutside: true, title: opened.story.headline, target: address)
      return []
    }
    return browse(address)
  }

  /// Opens the address in the box.
  mutating func browseAddress() -> [Effect] {
    guard case .address(let sheet)? = sheet?.content else { return [] }
    guard !isForbidden(.browser) else { return [] }
    guard waysOut.hasBrowser else {
      message = Message(text: "Set $BROWSER to the browser that is to open addresses.")
      return []
    }
    closeLayer()
    return browse(sheet.address)
  }

  private mutating func browse(_ address: String) -> [Effect] {
    guard Self.isWebAddress(address) else {
      message = Message(text: "Only addresses of the web are opened; this is \(CopyText.line(address)).")
      return []
    }
    return keepPlace() + [.browse(address)]
  }

  /// Whether an address is of the web, in characters of RFC 3986: no browser takes it for an option.
  static func isWebAddress(_ address: String) -> Bool {
    let lower = address.lowercased()
    return (lower.hasPrefix("https://") || lower.hasPrefix("http://")) && address.utf8.count <= 8_192
      && address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}".utf8.contains($0) }
  }

  /// Opens the story's file in the editor.
  mutating func editStory() -> [Effect] {
    guard !isForbidden(.editor) else { return [] }
    guard let story = current else { return sayNoStory() }
    guard waysOut.hasEditor else {
      message = Message(text: "Set $EDITOR to the editor that is to open files; this is \(story.path).")
      return []
    }
    return keepPlace() + [.edit(story)]
  }

  /// The current story, if it is open, also beside the list.
  var openedCurrent: OpenedStory? {
    guard let article, article.id == current?.id else { return nil }
    return article.opened
  }

  /// Says that the story must be open.
  mutating func sayNotOpen() -> [Effect] {
    message = Message(text: "Open the story first.")
    return []
  }
}
