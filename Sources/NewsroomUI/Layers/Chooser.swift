internal import Messages
internal import Screen
internal import Stories
internal import Words

/// A list to choose from, which typing narrows: desks, authors, orders, commands and so on.
struct Chooser: Hashable, Sendable {
  /// What choosing does.
  enum Choice: Hashable, Sendable {
    /// Narrows the list to the stories of a facet.
    case narrow(Facet)
    /// Shows the stories of all facets of a kind.
    case allOf(Facet.Kind)
    /// Shows the results of a kept search.
    case search(SavedSearch)
    /// Shows all stories, whatever their marks.
    case everything
    /// Shows the list in another order.
    case order(Query.Order)
    /// Runs a command, by name.
    case command(String)
    /// Keeps a theme, by name.
    case theme(String)
    /// Runs a line typed after ":".
    case line(CommandLine)
    /// Follows a link of the story, by its index among the references.
    case link(Int)
    /// Shows the address of a link that leads outside the library.
    case outside(title: String, target: String?)
    /// Reads a story.
    case story(Listing)
    /// Reads the story that a reference probably means, at a heading.
    case probable(StoryID, anchor: String?)
    /// Copies text, with a word for what it is.
    case copy(String, of: String)
    /// Gives the story to the command of a name.
    case pipe(String)
    /// Goes to a heading of the story, by its index.
    case heading(Int)
    /// Marks a part of the list.
    case mark(MarkChange, MarkPart)
    /// Lists the tags that a part of the list can be given.
    case tagPart(MarkPart)
    /// Gives the story, or a part of the list, a tag, or takes it away.
    case tag(MarkChange, MarkPart?)
    /// The same with the name that was typed.
    case newTag(TagName, MarkPart?)
    /// Opens another library, by name.
    case library(String)
    /// Keeps words of the story.
    case clip(Clip)
    /// Goes to a clipping in its story.
    case clipping(Clipping)
    /// Searches for the stories with a tag of the reader's own.
    case tagged(String)
    /// Lets a kept search alert, or ends it.
    case toggleAlert(SavedSearch)
    /// Asks until when a kept search is to hide what it finds, or ends it.
    case toggleHiding(SavedSearch)
    /// Writes the list to a file that is there already.
    case replaceFile(String)
    /// Asks for another file.
    case otherFile(String)
    /// Does nothing.
    case nothing
  }

  /// The right side of a line.
  enum Detail: Hashable, Sendable {
    case none
    case words(String)
    case counts(total: Int, unread: Int)

    /// The text shown.
    func text(_ catalogue: Catalogue) -> String {
      switch self {
      case .none: ""
      case .words(let words): words
      case .counts(let total, let unread):
        catalogue(
          unread <= 0
            ? Numbers.grouped(total) : "\(Numbers.grouped(unread)) unread of \(Numbers.grouped(total))")
      }
    }

    /// As many whole facts as fit into `columns` cells.
    func fitted(columns: Int, _ catalogue: Catalogue) -> String {
      FactLine(text(catalogue).split(separator: " · ").map(String.init)).fitted(columns: columns)
    }
  }

  /// A line of the list.
  struct Item: Hashable, Sendable {
    /// The words that typing narrows by.
    var title: String
    /// Counts or keys, at the right.
    var detail = Detail.none
    /// What choosing it does.
    var choice: Choice
    /// Whether it comes after all other matches.
    var isLast = false
    /// Other words that find it.
    var synonyms = ""
    /// The facet it stands for, with its counts.
    var counted: FacetCount?
  }

  /// How it uses its keys.
  enum Manner: Hashable, Sendable {
    /// Letters narrow it.
    case narrowing
    /// It lists the versions of a story, where letters are keys.
    case versions
    /// It lists commands, or takes a typed one.
    case commands
    /// It lists clippings, whose words and notes are searched.
    case clippings
    /// It lists tags for the story or a part of the list, or takes a new name.
    case tags(MarkPart?)
  }

