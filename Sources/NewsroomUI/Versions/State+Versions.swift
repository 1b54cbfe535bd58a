internal import Screen
internal import Stories
internal import Typesetting

// The versions of a story: which there are, and what one changed.
extension State {
  /// Asks for the versions of the story at hand.
  mutating func askVersions() -> [Effect] {
    guard let story = current else { return [] }
    guard story.versions > 0 || focus != .list else {
      message = Message(text: "There is no other version of this story.")
      return []
    }
    return [.versions(story.id)]
  }

  /// Lists them, standing on the story they were asked for; dropped when the reader has gone on.
  mutating func show(_ versions: [Listing], of id: StoryID) {
    guard case .reading = mode, current?.id == id else { return }
    guard versions.count > 1 else {
      message = Message(text: "There is no other version of this story.")
      return
    }
    let items = versions.map { version in
      Chooser.Item(version, detail: detail(of: version))
    }
    mode = .choosing(
      Chooser(
        title: Numbers.counted(versions.count, "version", "versions"), items: items,
        index: versions.firstIndex { $0.id == id } ?? 0, isOfVersions: true))
  }

  /// What tells a version from the others of its headline.
  private func detail(of version: Listing) -> String {
    let date = version.published.map { String($0.iso8601.prefix(16)).replacing("T", with: " ") }
    let number = version.version.map { "version \($0)" }
    return [number, date, version.words > 0 ? "\(Numbers.grouped(version.words)) words" : nil]
      .compactMap(\.self).joined(separator: " · ")
  }

  /// Keys in the list of versions.
  mutating func choose(_ key: Key, versions chooser: Chooser) -> [Effect] {
    var chooser = chooser
    switch key {
    case .character("q"), .character("v"):
      mode = .reading
      return []
    case .character("d"): return compare(chooser)
    case .character("j"): chooser.move(by: 1)
    case .character("k"): chooser.move(by: -1)
    case .character("g"): chooser.move(by: -chooser.items.count)
    case .character("G"): chooser.move(by: chooser.items.count)
    case .character: break
    default: return choose(key, chooser)
    }
    mode = .choosing(chooser)
    return []
  }

  /// Asks what the selected version changed in the one before it; of the oldest, what the next one changed in it.
  private func compare(_ chooser: Chooser) -> [Effect] {
    let versions: [Listing] = chooser.items.compactMap { item in
      guard case .story(let listing) = item.choice else { return nil }
      return listing
    }
    let earlier = min(chooser.index + 1, versions.count - 1)
    guard versions.indices.contains(earlier - 1) else { return [] }
    return [.compare(earlier: versions[earlier], later: versions[earlier - 1])]
  }

  /// Keys over a comparison.
  mutating func compare(_ key: Key, _ comparison: Comparison, top: Int) {
    let inside = comparisonBox
    let page = max(1, inside.rows)
    let last = max(0, DifferenceLines.of(comparison.difference, columns: inside.columns).count - page)
    switch key {
    case .escape, .enter, .character("q"), .character("d"), .backspace: mode = .reading
    default:
      mode = .comparing(comparison, top: OverlayBox.scrolled(top, by: key, page: page, last: last))
    }
  }

  private var comparisonBox: Rect { OverlayBox.inside(size, columns: 78, rows: size.rows) }

  func drawComparison(_ comparison: Comparison, top: Int, on frame: inout Frame) {
    let inside = comparisonBox
    let lines = DifferenceLines.of(comparison.difference, columns: inside.columns)
    let last = max(0, lines.count - inside.rows)
    let more = lines.count > inside.rows ? "j/k scroll · " : ""
    drawBox(inside, title: comparison.summary, foot: "[-out-] {+in+} · \(more)Esc closes", on: &frame)
    for (index, line) in lines.dropFirst(min(top, last)).prefix(inside.rows).enumerated() {
      var column = inside.column + line.indent
      for run in line.runs {
        column = frame.write(
          run.text, column: column, row: inside.row + index, style: palette[run.role], clip: inside)
      }
    }
    if inside.columns > 0, inside.rows > 0 {
      frame.cursor = Frame.Position(column: inside.column, row: inside.row)
    }
  }
}
