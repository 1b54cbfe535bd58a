internal import Stories
internal import Words

/// Records the stories that a refresh removes and adds, so that marks can be moved.
///
/// Only stories that may concern waiting or endangered marks are recorded, up to a limit.
final class RenameLog {
  /// The most stories recorded of either kind.
  private static let most = 20_000

  /// A removed story, by its position.
  struct Departure {
    var trace: StoryTraits
    var position: Int64
  }

  /// The marked stories that are gone, or may be gone after the refresh.
  let candidates: [StoryTraits]
  /// Those already recorded as gone.
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

  /// Records a story written under an id.
  func note(_ entry: IndexEntry, id: StoryID) {
    guard arrivals.count < Self.most, let sketch = entry.sketch else { return }
    // A story with an id of its own is that story, unless the id is new.
    guard !entry.saysWhoItIs || paths.contains(entry.path) else { return }
    guard sketch.isOfFewWords || sketch.keys.contains(where: keys.contains) else { return }
    arrivals.append(StoryTraits(entry, id: id))
  }

  /// Records a removed story.
  func noteDeparture(_ departure: Departure) {
    if departures.count < Self.most { departures.append(departure) }
  }
}

extension StoryTraits {
  /// The traits of a story.
  init(_ entry: IndexEntry, id: StoryID) {
    self.init(
      id: id, path: entry.path, headline: entry.headline, sketch: entry.sketch,
      words: entry.sketch?.isOfFewWords == true ? entry.teaser : "",
      language: entry.language.map(LanguageTag.primary), published: entry.published?.seconds,
      isNamed: entry.saysWhoItIs)
  }
}
