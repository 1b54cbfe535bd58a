/// Lines for typing, lists and boxes over the panes, as far as keys are bound in them: a table of `[keys]`.
public struct KeyBox: Hashable, Sendable {
  /// The table's name, after `keys.`.
  public let name: String
  /// What it stands for, in a few words.
  public let meaning: String
  /// The layers in which its rows hold.
  let kinds: Set<Layer.Kind>

  /// Whether its rows hold in several layers, so that those of a single one come before them.
  public var isGroup: Bool { kinds.count > 1 }

  private init(_ name: String, _ meaning: String, _ kinds: Set<Layer.Kind>) {
    (self.name, self.meaning, self.kinds) = (name, meaning, kinds)
  }

  private init(_ name: String, _ kind: Layer.Kind) { self.init(name, kind.place, [kind]) }

  static let boxes = KeyBox("boxes", "all of them", Layer.Kind.all)
  static let typing = KeyBox("typing", "every line for typing", Layer.Kind.prompts)
  static let choosing = KeyBox("choosing", "every list to choose from", Layer.Kind.pickers)
  static let text = KeyBox("text", "every box of text", Layer.Kind.sheets)
  static let search = KeyBox("search", .search)
  static let find = KeyBox("find", .find)
  static let help = KeyBox("help", .help)
  static let comparison = KeyBox("comparison", .comparison)
  static let lines = KeyBox("lines", .lines)
  static let address = KeyBox("address", .address)
  static let versions = KeyBox("versions", .versions)

  /// Every table, groups first.
  public static let all = [
    boxes, typing, choosing, text, search, find, KeyBox("date", .date), KeyBox("name", .name),
    KeyBox("note", .note), KeyBox("hiding", .hiding), KeyBox("file", .file), KeyBox("help-search", .keys),
    KeyBox("choices", .list), KeyBox("narrow", .facets),
    KeyBox("commands", .commands), versions, KeyBox("clippings", .clippings), help, comparison,
    address, KeyBox("links", .hints), lines,
  ]

  /// The tables in which a command of some layers can be bound, the widest first.
  static func tables(for layers: Set<Layer.Kind>) -> [KeyBox] {
    let groups = all.filter { $0.isGroup && $0.kinds.isSubset(of: layers) }
    if let widest = groups.max(by: { $0.kinds.count < $1.kinds.count }), widest.kinds == layers {
      return [widest]
    }
    let covered = groups.reduce(into: Set<Layer.Kind>()) { $0.formUnion($1.kinds) }
    return groups + all.filter { !$0.isGroup && $0.kinds.isSubset(of: layers.subtracting(covered)) }
  }
}

extension Layer.Kind {
  /// The layers where letters are typed, so that they can't be keys.
  static let typed = prompts.union(narrowed).union([.hints])
}

extension Command {
  /// Whether a letter that runs it in a list is typed all the same once typing has begun.
  var yieldsToTyping: Bool { ["choose-down", "choose-up", "type-name"].contains(name) }
}
