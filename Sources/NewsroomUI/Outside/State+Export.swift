internal import Messages
internal import Screen
internal import Stories

/// What became of a list that was to be written to a file.
public enum ExportOutcome: Hashable, Sendable {
  /// So many stories were written; `isAll` is false if there are more.
  case written(Int, path: String, isAll: Bool)
  /// There is a file of this name.
  case exists(String)
}

// The list as a file.
extension State {
  /// Asks for a file to write the list to.
  mutating func startExport(_ path: String = "") -> [Effect] {
    guard !isForbidden(.export) else { return [] }
    guard !list.rows.isEmpty, list.window?.query == list.query else { return sayNoStory() }
    open(.prompt(.file(Field(path))))
    return []
  }

  /// Writes the list to the file that was typed; a name that says no format stays to be corrected.
  mutating func export(to field: Field) -> [Effect] {
    let path = field.text.trimmed
    guard !path.isEmpty else {
      closeLayer()
      return []
    }
    guard saysFormat(path) else { return [] }
    closeLayer()
    return export(to: path, replacing: false)
  }

  /// Writes the list to a file.
  mutating func export(to path: String, replacing: Bool) -> [Effect] {
    guard !isForbidden(.export) else { return [] }
    message = Message(text: "Writing \(path) …", isNews: true)
    return [.export(list.query, to: path, replacing: replacing)]
  }

  /// Says how many stories were written, or asks what to do with a file that is there.
  mutating func tell(_ outcome: ExportOutcome) {
    switch outcome {
    case .written(let count, let path, let isAll):
      let stories = Numbers.counted(count, "story", "stories")
      message = Message(
        text: isAll
          ? "Wrote \(stories) to \(path)."
          : "Wrote the first \(stories) to \(path); `newsroom export` writes any number.")
    case .exists(let path):
      let items = [
        Chooser.Item(title: catalogue["Choose another name"], choice: .otherFile(path)),
        Chooser.Item(title: catalogue["Replace the file"], choice: .replaceFile(path)),
      ]
      open(.picker(Chooser(title: "There is a file \(Lines.fitted(path, columns: 34))", items: items)))
    }
  }

  /// How the name is understood.
  func readingOfFile(_ field: Field) -> String {
    let path = field.text.trimmed
    if path.isEmpty || !saysFormat(path) {
      return catalogue("a name that ends with \(endingWords)")
    }
    return count(.all).map { catalogue("→ \(Numbers.counted($0, "story", "stories"))") } ?? ""
  }

  private var endingWords: Phrase {
    let all = waysOut.endings.map { "." + $0 }
    guard let last = all.last, all.count > 1 else { return .verbatim(all.first ?? "") }
    return "\(all.dropLast().joined(separator: ", ")) or \(last)"
  }

  private func saysFormat(_ path: String) -> Bool {
    let name = path.lowercased()
    return waysOut.endings.contains { name.hasSuffix("." + $0) && !name.hasSuffix("/." + $0) }
  }
}
