internal import Stories

/// The authors and date in a line above the text that contains nothing else.
struct MarkdownByline {
  private(set) var names: [String] = []
  private(set) var published: Timestamp?
  private(set) var updated: Timestamp?

  /// Reads a line; nil if any part is neither names after "By" nor a date.
  init?(_ text: String) {
    guard text.utf8.count <= 200 else { return nil }
    for part in TextBylines.parts(text.withPlainBlanks) {
      guard takeNamesAndDate(part) || take(part) else { return nil }
    }
    guard !names.isEmpty else { return nil }
  }

  private mutating func take(_ part: String) -> Bool {
    if let found = TextBylines.names(in: part) {
      // Roles and places after the names would be lost, so such a line stays text.
      let words = part.split { !$0.isLetter }.count
      let named = found.reduce(0) { $0 + $1.split { !$0.isLetter }.count }
      let joints = max(0, found.count - 1) + 2
      guard words <= named + joints else { return false }
      names += found
      return true
    }
    if let date = TextBylines.date(in: part) {
      published = date
      return true
    }
    if let date = TextBylines.update(in: part) {
      updated = date
      return true
    }
    return false
  }

  /// "By Ada Holm, 3 May 2020": names, a comma, a date.
  private mutating func takeNamesAndDate(_ part: String) -> Bool {
    guard let comma = part.firstIndex(of: ","),
      let date = TextBylines.date(in: part[part.index(after: comma)...].trimmingBlanks)
    else { return false }
    guard take(part[..<comma].trimmingBlanks), published == nil else { return false }
    published = date
    return true
  }

  /// Whether the story says everything that the line says.
  func agrees(with story: Story) -> Bool {
    let known = Set(story.bylines.map { $0.squeezed.lowercased() })
    return (known.isEmpty || names.allSatisfy { known.contains($0.squeezed.lowercased()) })
      && (published == nil || story.published == nil || story.published?.day == published?.day)
      && (updated == nil || story.updated == nil || story.updated?.day == updated?.day)
  }
}
