/// How often the keys of commands have been used, as far as the hints in the bottom line have to know.
public struct KeyUses: Hashable, Sendable {
  /// A hint whose keys have been used this often is no longer needed.
  public static let enough = 5

  /// The numbers by the names of commands, from 1 to `enough`.
  public private(set) var counts: [String: Int] = [:]

  /// No key has been used.
  public init() {}

  /// Takes remembered numbers; names of commands without a hint are left out.
  public init(_ counts: [String: Int]) {
    self.counts = counts.filter { Commands.hinted.contains($0.key) && $0.value > 0 }.mapValues {
      min($0, Self.enough)
    }
  }

  /// Counts a use of a command's key.
  mutating func note(_ name: String) {
    guard Commands.hinted.contains(name) else { return }
    counts[name] = min((counts[name] ?? 0) + 1, Self.enough)
  }

  /// Whether a hint for these commands is still needed; one for none always is.
  func needs(hintFor names: [String]) -> Bool {
    names.isEmpty || names.reduce(0) { $0 + (counts[$1] ?? 0) } < Self.enough
  }

  /// The larger number of each command: two readers may have run at once.
  public func joined(with other: KeyUses) -> KeyUses {
    KeyUses(counts.merging(other.counts) { max($0, $1) })
  }
}

extension Commands {
  /// The commands whose uses are counted.
  static let hinted: Set<String> = Set(
    all.filter { !$0.hints.isEmpty }.map(\.name) + lessKnown.values.flatMap { $0.map(\.name) }
  ).subtracting([helping])

  /// The command whose hint always stays.
  static let helping = "help"

  /// What to show once other hints are no longer needed, in this order.
  static let lessKnown: [Pane: [(name: String, words: String)]] = [
    .list: [
      ("next-unread", "what is new"), ("storyline", "thread"), ("more-like-this", "alike"),
      ("mark-many", "mark many"), ("versions", "versions"), ("commands", "commands"), ("theme", "themes"),
    ],
    .article: [
      ("storyline", "thread"), ("outline", "headings"), ("versions", "versions"), ("copy", "copy"),
      ("more-like-this", "alike"), ("clip", "clip"), ("commands", "commands"),
    ],
    .teasers: [("versions", "versions"), ("storyline", "thread"), ("commands", "commands")],
  ]
}

// Hints that fade.
extension State {
  /// The hints that are worth their place: help always, those that belong to no command, and the others until
  /// their keys have been used.
  func worthShowing(_ hints: [Commands.Hint]) -> [Commands.Hint] {
    switch preferences.hints {
    case .always: return hints
    case .never: return hints.filter { $0.commands == [Commands.helping] }
    case .fade: break
    }
    let kept = hints.filter { keyUses.needs(hintFor: $0.commands) }
    guard kept.count < hints.count, !list.rows.isEmpty else { return kept }
    let shown = Set(hints.flatMap(\.commands))
    return kept
      + hintsOfPane.lessKnown.filter { hint in
        hint.commands.allSatisfy {
          !shown.contains($0) && keyUses.needs(hintFor: [$0]) && opens(commandNamed: $0)
        }
      }
  }
}
