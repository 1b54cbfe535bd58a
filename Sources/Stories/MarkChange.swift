/// A mark that is set on stories, or taken from them.
public enum MarkChange: Hashable, Sendable, CaseIterable {
  case read, unread, saved, unsaved
  /// A tag of the reader's own, given or taken.
  case tagged(TagName), untagged(TagName)

  /// Those that need no name.
  public static let allCases: [MarkChange] = [.read, .unread, .saved, .unsaved]

  /// Reads the word for one that needs no name.
  public init?(word: String) {
    switch word {
    case "read": self = .read
    case "unread": self = .unread
    case "saved": self = .saved
    case "unsaved": self = .unsaved
    default: return nil
    }
  }

  /// The change that takes it back.
  public var opposite: MarkChange {
    switch self {
    case .read: .unread
    case .unread: .read
    case .saved: .unsaved
    case .unsaved: .saved
    case .tagged(let name): .untagged(name)
    case .untagged(let name): .tagged(name)
    }
  }

  /// Whether it sets a mark.
  public var isSet: Bool {
    switch self {
    case .read, .saved, .tagged: true
    case .unread, .unsaved, .untagged: false
    }
  }
}

/// The name of a tag of the reader's own.
public struct TagName: Hashable, Sendable, CustomStringConvertible {
  /// The longest name, in characters.
  public static let longest = 64

  /// The name: one line without quotation marks, control characters and direction marks.
  public let text: String

  /// The name.
  public var description: String { text }

  /// Reads a name as typed, with or without "#"; nil if it is empty or too long.
  public init?(_ text: String) {
    let plain = text.unicodeScalars.map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: " "
      default: "\"“”„".unicodeScalars.contains(scalar) ? " " : Character(scalar)
      }
    }
    var words = String(plain).split(separator: " ").joined(separator: " ")
    while words.hasPrefix("#"), words != "#" { words.removeFirst() }
    words = words.split(separator: " ").joined(separator: " ")
    guard (1...Self.longest).contains(words.count), words.utf8.count <= 4 * Self.longest,
      words.contains(where: { $0.isLetter || $0.isNumber || $0.isSymbol })
    else { return nil }
    self.text = words
  }
}

/// A tag of the reader's own.
public struct OwnTag: Hashable, Sendable {
  /// Its name.
  public var name: TagName
  /// How many stories of the library have it.
  public var total: Int
  /// Whether the story that was asked about has it.
  public var isSet: Bool

  /// Makes a tag.
  public init(_ name: TagName, total: Int, isSet: Bool = false) {
    (self.name, self.total, self.isSet) = (name, total, isSet)
  }
}

/// A part of a list, by its rows.
public enum ListSpan: Hashable, Sendable {
  /// Every row.
  case all
  /// The rows before one, without it.
  case above(Listing)
  /// The rows after one, without it.
  case below(Listing)
  /// The rows from one to another, in either order, with both.
  case between(Listing, Listing)
}

/// What became of a request to mark stories.
public struct MarkOutcome: Hashable, Sendable {
  /// The number that the reader gave to the request.
  public var step: Int
  /// What was done.
  public var change: MarkChange
  /// How many stories changed; those that had the mark before are not counted.
  public var count: Int

  /// Reports a change.
  public init(step: Int, change: MarkChange, count: Int) {
    (self.step, self.change, self.count) = (step, change, count)
  }
}
