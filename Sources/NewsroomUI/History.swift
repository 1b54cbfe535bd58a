internal import Stories

/// The stories a reader has visited, with the place in each.
struct History: Hashable, Sendable {
  /// A visited story.
  struct Entry: Hashable, Sendable {
    /// The story.
    var id: StoryID
    /// The place in it.
    var place: ReadingPlace
  }

  /// Stories behind, the last one nearest.
  private(set) var back: [Entry] = []
  /// Stories ahead, the last one nearest.
  private(set) var forward: [Entry] = []

  /// The most stories kept in either direction; the oldest are dropped.
  static let longest = 200

  /// Leaves a story for a new one, which discards the way forward.
  mutating func leave(_ entry: Entry) {
    forward = []
    Self.push(entry, &back)
  }

  /// Puts a story that was left before it arrived ahead, as if it had been read for a moment.
  mutating func turnBack(from entry: Entry) {
    forward = [entry]
  }

  /// Goes to the story behind; `from` becomes the one ahead.
  mutating func goBack(from: Entry?) -> Entry? {
    guard let entry = back.popLast() else { return nil }
    if let from { Self.push(from, &forward) }
    return entry
  }

  /// Goes to the story ahead; `from` becomes the one behind.
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
