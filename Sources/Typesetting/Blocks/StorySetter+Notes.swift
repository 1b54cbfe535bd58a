import Screen
import Stories

extension StorySetter {
  /// Sets the footnotes after a short rule; each is an anchor, "note-1".
  mutating func setNotes() {
    guard !story.notes.isEmpty else { return }
    blank()
    var column = outerColumn
    let rule = String(repeating: "─", count: min(12, column.measure))
    let run = Page.Run(rule, role: .rule)
    place(
      [Finish.SetLine(runs: [run], columns: min(12, column.measure), letters: 0, flow: .ends)], in: &column)
    let width = min(6, story.notes.reduce(1) { max($0, CellText.width(of: CellText.clean($1.label))) })
    for note in story.notes {
      if reader == nil { parts.add(note: note.label, at: lines.count) }
      let label = CellText.fitted(CellText.clean(note.label), columns: width)
      let marker = label + String(repeating: " ", count: max(0, width + 2 - CellText.width(of: label)))
      var inner = column.nested(
        first: marker, rest: String(repeating: " ", count: width + 2), opening: .marker)
      let before = lineCount
      set(note.blocks, in: &inner)
      if lineCount == before {
        place([Finish.SetLine(runs: [], columns: 0, letters: 0, flow: .ends)], in: &inner)
      }
    }
  }
}
