internal import Messages
internal import Screen

/// Something shown over the panes; keys go to the topmost layer.
///
/// Its keys are in `Commands.inLayers`.
enum Layer: Sendable {
  /// A prompt.
  case prompt(Prompt)
  /// A list to choose from.
  case picker(Chooser)
  /// A box of text.
  case sheet(Sheet)
  /// Letters on links.
  case hints(Hints)
  /// Lines of the story that are selected.
  case lines(LineSelection)

  /// The kinds of layers that have keys of their own.
  enum Kind: Hashable, Sendable, CaseIterable {
    case find, search, date, name, note, hiding, file, keys
    case list, facets, commands, versions, clippings
    case help, comparison, address
    case hints, lines

    /// The prompts.
    static let prompts: Set<Kind> = [.find, .search, .date, .name, .note, .hiding, .file, .keys]
    /// The lists to choose from.
    static let pickers: Set<Kind> = [.list, .facets, .commands, .versions, .clippings]
    /// The lists that typing narrows.
    static let narrowed: Set<Kind> = [.list, .facets, .commands, .clippings]
    /// The boxes of text.
    static let sheets: Set<Kind> = [.help, .comparison, .address]
    /// Every layer.
    static let all = Set(allCases)
    /// The layers with lines to move through.
    static let moved = prompts.union(pickers).union(sheets)
    /// Groups of kinds, with a name for each.
    static let groups: [(name: String, kinds: Set<Kind>)] = [
      ("typing a line", prompts), ("lists", pickers), ("texts", sheets),
    ]

    /// Its name in help and manual.
    var place: String {
      switch self {
      case .find: "find"
      case .search: "search"
      case .date: "date"
      case .name: "name of a search"
      case .note: "note to a clipping"
      case .hiding: "end of hiding"
      case .file: "name of a file"
      case .keys: "search among keys"
      case .list: "list"
      case .facets: "desks and their like"
      case .commands: "commands"
      case .versions: "versions"
      case .clippings: "clippings"
      case .help: "help"
      case .comparison: "comparison"
      case .address: "address"
      case .hints: "link letters"
      case .lines: "lines of a story"
      }
    }
  }

  /// Its kind, which decides its keys.
  var kind: Kind {
    switch self {
    case .prompt(let prompt): prompt.kind
    case .picker(let chooser):
      switch chooser.manner {
      case .versions: .versions
      case .commands: .commands
      case .tags: .list
      case .clippings: .clippings
      case .narrowing: chooser.kind == nil ? .list : .facets
      }
    case .sheet(let sheet): sheet.content.kind
    case .hints: .hints
    case .lines: .lines
    }
  }

  /// The same in a language.
  fileprivate func speaking(_ catalogue: Catalogue) -> Layer {
    switch self {
    case .picker(var chooser):
      chooser.catalogue = catalogue
      return .picker(chooser)
    case .sheet(var sheet):
      sheet.catalogue = catalogue
      return .sheet(sheet)
    case .prompt, .hints, .lines: return self
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
    case .prompt, .hints, .lines: break
    }
  }
}

/// A movement through a layer.
enum Scroll: Hashable, Sendable {
  /// By lines; positive is down.
  case lines(Int)
  /// By screens; positive is down.
  case pages(Int)
  /// To an end.
  case first, last
}

extension State {
  /// The topmost layer.
  var layer: Layer? { layers.last }

  /// The prompt, if it is the topmost layer.
  var prompt: Prompt? {
    get { if case .prompt(let prompt)? = layers.last { prompt } else { nil } }
    set { if let newValue, prompt != nil { layers[layers.count - 1] = .prompt(newValue) } }
  }

  /// The list to choose from, if it is the topmost layer.
  var picker: Chooser? {
    get { if case .picker(let chooser)? = layers.last { chooser } else { nil } }
    set { if let newValue, picker != nil { layers[layers.count - 1] = .picker(newValue) } }
  }

  /// The box of text, if it is the topmost layer.
  var sheet: Sheet? {
    get { if case .sheet(let sheet)? = layers.last { sheet } else { nil } }
    set { if let newValue, sheet != nil { layers[layers.count - 1] = .sheet(newValue) } }
  }

  /// The letters on links, if they are the topmost layer.
  var hints: Hints? {
    get { if case .hints(let hints)? = layers.last { hints } else { nil } }
    set { if let newValue, hints != nil { layers[layers.count - 1] = .hints(newValue) } }
  }

  /// Opens a layer on top of the others.
  mutating func open(_ layer: Layer) {
    layers.append(layer.speaking(catalogue))
    pending = []
    scene += 1
  }

  /// Closes the topmost layer.
  mutating func closeLayer() {
    guard layers.popLast() != nil else { return }
    pending = []
    scene += 1
  }

  /// Closes all layers, because the reader has made a choice.
  mutating func closeLayers() {
    while !layers.isEmpty { closeLayer() }
  }
}
