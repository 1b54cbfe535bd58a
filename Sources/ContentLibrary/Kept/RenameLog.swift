internal import Stories
internal import Words

/// What a refresh notes of stories that go and come, so that marks find theirs again.
///
/// Only what may be somebody's whose marks wait or may be lost is noted, and no more than a bound.
final class RenameLog {
  /// The most that is noted of either.
  private static let most = 20_000

  /// A story that went, by its place in the index.
  struct Departure {
    var trace: StoryTraits
    var position: Int64
  }

  /// The stories with marks that are gone, or may be when the refresh is done.
  let candidates: [StoryTraits]
  /// Those of them of which it is noted that they are gone.
  let noted: Set<StoryID>
  private let keys: Set<UInt32>
  private let paths: Set<String>
  private(set) var arrivals: [StoryTraits] = []
  private(set) var departures: [Departure] = []

  init(_ candidates: [StoryTraits], noted: Set<StoryID>) {
    (self.candidates, self.noted) = (candidates, noted)
    keys = Set(candidates.flatMap { $0.sketch.map { $0.isOfFewWords ? [] : $0.keys } ?? [] })
    paths = Set(candidates.map(\.path))
  }

  /// Notes a story that was written under an identity.
  func note(_ entry: IndexEntry, id: StoryID) {
    guard arrivals.count < Self.most, let sketch = entry.sketch else { return }
    // One that says who it is is that story, unless it says so for the first time.
    guard !entry.saysWhoItIs || paths.contains(entry.path) else { return }
    guard sketch.isOfFewWords || sketch.keys.contains(where: keys.contains) else { return }
    arrivals.append(StoryTraits(entry, id: id))
  }

  /// Notes a story that is taken out.
  func noteDeparture(_ departure: Departure) {
    if departures.count < Self.most { departures.append(departure) }
  }
}

extension StoryTraits {
  /// Takes from a story what is remembered of it.
  init(_ entry: IndexEntry, id: StoryID) {
    self.init(
      id: id, path: entry.path, headline: entry.headline, sketch: entry.sketch,
      words: entry.sketch?.isOfFewWords == true ? entry.teaser : "",
      language: entry.language.map(LanguageTag.primary), published: entry.published?.seconds,
      isNamed: entry.saysWhoItIs)
  }
}
