internal import Stories

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

  /// Lists them, standing on the story they were asked for.
  mutating func show(_ versions: [Listing], of id: StoryID) {
    guard versions.count > 1 else {
      message = Message(text: "There is no other version of this story.")
      return
    }
    let items = versions.map { version in
      Chooser.Item(version, detail: detail(of: version))
    }
    open(
      .picker(
        Chooser(
          title: Numbers.counted(versions.count, "version", "versions"), items: items,
          index: versions.firstIndex { $0.id == id } ?? 0, isOfVersions: true)))
  }

  /// What tells a version from the others of its headline.
  private func detail(of version: Listing) -> String {
    let date = version.published.map { String($0.iso8601.prefix(16)).replacing("T", with: " ") }
    let number = version.version.map { "version \($0)" }
    return [number, date, version.words > 0 ? "\(Numbers.grouped(version.words)) words" : nil]
      .compactMap(\.self).joined(separator: " · ")
  }

  /// Asks what the selected version changed in the one before it; of the oldest, what the next one changed in it.
  func compareVersions() -> [Effect] {
    guard let chooser = picker else { return [] }
    let versions: [Listing] = chooser.items.compactMap { item in
      guard case .story(let listing) = item.choice else { return nil }
      return listing
    }
    let earlier = min(chooser.index + 1, versions.count - 1)
    guard versions.indices.contains(earlier - 1) else { return [] }
    return [.compare(earlier: versions[earlier], later: versions[earlier - 1])]
  }
}
