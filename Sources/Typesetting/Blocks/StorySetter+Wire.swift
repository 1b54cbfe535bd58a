import Messages
import Screen
import Stories
import Words

extension StorySetter {
  /// Sets the warning above the headline: killed, withheld, or not to be published yet.
  mutating func setWarning() {
    guard let warning = story.wire.warning(at: typesetter.options.now, typesetter.options.catalogue) else {
      return
    }
    var column = outerColumn
    setWords(warning, role: .strong, in: &column)
    blank()
  }

  /// Sets the notes to the desk, below the date line.
  mutating func setDeskNotes() {
    for note in story.wire.notes.prefix(20) where !note.isEmpty {
      var column = outerColumn
      setWords(typesetter.options.catalogue("Note to the desk: \(note)"), role: .caption, in: &column)
      blank()
    }
  }

  /// Sets the rights, below the text.
  mutating func setRights() {
    let lines = [story.wire.provider, story.wire.copyright].compactMap { $0 }.filter { !$0.isEmpty }
    guard !lines.isEmpty else { return }
    blank()
    var column = outerColumn
    setWords(lines.joined(separator: " · "), role: .caption, in: &column)
    blank()
  }
}

extension Wire {
  /// The warning above a story that must not be used, or not yet; nil for all others.
  func warning(at now: Timestamp?, _ catalogue: Catalogue = .english) -> String? {
    switch status {
    case .canceled: return catalogue("KILLED · This story must not be used.")
    case .withheld: return catalogue("WITHHELD · This story must not be used for now.")
    case .usable: break
    }
    guard let embargo, now.map({ $0.seconds < embargo.seconds }) ?? true else { return nil }
    let local = now.map { Timestamp(seconds: embargo.seconds, offset: $0.offset) } ?? embargo
    return catalogue("EMBARGO · Not for publication before \(catalogue.moment(local, now: nil).text).")
  }
}