  /// The title of the box.
  let title: Phrase
  /// The language of what it says; `State.open` sets it.
  var catalogue = Catalogue.english
  /// The kind of facets it lists, if it lists facets.
  let kind: Facet.Kind?
  /// Whether its lines have not arrived yet.
  private(set) var isLoading = false
  /// Every line.
  private(set) var items: [Item]
  /// What was typed.
  private(set) var field = Field()
  /// Whether j and k are typed like other letters.
  var isTyping = false
  /// The indexes in `items` of the lines that match, best first.
  private(set) var shown: [Int]
  /// The selected line, as an index in `shown`.
  var index = 0
  /// The folded titles, made when typing begins.
  private var keys: [[UInt8]] = []

  /// The inside of its frame.
  private(set) var inside = Rect(column: 0, row: 0, columns: 0, rows: 0)
  /// How many lines fit.
  var height: Int { max(0, inside.rows - 2) }

  /// How it uses its keys.
  let manner: Manner
  /// Whether it lists the versions of a story.
  var isOfVersions: Bool { manner == .versions }

  /// A list of items, one of them selected.
  init(title: Phrase, items: [Item], index: Int = 0, manner: Manner = .narrowing) {
    self.title = title
    self.manner = manner
    self.items = items
    self.index = index
    kind = nil
    shown = Array(items.indices)
  }

  /// A list of the facets of a kind, empty until they arrive.
  init(_ kind: Facet.Kind) {
    self.kind = kind
    manner = .narrowing
    title = Phrase(words: kind.title)
    items = []
    shown = []
    isLoading = true
  }

  /// Fits the box to the screen.
  mutating func settle(_ size: Size) {
    // Lists of facets keep their size, so that going from one to the next moves nothing.
    let rows = kind == nil ? items.count + 2 : max(10, size.rows / 2)
    inside =
      isOfVersions
      ? VersionsBox.inside(size, items, catalogue) : OverlayBox.inside(size, columns: 60, rows: rows)
  }

  /// Whether the selected line is a search that can be deleted.
  var mayDrop: Bool {
    guard case .search(let saved)? = selected?.choice else { return false }
    return saved != .new && !saved.isSetByHand
  }

  /// The selected line.
  var selected: Item? { shown.indices.contains(index) ? items[shown[index]] : nil }

  /// Takes the lines, and selects one of them if it is shown.
  mutating func fill(_ new: [Item], standingOn choice: Choice?) {
    isLoading = false
    items = new
    keys = []
    narrow(among: Array(new.indices))
    index = shown.firstIndex { new[$0].choice == choice } ?? 0
  }

