internal import Screen

/// What lies over the panes; the topmost layer has the keys.
///
/// What its keys do stands in the rows of `Commands.inLayers`.
enum Layer: Sendable {
  /// A line to type in.
  case prompt(Prompt)
  /// A list to choose from.
  case picker(Chooser)
  /// A text in a frame.
  case sheet(Sheet)
  /// Letters over links.
  case hints(Hints)

  /// What tells the keys of one layer from those of another.
  enum Kind: Hashable, Sendable, CaseIterable {
    case find, search, date, name
    case list, facets, commands, versions
    case help, comparison, address
    case hints

    /// The typing a line.
    static let prompts: Set<Kind> = [.find, .search, .date, .name]
    /// The lists to choose from.
    static let pickers: Set<Kind> = [.list, .facets, .commands, .versions]
    /// The lists that typing narrows.
    static let narrowed: Set<Kind> = [.list, .facets, .commands]
    /// The texts in a frame.
    static let sheets: Set<Kind> = [.help, .comparison, .address]
    /// Every layer.
    static let all = Set(allCases)
    /// Those with lines to move through.
    static let moved = prompts.union(pickers).union(sheets)
    /// The kinds that go together, with their name.
    static let groups: [(name: String, kinds: Set<Kind>)] = [
      ("typing a line", prompts), ("lists", pickers), ("texts", sheets),
    ]

    /// As help and manual name it.
    var place: String {
      switch self {
      case .find: "find"
      case .search: "search"
      case .date: "date"
      case .name: "name of a search"
      case .list: "list"
      case .facets: "desks and their like"
      case .commands: "commands"
      case .versions: "versions"
      case .help: "help"
      case .comparison: "comparison"
      case .address: "address"
      case .hints: "link letters"
      }
    }
  }

  /// Which keys it has.
  var kind: Kind {
    switch self {
    case .prompt(let prompt): prompt.kind
    case .picker(let chooser):
      switch chooser.manner {
      case .versions: .versions
      case .commands: .commands
      case .narrowing: chooser.kind == nil ? .list : .facets
      }
    case .sheet(let sheet): sheet.content.kind
    case .hints: .hints
    }
  }

  /// Fits it to the screen.
  mutating func settle(_ size: Size) {
    switch self {
    case .picker(var chooser):
      chooser.settle(size)
      self = .picker(chooser)
    case .sheet(var sheet):
      sheet.settle(size)
      self = .sheet(sheet)
    case .prompt, .hints: break
    }
  }
}

/// A step through what a layer shows.
enum Scroll: Hashable, Sendable {
  /// By so many lines, down when positive.
  case lines(Int)
  /// By so many screens.
  case pages(Int)
  /// To an end.
  case first, last
}

extension State {
  /// The topmost layer.
  var layer: Layer? { layers.last }

  /// The line being typed, where one is on top.
  var prompt: Prompt? {
    get { if case .prompt(let prompt)? = layers.last { prompt } else { nil } }
    set { if let newValue, prompt != nil { layers[layers.count - 1] = .prompt(newValue) } }
  }

  /// The list to choose from, where one is on top.
  var picker: Chooser? {
    get { if case .picker(let chooser)? = layers.last { chooser } else { nil } }
    set { if let newValue, picker != nil { layers[layers.count - 1] = .picker(newValue) } }
  }

  /// The text in a frame, where one is on top.
  var sheet: Sheet? {
    get { if case .sheet(let sheet)? = layers.last { sheet } else { nil } }
    set { if let newValue, sheet != nil { layers[layers.count - 1] = .sheet(newValue) } }
  }

  /// The letters over links, where they are on top.
  var hints: Hints? {
    get { if case .hints(let hints)? = layers.last { hints } else { nil } }
    set { if let newValue, hints != nil { layers[layers.count - 1] = .hints(newValue) } }
  }

  /// Lays something over everything.
  mutating func open(_ layer: Layer) {
    layers.append(layer)
    scene += 1
  }

  /// Takes the topmost layer away.
  mutating func closeLayer() {
    guard layers.popLast() != nil else { return }
    scene += 1
  }

  /// Takes all layers away: the reader has chosen where to go.
  mutating func closeLayers() {
    while !layers.isEmpty { closeLayer() }
  }
}
