import Screen
import Stories
import Typesetting
import Words

@testable import NewsroomUI

/// A reader without a terminal: press keys, read the screen.
///
/// Effects are answered from stories in memory.
struct Desk {
  var state: State
  var library: FakeLibrary
  /// Every effect so far, in order, except those with nothing to see.
  var effects: [Effect] = []
  /// Every request so far, in order.
  var requests: [Request] = []
  /// The tickets that have been answered.
  private var answered: Set<Ticket> = []
  /// Whether effects are answered at once; tests of late answers turn this off.
  var answers = true

  init(
    size: (Int, Int), stories: [OpenedStory] = Samples.newsroom, name: String = "Content",
    colours: ColourDepth = .trueColour, isKiosk: Bool = false, greeting: String? = nil,
    waysOut: WaysOut = WaysOut(), libraries: [(name: String, isOpen: Bool)] = [],
    preferences: Preferences = Preferences(), keymap: Keymap? = nil, keyUses: KeyUses = KeyUses()
  ) {
    var preferences = preferences
    if let keymap { preferences.keymap = keymap }
    library = FakeLibrary(stories: stories)
    state = State(
      libraryName: name, size: Size(columns: size.0, rows: size.1), colours: colours, now: Samples.now,
      isKiosk: isKiosk, greeting: greeting, waysOut: waysOut, libraries: libraries, preferences: preferences,
      keyUses: keyUses)
    run(state.start())
  }

  /// Presses keys: "j Enter Space Ctrl-d /".
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") { send(.input(.key(Self.key(String(name))))) }
  }

  /// Types text letter by letter, spaces too.
  mutating func type(_ text: String) {
    for letter in text { send(.input(.key(.character(letter)))) }
  }

  mutating func resize(_ columns: Int, _ rows: Int) {
    send(.input(.resized(Size(columns: columns, rows: rows))))
  }

  /// Sends an event, and answers its effects.
  ///
  /// An answer goes to the newest question that it fits.
  mutating func send(_ event: Event) {
    let open = requests.last { request in
      request.ticket.map { !answered.contains($0) } == true && event.mayAnswer(request.effect)
    }
    send(event, to: open)
  }

  /// Sends an answer to a question, perhaps a second time or too late.
  mutating func send(_ event: Event, to request: Request?) {
    if let ticket = request?.ticket { answered.insert(ticket) }
    var event = event
    if case .failed(let reason, nil) = event { event = .failed(reason, of: request?.effect) }
    run(state.update(event, answering: request?.ticket))
  }

  /// Changes the state without a key.
  mutating func perform(_ change: (inout State) -> [Effect]) {
    let effects = change(&state)
    run(state.send(effects))
  }

  /// Answers a question from the stories in memory, perhaps too late.
  mutating func answer(_ request: Request) {
    if let event = library.answer(request.effect) { send(event, to: request) }
  }

  private mutating func run(_ new: [Request]) {
    var waiting = new
    while !waiting.isEmpty {
      let request = waiting.removeFirst()
      requests.append(request)
      if request.effect.isSeen { effects.append(request.effect) }
      guard answers, let answer = library.answer(request.effect) else { continue }
      if let ticket = request.ticket { answered.insert(ticket) }
      waiting += state.update(answer, answering: request.ticket)
    }
  }

  /// The effects since the last call.
  mutating func newEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }

  /// The screen as text, without trailing spaces.
  var screen: String {
    let frame = state.view()
    return (0..<frame.size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
  }

  /// The rows of the screen with single spaces between words, and no empty ones.
  var squeezed: [String] { screen.split(separator: "\n").map(\.squeezed).filter { !$0.isEmpty } }

  /// One row of the screen.
  func row(_ number: Int) -> String { state.view().text(row: number) }

  static func key(_ name: String) -> Key {
    let named: [String: Key] = [
      "Space": .character(" "), "Enter": .enter, "Esc": .escape, "Tab": .tab, "Shift-Tab": .backTab,
      "Backspace": .backspace, "Up": .up, "Down": .down, "Left": .left, "Right": .right, "PgUp": .pageUp,
      "PgDn": .pageDown, "Home": .home, "End": .end, "F1": .function(1), "F5": .function(5),
      "Del": .delete,
    ]
    if let key = named[name] { return key }
    if name.count > 1, let key = Key(name: name) { return key }
    if name.hasPrefix("Ctrl-"), let letter = name.last { return .control(Character(letter.lowercased())) }
    return .character(name.first ?? " ")
  }
}
