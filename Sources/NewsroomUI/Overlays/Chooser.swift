internal import Stories

/// A list to choose from, narrowed by typing: the desks, or the commands.
struct Chooser: Hashable, Sendable {
  /// What choosing does.
  enum Choice: Hashable, Sendable {
    /// Shows a desk; nil for all of them.
    case desk(String?)
    /// Runs a command, by name.
    case command(String)
  }

  /// One line.
  struct Item: Hashable, Sendable {
    /// The words that typing narrows by.
    var title: String
    /// What stands at the right: counts or keys.
    var detail: String
    /// What choosing it does.
    var choice: Choice
  }

  /// What the list is of.
  var title: String
  /// Every line.
  let items: [Item]
  /// What was typed.
  private(set) var field = Field()
  /// The lines that fit what was typed, best first.
  private(set) var shown: [Item]
  /// The selected one of those.
  var index = 0

  /// Lists everything, standing on one line.
  init(title: String, items: [Item], index: Int = 0) {
    self.title = title
    self.items = items
    self.index = index
    shown = items
  }

  /// The selected line.
  var selected: Item? { shown.indices.contains(index) ? shown[index] : nil }

  /// Moves, stopping at the ends.
  mutating func move(by step: Int) {
    index = clamp(index + step, 0, max(0, shown.count - 1))
  }

  /// Changes what was typed, and narrows the list by it.
  mutating func edit(_ change: (inout Field) -> Void) {
    let before = field
    change(&field)
    guard field != before else { return }
    index = 0
    guard !field.text.isEmpty else {
      shown = items
      return
    }
    let needle = Array(field.text.lowercased().filter { $0 != " " })
    shown = items.enumerated()
      .compactMap { number, item in Self.distance(needle, item.title).map { ($0, number, item) } }
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
      .map(\.2)
  }

  /// How badly `text` fits letters that must come in order: gaps, and letters before the first; nil where it
  /// does not fit.
  static func distance(_ needle: [Character], _ text: String) -> Int? {
    var distance = 0
    var gap = 0
    var next = 0
    for character in text.lowercased() {
      guard next < needle.count else { break }
      if character == needle[next] {
        distance += gap
        gap = 0
        next += 1
      } else {
        gap += 1
      }
    }
    return next == needle.count ? distance : nil
  }
}

extension State {
  /// The desks, the one on show selected.
  var deskChooser: Chooser {
    var all = desks.reduce((total: 0, unread: 0)) { ($0.total + $1.total, $0.unread + $1.unread) }
    // Stories without a desk count in the list alone.
    if let window = list.window, window.query.facet == nil, window.query.marked == .all {
      all = (window.total, window.unread)
    }
    var items = [
      Chooser.Item(title: "All desks", detail: Self.counts(all.total, all.unread), choice: .desk(nil))
    ]
    items += desks.map {
      Chooser.Item(
        title: $0.facet.value.isEmpty ? "No desk" : $0.facet.value, detail: Self.counts($0.total, $0.unread),
        choice: .desk($0.facet.value))
    }
    let index = items.firstIndex { $0.choice == .desk(list.query.facet?.value) } ?? 0
    return Chooser(title: "Desks", items: items, index: index)
  }

  private static func counts(_ total: Int, _ unread: Int) -> String {
    unread == 0 ? Numbers.grouped(total) : "\(Numbers.grouped(unread)) unread of \(Numbers.grouped(total))"
  }

  /// Every command but the one that shows them.
  var commandChooser: Chooser {
    let items = Commands.all.filter { $0.name != "commands" && !$0.isFamily }.map {
      Chooser.Item(title: $0.help, detail: $0.keyLabel, choice: .command($0.name))
    }
    return Chooser(title: "Commands", items: items)
  }

  /// Does what a choice stands for.
  mutating func choose(_ choice: Chooser.Choice) -> [Effect] {
    switch choice {
    case .desk(let section):
      var query = list.query
      query.facet = section.map { Facet(.desk, $0) }
      let effects = enter(.list)
      return effects + show(query)
    case .command(let name):
      guard let command = Commands.all.first(where: { $0.name == name }), let key = command.keys.first else {
        return []
      }
      return command.run(&self, key)
    }
  }
}
