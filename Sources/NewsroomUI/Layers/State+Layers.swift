internal import Screen
internal import Stories

// What all layers have in common is decided here, once; what a key means stands in the rows of
// `Commands.inLayers`.
extension State {
  /// Takes a key while a layer lies over the panes.
  mutating func press(_ key: Key, in layer: Layer) -> [Effect] {
    if let row = Keymap.standard[key, in: layer.kind] { return row.run(&self, key) }
    guard case .character(let letter) = key, layer.kind != .address else { return pressOther(key) }
    return layer.kind == .hints ? typeHint(String(letter)) : paste(String(letter))
  }

  /// Pasted text goes where letters are typed, and is never a command.
  mutating func paste(_ text: String) -> [Effect] {
    guard let layer, Layer.Kind.prompts.union(Layer.Kind.narrowed).contains(layer.kind) else { return [] }
    return edit { $0.insert(text) }
  }

  /// A key that the topmost layer has no row for.
  private mutating func pressOther(_ key: Key) -> [Effect] {
    switch layer?.kind {
    // Who has read an address goes on as if it were not there.
    case .address?:
      closeLayer()
      return press(key)
    case .hints?: closeLayer()
    default: break
    }
    return []
  }

  /// Changes the line that is typed.
  mutating func edit(_ change: (inout Field) -> Void) -> [Effect] {
    if let prompt {
      self.prompt?.edit(change)
      return self.prompt?.field == prompt.field ? [] : promptChanged()
    }
    picker?.edit(change)
    return []
  }

  /// Moves in a list to choose from where nothing is typed yet; else the key is typed.
  mutating func moveOrType(_ step: Int, _ key: Key) -> [Effect] {
    guard let picker, picker.field.text.isEmpty, !picker.isTyping else { return edit { _ = $0.take(key) } }
    return scroll(.lines(step))
  }

  /// From here on every letter is typed.
  mutating func beginTyping() -> [Effect] {
    guard let picker, picker.field.text.isEmpty, !picker.isTyping else { return edit { $0.insert("/") } }
    self.picker?.isTyping = true
    return []
  }

  /// Takes the last letter away; where there is none, the layer itself.
  mutating func erase() -> [Effect] {
    let isEmpty =
      switch layer {
      case .prompt(let prompt)?: prompt.field.text.isEmpty
      case .picker(let chooser)?: chooser.field.text.isEmpty
      case .hints(let hints)?: hints.typed.isEmpty
      case .sheet?, nil: true
      }
    if isEmpty { return cancelLayer() }
    hints?.typed.removeLast()
    return edit { _ = $0.take(.backspace) }
  }

  /// Takes the topmost layer away, with nothing done.
  mutating func cancelLayer() -> [Effect] {
    if prompt != nil { return cancelPrompt() }
    closeLayer()
    return []
  }

  /// Moves through what the topmost layer shows; under a line to type in, through the pane.
  mutating func scroll(_ step: Scroll) -> [Effect] {
    switch (layer, step) {
    case (.picker?, .lines(let lines)): picker?.move(by: lines)
    case (.picker(let chooser)?, .pages(let pages)): picker?.move(by: pages * max(1, chooser.height))
    case (.picker(let chooser)?, .first): picker?.move(by: -chooser.items.count)
    case (.picker(let chooser)?, .last): picker?.move(by: chooser.items.count)
    case (.sheet?, _): sheet?.scroll(step)
    case (.prompt?, .lines(let lines)): return move(by: lines)
    case (.prompt?, .pages(let pages)): return movePage(2 * pages)
    case (.prompt?, .first): return moveToEnd(.first)
    case (.prompt?, .last): return moveToEnd(.last)
    case (.hints?, _), (nil, _): break
    }
    return []
  }
}
