internal import Stories

/// The way a reader took through the stories, with the place in each.
struct History: Hashable, Sendable {
  /// A story left behind.
  struct Entry: Hashable, Sendable {
    /// Which.
    var id: StoryID
    /// The place in it.
    var place: ReadingPlace
  }

  /// Stories behind, the last one nearest.
  private(set) var back: [Entry] = []
  /// Stories ahead, the last one nearest.
  private(set) var forward: [Entry] = []

  /// Longer ways lose their beginning.
  static let longest = 200

  /// Leaves a story for one that was not ahead.
  mutating func leave(_ entry: Entry) {
    forward = []
    Self.push(entry, &back)
  }

  /// A story that was asked for and left before it came: it lies ahead, as if it had been read for a moment.
  mutating func turnBack(from entry: Entry) {
    forward = [entry]
  }

  /// The story behind; `from` is then the one ahead.
  mutating func goBack(from: Entry?) -> Entry? {
    guard let entry = back.popLast() else { return nil }
    if let from { Self.push(from, &forward) }
    return entry
  }

  /// The story ahead; `from` is then the one behind.
  mutating func goForward(from: Entry?) -> Entry? {
    guard let entry = forward.popLast() else { return nil }
    if let from { Self.push(from, &back) }
    return entry
  }

  private static func push(_ entry: Entry, _ way: inout [Entry]) {
    way.append(entry)
    if way.count > longest { way.removeFirst() }
  }
}
