public import Messages
public import Stories

/// The marks that the reader has set, so that they can be taken back and set again.
///
/// A story that is marked as read because it was opened is not among them.
struct MarkHistory: Sendable {
  /// A step of one key.
  enum Step: Hashable, Sendable {
    /// One story.
    case one(StoryID, headline: String, MarkChange)
    /// Many stories, which the library remembers by the number.
    case many(Int, MarkChange)
  }

  /// The steps to take back, the last one last.
  private(set) var done: [Step] = []
  /// The steps to repeat, the next one last.
  private(set) var undone: [Step] = []
  private var last = 0

  /// The most steps in either direction.
  static let longest = 100

  /// A number for a step of many stories.
  mutating func number() -> Int {
    last += 1
    return last
  }

  /// Adds a step, which discards the steps to repeat.
  mutating func add(_ step: Step) {
    undone = []
    done.append(step)
    if done.count > Self.longest { done.removeFirst() }
  }

  /// Goes a step back; nil if there is none.
  mutating func takeBack() -> Step? {
    guard let step = done.popLast() else { return nil }
    undone.append(step)
    return step
  }

  /// Goes a step forward again; nil if there is none.
  mutating func goForward() -> Step? {
    guard let step = undone.popLast() else { return nil }
    done.append(step)
    return step
  }

  /// Drops a step of many stories, because it changed nothing or is forgotten.
  mutating func drop(_ number: Int) {
    func isGone(_ step: Step) -> Bool { if case .many(number, _) = step { true } else { false } }
    done.removeAll(where: isGone)
    undone.removeAll(where: isGone)
  }
}

extension MarkChange {
  /// What became of stories: "marked read".
  public var done: Phrase {
    switch self {
    case .read: "marked read"
    case .unread: "marked unread"
    case .saved: Phrase(words: "saved", as: "done")
    case .unsaved: "no longer saved"
    case .tagged(let name): "tagged “\(name.text)”"
    case .untagged(let name): "no longer tagged “\(name.text)”"
    }
  }

  /// What became of how many stories: "128 marked read".
  func told(of count: Int) -> Phrase { "\(Numbers.grouped(count)) \(done)" }

  /// What a story is after it.
  var state: Phrase {
    switch self {
    case .read: "read"
    case .unread: "unread"
    case .saved: "saved"
    case .unsaved: "not saved"
    case .tagged(let name): "tagged “\(name.text)”"
    case .untagged(let name): "not tagged “\(name.text)”"
    }
  }

  /// What to say if nothing changed.
  fileprivate var nothing: Phrase {
    switch self {
    case .unsaved: "None of these is saved."
    case .untagged(let name): "None of these is tagged “\(name.text)”."
    case .tagged(let name): "All of these are tagged “\(name.text)” already."
    case .read: "All of these are read already."
    case .unread: "All of these are unread already."
    case .saved: "All of these are saved already."
    }
  }
}

extension State {
  /// Marks the current story as read or unread, or does so with the range.
  mutating func toggleRead() -> [Effect] {
    if let rows = rangeRows {
      return mark(list.rows[rows].allSatisfy(\.isRead) ? .unread : .read, .range)
    }
    guard let story = current else { return sayNoStory() }
    note(story, story.isRead ? .unread : .read)
    return mark(story.id, read: !story.isRead)
  }

  /// Marks the current story, or the range, as read or unread.
  mutating func markCurrent(read: Bool) -> [Effect] {
    if rangeRows != nil { return mark(read ? .read : .unread, .range) }
    guard let story = current else { return sayNoStory() }
    guard story.isRead != read else {
      message = Message(text: read ? "Already read." : "Already unread.")
      return []
    }
    return toggleRead()
  }

  /// Saves the current story or unsaves it, or does so with the range.
  mutating func toggleSaved() -> [Effect] {
    if let rows = rangeRows {
      return mark(list.rows[rows].allSatisfy(\.isSaved) ? .unsaved : .saved, .range)
    }
    guard let story = current else { return sayNoStory() }
    note(story, story.isSaved ? .unsaved : .saved)
    return save(story.id, saved: !story.isSaved)
  }

  mutating func note(_ story: Listing, _ change: MarkChange) {
    marks.add(.one(story.id, headline: story.headline.isEmpty ? story.path : story.headline, change))
  }

  /// Marks a part of the list.
  mutating func mark(_ change: MarkChange, _ part: MarkPart) -> [Effect] {
    guard let span = span(part) else {
      return part == .range ? sayNoRange() : sayNoStory()
    }
    let step = marks.number()
    marks.add(.many(step, change))
    range = nil
    message = Message(text: "Marking …", isNews: true)
    return [.markMany(change, span, of: list.query, step: step)]
  }

  /// Takes the last mark back.
  mutating func takeMarkBack() -> [Effect] {
    guard let step = marks.takeBack() else {
      message = Message(text: "No mark to take back.")
      return []
    }
    switch step {
    case .one(let id, let headline, let change):
      let effects = set(change.opposite, id)
      message = Message(text: "Taken back, \(change.opposite.state): “\(headline)” · X repeats it")
      return effects
    case .many(let number, _): return [.takeBack(step: number)]
    }
  }

  /// Repeats the mark that was taken back last.
  mutating func repeatMark() -> [Effect] {
    guard let step = marks.goForward() else {
      message = Message(text: "No mark to repeat.")
      return []
    }
    switch step {
    case .one(let id, let headline, let change):
      let effects = set(change, id)
      message = Message(text: "Again \(change.state): “\(headline)” · x takes it back")
      return effects
    case .many(let number, _): return [.repeatMarks(step: number)]
    }
  }

  private mutating func set(_ change: MarkChange, _ id: StoryID) -> [Effect] {
    switch change {
    case .read, .unread: mark(id, read: change == .read)
    case .saved, .unsaved: save(id, saved: change == .saved)
    case .tagged(let name), .untagged(let name): [.tag(id, name, isSet: change.isSet)]
    }
  }

  /// Says how many stories were marked, and asks for their rows.
  mutating func tell(_ outcome: MarkOutcome) -> [Effect] {
    guard outcome.count > 0 else {
      marks.drop(outcome.step)
      message = Message(text: outcome.change.nothing)
      return []
    }
    message = Message(text: "\(outcome.change.told(of: outcome.count)) · x takes it back")
    return refreshAll()
  }

  /// The same for marks that were taken back; nil if the library has forgotten them.
  mutating func takeBack(_ outcome: MarkOutcome?, of step: Int) -> [Effect] {
    guard let outcome else {
      marks.drop(step)
      message = Message(text: "These marks were set too long ago to take them back.")
      return []
    }
    message = Message(text: "Taken back: \(outcome.change.told(of: outcome.count)) · X repeats it")
    return refreshAll()
  }
}
