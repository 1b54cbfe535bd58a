internal import Screen
internal import Stories
internal import Words

/// A list to choose from, narrowed by typing: desks, authors and their like, orders, commands.
struct Chooser: Hashable, Sendable {
  /// What choosing does.
  enum Choice: Hashable, Sendable {
    /// Narrows the list to the stories of a facet.
    case narrow(Facet)
    /// Shows those of all facets of a kind.
    case allOf(Facet.Kind)
    /// Shows what a saved search finds.
    case search(SavedSearch)
    /// Shows all stories, whatever their marks.
    case everything
    /// Shows the list in another order.
    case order(Query.Order)
    /// Runs a command, by name.
    case command(String)
    /// Does what a line of a command says.
    case line(CommandLine)
    /// Follows a link of the story, by its place in the references.
    case link(Int)
    /// Shows where a link out of the library leads.
    case outside(title: String, target: String?)
    /// Reads a story.
    case story(Listing)
    /// Reads the story that a reference probably means, at a heading.
    case probable(StoryID, anchor: String?)
    /// Leaves everything as it is.
    case nothing
  }

  /// What stands at the right of a line.
  enum Detail: Hashable, Sendable {
    case none
    case words(String)
    case counts(total: Int, unread: Int)

    /// As it is shown.
    var text: String {
      switch self {
      case .none: ""
      case .words(let words): words
      case .counts(let total, let unread):
        unread <= 0
          ? Numbers.grouped(total) : "\(Numbers.grouped(unread)) unread of \(Numbers.grouped(total))"
      }
    }

    /// As much of it as fits into so many cells, in whole facts.
    func fitted(columns: Int) -> String {
      FactLine(text.split(separator: " · ").map(String.init)).fitted(columns: columns)
    }
  }

  /// One line.
  struct Item: Hashable, Sendable {
    /// The words that typing narrows by.
    var title: String
    /// What stands at the right: counts or keys.
    var detail = Detail.none
    /// What choosing it does.
    var choice: Choice
    /// Whether it stands behind all others that fit what was typed.
    var isLast = false
    /// Other words that it is found by.
    var synonyms = ""
    /// The facet it stands for, as counted.
    var counted: FacetCount?
  }

  /// What its keys are for.
  enum Manner: Hashable, Sendable {
    /// Letters narrow it.
    case narrowing
    /// It lists the versions of a story, where letters are keys.
    case versions
    /// It lists commands, or takes one that is typed.
    case commands
  }

  /// What the list is of.
  let title: String
  /// The kind of facets it lists.
  let kind: Facet.Kind?
  /// Whether its lines have been asked for and have not come.
  private(set) var isLoading = false
  /// Every line.
  private(set) var items: [Item]
  /// What was typed.
  private(set) var field = Field()
  /// Whether every letter is typed, the first as well.
  var isTyping = false
  /// The lines that fit what was typed, best first, as places in `items`.
  private(set) var shown: [Int]
  /// The selected one of those.
  var index = 0
  /// The letters of the titles, folded when first typed at.
  private var keys: [[UInt8]] = []

  /// The inside of its frame.
  private(set) var inside = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// The lines that it shows at once.
  var height: Int { max(0, inside.rows - 2) }

  /// What its keys are for.
  let manner: Manner
  /// Whether it lists the versions of a story.
  var isOfVersions: Bool { manner == .versions }

  /// Lists everything, standing on one line.
  init(title: String, items: [Item], index: Int = 0, manner: Manner = .narrowing) {
    self.title = title
    self.manner = manner
    self.items = items
    self.index = index
    kind = nil
    shown = Array(items.indices)
  }

  /// Will list the facets of a kind when they come.
  init(_ kind: Facet.Kind) {
    self.kind = kind
    manner = .narrowing
    title = kind.title
    items = []
    shown = []
    isLoading = true
  }

  /// Finds its place on the screen.
  mutating func settle(_ size: Size) {
    // Lists of facets keep their size, so that going from one to the other moves nothing.
    let rows = kind == nil ? items.count + 2 : max(10, size.rows / 2)
    inside =
      isOfVersions
      ? VersionsBox.inside(size, items) : OverlayBox.inside(size, columns: 60, rows: rows)
  }

  /// Whether the selected line is a search that the reader may drop.
  var mayDrop: Bool {
    guard case .search(let saved)? = selected?.choice else { return false }
    return saved != .new && !saved.isSetByHand
  }

  /// The selected line.
  var selected: Item? { shown.indices.contains(index) ? items[shown[index]] : nil }

  /// Takes the lines, and stands on one of them if it is shown.
  mutating func fill(_ new: [Item], standingOn choice: Choice?) {
    isLoading = false
    items = new
    keys = []
    narrow(among: Array(new.indices))
    index = shown.firstIndex { new[$0].choice == choice } ?? 0
  }

