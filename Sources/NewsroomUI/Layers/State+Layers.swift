internal import Screen
internal import Stories

// What all layers share; the keys of each are in `Commands.inLayers`.
extension State {
  /// Takes a key for which the topmost layer has no command: a letter is typed.
  mutating func type(_ key: Key, in layer: Layer) -> [Effect] {
    guard case .character(let letter) = key, layer.kind != .address, layer.kind != .lines else {
      return pressOther(key)
    }
    return layer.kind == .hints ? typeHint(String(letter)) : paste(String(letter))
  }

  /// Inserts pasted text into a prompt or list; it is never run as keys.
  mutating func paste(_ text: String) -> [Effect] {
    guard let layer, Layer.Kind.prompts.union(Layer.Kind.narrowed).contains(layer.kind) else { return [] }
    return edit { $0.insert(text) }
  }

  /// Handles a key for which the topmost layer has no command.
  private mutating func pressOther(_ key: Key) -> [Effect] {
    switch layer?.kind {
    // Any other key closes an address and does what it does in the pane.
    case .address?:
      closeLayer()
      return press(key)
    case .hints?: closeLayer()
    default: break
    }
    return []
  }

  /// Edits the text of the prompt or list.
  mutating func edit(_ change: (inout Field) -> Void) -> [Effect] {
    if let prompt {
      self.prompt?.edit(change)
      return self.prompt?.field == prompt.field ? [] : promptChanged()
    }
    picker?.edit(change)
    return []
  }

  /// Moves in a list if nothing is typed yet; otherwise types the key.
  mutating func moveOrType(_ step: Int, _ key: Key) -> [Effect] {
    if case .character = key, let picker, !picker.field.text.isEmpty || picker.isTyping {
      return edit { _ = $0.handle(key) }
    }
    return scroll(.lines(step))
  }

  /// Makes every letter count as typing; once typing has begun, a letter is typed itself.
  mutating func beginTyping(_ key: Key) -> [Effect] {
    guard let picker, picker.field.text.isEmpty, !picker.isTyping else {
      if case .character = key { return edit { _ = $0.handle(key) } }
      return []
    }
    self.picker?.isTyping = true
    return []
  }

  /// Deletes the last letter, or closes the layer if there is none.
  mutating func erase() -> [Effect] {
    let isEmpty =
      switch layer {
      case .prompt(let prompt)?: prompt.field.text.isEmpty
      case .picker(let chooser)?: chooser.field.text.isEmpty
      case .hints(let hints)?: hints.typed.isEmpty
      case .sheet?, .lines?, nil: true
      }
    if isEmpty { return cancelLayer() }
    hints?.typed.removeLast()
    return edit { _ = $0.handle(.backspace) }
  }

  /// Closes the topmost layer without doing anything.
  mutating func cancelLayer() -> [Effect] {
    if prompt != nil { return cancelPrompt() }
    closeLayer()
    return []
  }

  /// Moves through the topmost layer, or through the pane under a prompt.
  mutating func scroll(_ step: Scroll) -> [Effect] {
    switch (layer, step) {
    case (.picker?, .lines(let lines)): picker?.move(by: lines)
    case (.picker(let chooser)?, .pages(let pages)): picker?.move(by: pages * max(1, chooser.height))
    case (.picker(let chooser)?, .first): picker?.move(by: -chooser.items.count)
    case (.picker(let chooser)?, .last): picker?.move(by: chooser.items.count)
    case (.sheet?, _): sheet?.scroll(step)
    case (.prompt(.keys)?, _):
      guard layers.count > 1, case .sheet(var sheet) = layers[layers.count - 2] else { break }
      sheet.scroll(step)
      layers[layers.count - 2] = .sheet(sheet)
    case (.prompt?, .lines(let lines)): return move(by: lines)
    case (.prompt?, .pages(let pages)): return movePage(2 * pages)
    case (.prompt?, .first): return moveToEnd(.first)
    case (.prompt?, .last): return moveToEnd(.last)
    case (.hints?, _), (.lines?, _), (nil, _): break
    }
    return []
  }
}
