internal import Messages
internal import Stories

/// A line at the foot of the screen for typing.
enum Prompt: Sendable {
  /// Words to find in the story, as they are typed; `before` is the line to return to.
  case find(Field, before: Int)
  /// A search of the library, run as it is typed.
  case search(SearchLine)
  /// A date to go to.
  case date(Field)
  /// A name to keep the search under.
  case name(Field)
  /// A note to a clip that was just kept.
  case note(Field, StoryID, Clip)
  /// A day until which a kept search hides what it finds.
  case hiding(Field, SavedSearch)
  /// A file to write the list to.
  case file(Field)
  /// Words to find among the keys, in the box below.
  case keys(Field)

  /// The kind of layer, which decides its keys.
  var kind: Layer.Kind {
    switch self {
    case .find: .find
    case .search: .search
    case .date: .date
    case .name: .name
    case .note: .note
    case .hiding: .hiding
    case .file: .file
    case .keys: .keys
    }
  }

  /// The sign before the text.
  var sign: Phrase {
    switch self {
    case .find, .search, .keys: "/"
    case .date: "Go to date: "
    case .name: "Keep the search as: "
    case .note: "Kept. Note: "
    case .hiding(_, let saved): "Hide “\(saved.name)” until: "
    case .file: "Write the list to: "
    }
  }

  /// The text.
  var field: Field {
    switch self {
    case .find(let field, _), .date(let field), .name(let field), .note(let field, _, _), .keys(let field),
      .hiding(let field, _), .file(let field):
      field
    case .search(let line): line.field
    }
  }

  /// Edits the text.
  mutating func edit(_ change: (inout Field) -> Void) {
    var field = field
    change(&field)
    switch self {
    case .find(_, let before): self = .find(field, before: before)
    case .search(var line):
      line.edit(field)
      self = .search(line)
    case .date: self = .date(field)
    case .name: self = .name(field)
    case .note(_, let id, let clip): self = .note(field, id, clip)
    case .hiding(_, let saved): self = .hiding(field, saved)
    case .file: self = .file(field)
    case .keys: self = .keys(field)
    }
  }
}

extension State {
  /// Reacts to a change of the text.
  mutating func promptChanged() -> [Effect] {
    switch prompt {
    case .find(let field, let before)?:
      showMatches(of: field.text, before: before)
      return []
    case .search?: return search()
    case .keys(let field)?:
      showKeys(with: field.text)
      return []
    case .date?, .name?, .note?, .hiding?, .file?, nil: return []
    }
  }

  /// Carries out what was typed.
  mutating func acceptPrompt() -> [Effect] {
    switch prompt {
    case .find(let field, let before)?:
      find(field, before: before)
      return []
    case .search(let line)?: return endSearch(line)
    case .date(let field)?: return goToDate(field)
    case .name(let field)?: return keepSearch(field)
    case .note(let field, let id, let clip)?: return keepNote(field, id, clip)
    case .hiding(let field, let saved)?: return hide(saved, field)
    case .file(let field)?: return export(to: field)
    case .keys?:
      closeLayer()
      return []
    case nil: return []
    }
  }

  /// Closes the prompt as if nothing had been typed.
  mutating func cancelPrompt() -> [Effect] {
    guard let prompt else { return [] }
    closeLayer()
    switch prompt {
    case .find(_, let before):
      article?.find = nil
      article?.scroll(to: before)
      return []
    case .search(let line): return giveUp(line)
    case .keys:
      showKeys(with: "")
      return []
    case .date, .name, .note, .hiding, .file: return []
    }
  }
}