  /// Replaces the headlines of killed or withheld stories.
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
    if case .tags(let part) = manner { return findTags(part) }
    // More letters can only remove lines.
    let isMore = !before.text.isEmpty && field.text.hasPrefix(before.text)
    narrow(among: isMore ? shown.sorted() : Array(items.indices))
  }

  /// Lists the commands that match; a line that can be run as it is comes first.
  private mutating func findCommands() {
    items.removeAll { if case .line = $0.choice { true } else { false } }
    shown = CommandFinder.places(of: field.text, among: items)
    guard let line = CommandLine(field.text) else { return }
    items.append(Item(title: catalogue(line.title), choice: .line(line)))
    shown.insert(items.count - 1, at: 0)
  }

  /// Lists the tags that match; a name that no tag has can be a new one.
  private mutating func findTags(_ part: MarkPart?) {
    items.removeAll { if case .newTag = $0.choice { true } else { false } }
    keys = []
    narrow(among: Array(items.indices))
    let typed = PlainLetters.bytes(field.text)
    guard let name = TagName(field.text), !items.contains(where: { PlainLetters.bytes($0.title) == typed })
    else { return }
    items.append(Item(title: catalogue("New tag “\(name.text)”"), choice: .newTag(name, part)))
    shown.append(items.count - 1)
  }

  private mutating func narrow(among candidates: [Int]) {
    let needle = PlainLetters.bytes(field.text).filter { $0 != 0x20 }
    guard !needle.isEmpty else {
      shown = Array(items.indices)
      return
    }
    let isSearched = manner == .clippings
    if keys.isEmpty {
      keys = items.map { PlainLetters.bytes(isSearched ? "\($0.title) \($0.synonyms)" : $0.title) }
    }
    shown =
      candidates
      .compactMap { number in
        (isSearched ? Self.place(of: needle, in: keys[number]) : Self.distance(needle, keys[number])).map {
          ($0, items[number].isLast ? 1 : 0, number)
        }
      }
      .sorted { $0 < $1 }
      .map(\.2)
  }

  /// How badly a text matches the typed letters: 0 if it begins with them, 1 if one of its words does, 2 if
  /// it contains them, more if they come in order with gaps; nil for no match.
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

  /// 0 if a text has the letters, in a row and without regard to spaces.
  private static func place(of needle: [UInt8], in text: [UInt8]) -> Int? {
    let text = text.filter { $0 != 0x20 }
    guard let first = needle.first, needle.count <= text.count else { return needle.isEmpty ? 0 : nil }
    let isThere = (0...(text.count - needle.count)).contains { start in
      text[start] == first && text[start...].starts(with: needle)
    }
    return isThere ? 0 : nil
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
  /// Chooses the selected line.
  mutating func choose() -> [Effect] {
    let (choice, typed) = (picker?.selected?.choice, picker?.field.text ?? "")
    let isCommand = picker?.manner == .commands
    closeLayers()
    guard let choice else {
      message = Message(
        text: isCommand
          ? "No command matches “\(typed)”; \(key("commands")) lists all commands." : "Nothing was chosen.")
      return []
    }
    return choose(choice)
  }

  /// Goes to the next kind of list, with what was typed.
  mutating func turnPicker(_ step: Int) -> [Effect] {
    guard let picker, let kind = picker.kind else { return [] }
    let kinds = Facet.Kind.listed
    let next = (kinds.firstIndex(of: kind) ?? 0) + step
    closeLayer()
    return chooseFacet(kinds[(next + kinds.count) % kinds.count], typed: picker.field)
  }

  /// A list of all commands except the one that opens it.
  var commandChooser: Chooser {
    let items = Commands.all.filter { $0.name != "commands" && !$0.isFamily && opens($0) }.map {
      Chooser.Item(
        title: catalogue[$0.help], detail: .words(keymap.labels(of: $0).joined(separator: ", ")),
        choice: .command($0.name),
        synonyms: CommandFinder.synonyms(of: $0.name))
    }
    return Chooser(title: "Commands", items: items, manner: .commands)
  }

  /// Carries out a choice.
  mutating func choose(_ choice: Chooser.Choice) -> [Effect] {
    var query = list.query
    switch choice {
    case .narrow(let facet): query = query.narrowed(by: facet)
    case .allOf(let kind): query = query.widened(to: kind)
    case .theme(let name): return keepTheme(name)
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
      guard let command = Commands.named(name) else { return [] }
      return run(command, command.keys.first ?? .enter)
    case .probable(let id, let anchor): return follow(id, anchor: anchor)
    case .copy(let text, let what): return copy(text, of: what)
    case .pipe(let name): return pipe(to: name)
    case .heading(let index): return go(toHeading: index)
    case .mark(let change, let part): return mark(change, part)
    case .tagPart(let part): return askTags(part)
    case .tag(let change, let part): return tag(change, part)
    case .newTag(let name, let part): return tag(.tagged(name), part)
    case .tagged(let name): return showTagged(name)
    case .clip(let clip): return keep(clip)
    case .library(let name): return keepPlace() + [.openLibrary(name)]
    case .clipping(let clipping): return go(to: clipping)
    case .toggleAlert(let saved): return toggleAlert(saved)
    case .toggleHiding(let saved): return startHiding(saved)
    case .replaceFile(let path): return export(to: path, replacing: true)
    case .otherFile(let path): return startExport(path)
    case .nothing: return []
    }
    return enter(.list) + show(query)
  }
}

extension Chooser.Item {
  /// A story, opened when chosen.
  init(_ listing: Listing, detail: String) {
    self.init(
      title: listing.headline.isEmpty ? listing.path : listing.headline, detail: .words(detail),
      choice: .story(listing))
  }
}
