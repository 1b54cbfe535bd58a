internal import Messages
internal import Stories
internal import Words

// The versions of a story, and what each changed.
extension State {
  /// Asks for the versions of the current story.
  mutating func askVersions() -> [Effect] {
    guard let story = current else { return [] }
    guard story.versions > 0 || focus != .list else {
      message = Message(text: "This story has no other version.")
      return []
    }
    return [.versions(story.id)]
  }

  /// Lists the versions, with the one they were asked for selected.
  mutating func show(_ versions: [Listing], of id: StoryID) {
    guard versions.count > 1 else {
      message = Message(text: "This story has no other version.")
      return
    }
    let numbered = Self.numbered(versions)
    let items = numbered.map { Chooser.Item($0, detail: detail(of: $0)) }
    open(
      .picker(
        Chooser(
          title: Numbers.counted(versions.count, "version", "versions"), items: items,
          index: versions.firstIndex { $0.id == id } ?? 0, manner: .versions)))
  }

  /// Says that nothing has changed since the story was read, or that this is not known.
  mutating func sayUnchanged(isKnown: Bool) {
    message = Message(
      text: isKnown
        ? "This story has not changed since you read it."
        : "No words of this story are kept from an earlier reading.")
  }

  /// The versions with numbers: their own if those are all different, otherwise counted from the oldest.
  private static func numbered(_ versions: [Listing]) -> [Listing] {
    guard Set(versions.compactMap(\.version)).count < versions.count else { return versions }
    return versions.enumerated().map { place, version in
      var version = version
      version.version = versions.count - place
      return version
    }
  }

  /// The details of a version: number, time and length.
  private func detail(of version: Listing) -> String {
    let moment = (version.updated ?? version.published).map { catalogue.moment($0, now: now).text }
    let number = version.version.map { catalogue("version \($0)") }
    return [
      version.warning(at: now).map { catalogue[$0] }, number, moment,
      version.words > 0 ? catalogue(Numbers.counted(version.words, "word", "words")) : nil,
    ].compactMap(\.self).joined(separator: " · ")
  }

  /// Asks for the differences between the selected version and the one before it; for the oldest, the next
  /// one.
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
