internal import Messages
internal import Screen

// The list of themes: the screen takes on each as the selection moves.
extension State {
  /// Lists the themes.
  mutating func chooseTheme() -> [Effect] {
    let items = themes.map { theme in
      Chooser.Item(
        title: theme.name, detail: theme.name == self.theme.name ? .words(catalogue["now"]) : .none,
        choice: .theme(theme.name))
    }
    let here = themes.firstIndex { $0.name == theme.name } ?? 0
    themeBefore = theme
    open(.picker(Chooser(title: "Theme", items: items, index: here)))
    return []
  }

  /// Wears the selected theme of the list; once the list is closed without a choice, the one before.
  mutating func tryTheme() {
    guard let before = themeBefore else { return }
    let lists = layers.compactMap { layer -> Chooser? in
      guard case .picker(let chooser) = layer, chooser.isOfThemes else { return nil }
      return chooser
    }
    guard let chooser = lists.last else {
      themeBefore = nil
      return wear(before)
    }
    if case .theme(let name)? = chooser.selected?.choice, name != theme.name,
      let theme = themes.first(where: { $0.name == name })
    {
      wear(theme)
    }
  }

  /// Keeps a theme for this session.
  mutating func keepTheme(_ name: String) -> [Effect] {
    themeBefore = nil
    guard let theme = themes.first(where: { $0.name == name }) else { return [] }
    wear(theme)
    message = Message(
      text: isKiosk
        ? "Theme: \(name)" : "Theme: \(name). To keep it for good: theme = \"\(name)\" in newsroom.toml.")
    return []
  }
}

extension Chooser {
  /// Whether it lists themes.
  var isOfThemes: Bool { if case .theme? = items.first?.choice { true } else { false } }
}