  /// Gives stories another headline, because the one they had is not to be shown any more.
  mutating func rename(_ ids: Set<StoryID>, as held: Listing) {
    for index in items.indices {
      guard case .story(var listing) = items[index].choice, ids.contains(listing.id) else { continue }
      (listing.headline, listing.teaser, listing.status) = (held.headline, "", held.status)
      (items[index].title, items[index].choice) = (held.headline, .story(listing))
    }
    keys = []
  }

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
    if manner == .commands { return findCommands() }
    // What does not fit some letters fits no more of them either.
    let isMore = !before.text.isEmpty && field.text.hasPrefix(before.text)
    narrow(among: isMore ? shown.sorted() : Array(items.indices))
  }

  /// Lists the commands that fit what was typed; a line that is one itself stands first.
  private mutating func findCommands() {
    items.removeAll { if case .line = $0.choice { true } else { false } }
    shown = CommandFinder.places(of: field.text, among: items)
    guard let line = CommandLine(field.text) else { return }
    items.append(Item(title: line.title, choice: .line(line)))
    shown.insert(items.count - 1, at: 0)
  }

  private mutating func narrow(among candidates: [Int]) {
    let needle = PlainLetters.bytes(field.text).filter { $0 != 0x20 }
    guard !needle.isEmpty else {
      shown = Array(items.indices)
      return
    }
    if keys.isEmpty { keys = items.map { PlainLetters.bytes($0.title) } }
    shown =
      candidates
      .compactMap { number in
        Self.distance(needle, keys[number]).map { ($0, items[number].isLast ? 1 : 0, number) }
      }
      .sorted { $0 < $1 }
      .map(\.2)
  }

  /// How badly a text fits the letters typed: 0 where it begins with them, 1 where one of its words does, 2
  /// where they stand within it; more where they come in order with gaps; nil where it does not fit.
  static func distance(_ needle: [UInt8], _ text: [UInt8]) -> Int? {
    guard let first = needle.first else { return 0 }
    guard needle.count <= text.count else { return nil }
    var best: Int?
    for start in 0...(text.count - needle.count) where text[start] == first {
      guard text[start...].starts(with: needle) else { continue }
      if start == 0 { return 0 }
      let isWordStart = text[start - 1] < 0x30 || (0x3A...0x40).contains(text[start - 1])
      best = min(best ?? 2, isWordStart ? 1 : 2)
    }
    return best ?? gaps(needle, text).map { $0 + 3 }
  }

  private static func gaps(_ needle: [UInt8], _ text: [UInt8]) -> Int? {
    var distance = 0
    var gap = 0
    var next = 0
    for letter in text {
      guard next < needle.count else { break }
      if letter == needle[next] {
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
  /// Does what the selected line of the list stands for.
  mutating func choose() -> [Effect] {
    let (choice, typed) = (picker?.selected?.choice, picker?.field.text ?? "")
    let isCommand = picker?.manner == .commands
    closeLayers()
    guard let choice else {
      message = Message(
        text: isCommand ? "No command matches “\(typed)”; : lists all commands." : "Nothing was chosen.")
      return []
    }
    return choose(choice)
  }

  /// Turns from one kind of list to the next, with what was typed.
  mutating func turnPicker(_ step: Int) -> [Effect] {
    guard let picker, let kind = picker.kind else { return [] }
    let kinds = Facet.Kind.listed
    let next = (kinds.firstIndex(of: kind) ?? 0) + step
    closeLayer()
    return chooseFacet(kinds[(next + kinds.count) % kinds.count], typed: picker.field)
  }

  /// Every command but the one that shows them.
  var commandChooser: Chooser {
    let items = Commands.all.filter { $0.name != "commands" && !$0.isFamily }.map {
      Chooser.Item(
        title: $0.help, detail: .words($0.keyLabel), choice: .command($0.name),
        synonyms: CommandFinder.synonyms(of: $0.name))
    }
    return Chooser(title: "Commands", items: items, manner: .commands)
  }

  /// Does what a choice stands for.
  mutating func choose(_ choice: Chooser.Choice) -> [Effect] {
    var query = list.query
    switch choice {
    case .narrow(let facet): query = query.narrowed(by: facet)
    case .allOf(let kind): query = query.widened(to: kind)
    case .line(let line): return run(line)
    case .link(let reference): return follow(reference: reference)
    case .outside(let title, let target):
      explain(isOutside: true, title: title, target: target)
      return []
    case .everything: query = query.everything
    case .search(let saved): return show(saved)
    case .order(let order): query.order = order
    case .story(let listing): return read(listing.id)
    case .command(let name):
      guard let command = Commands.all.first(where: { $0.name == name }), let key = command.keys.first else {
        return []
      }
      return command.run(&self, key)
    case .probable(let id, let anchor): return follow(id, anchor: anchor)
    case .nothing: return []
    }
    return enter(.list) + show(query)
  }
}

extension Chooser.Item {
  /// A story, which choosing opens.
  init(_ listing: Listing, detail: String) {
    self.init(
      title: listing.headline.isEmpty ? listing.path : listing.headline, detail: .words(detail),
      choice: .story(listing))
  }
}
