public import Screen

/// One key, or several that are pressed one after another: `g g`, `C-x C-s`.
public struct KeySequence: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The keys, at least one.
  public let keys: [Key]

  /// The most keys of a sequence.
  public static let longest = 4

  /// Why a text names no sequence.
  public enum Fault: Error, Hashable, Sendable {
    /// It names no key.
    case empty
    /// It names more keys than `longest`.
    case long
    /// This word is not the name of a key.
    case unknown(String)
  }

  init(_ keys: [Key]) { self.keys = keys }

  /// Reads the names of keys, with spaces between them.
  ///
  /// - Throws: what is wrong with the text.
  public init(reading text: String) throws(Fault) {
    if text == " " {
      keys = [.character(" ")]
      return
    }
    var found: [Key] = []
    for word in text.split(separator: " ").prefix(Self.longest + 1).map(String.init) {
      guard let key = Key(name: word) else { throw .unknown(word) }
      found.append(key)
    }
    guard !found.isEmpty else { throw .empty }
    guard found.count <= Self.longest else { throw .long }
    keys = found
  }

  /// A sequence that the program itself names; a name that is no key is left out.
  public init(stringLiteral text: String) {
    keys = text.split(separator: " ").compactMap { Key(name: String($0)) }
  }

  /// The keys as written on a keyboard: "g g", "Ctrl-X Ctrl-S".
  public var label: String { keys.map(\.label).joined(separator: " ") }

  /// The keys as written in newsroom.toml: "g g", "C-x C-s".
  public var name: String { keys.map(\.name).joined(separator: " ") }

  /// Whether this is the other, or one is the beginning of the other.
  func collides(with other: KeySequence) -> Bool {
    keys.starts(with: other.keys) || other.keys.starts(with: keys)
  }
}

/// A row of keys: what a sequence does.
public struct KeyBinding: Hashable, Sendable {
  /// The keys.
  public let sequence: KeySequence
  /// The names of the commands that they run, in order; empty for none.
  public let commands: [String]
  /// The pane where they work; nil for every pane where the first command works.
  public let pane: Pane?
  /// The boxes where they work instead of panes; nil for panes.
  public let box: KeyBox?

  /// A row for panes.
  public init(_ sequence: KeySequence, _ commands: [String], in pane: Pane? = nil) {
    (self.sequence, self.commands, self.pane, box) = (sequence, commands, pane, nil)
  }

  /// A row for boxes.
  public init(_ sequence: KeySequence, _ commands: [String], in box: KeyBox) {
    (self.sequence, self.commands, pane, self.box) = (sequence, commands, nil, box)
  }

  /// Where they work, for tables: "list"; nil for every pane.
  public var place: String? { pane?.title ?? box.map { "[keys.\($0.name)]" } }

  /// Written instead of a command to make a key do nothing.
  public static let nothing = "none"
}
