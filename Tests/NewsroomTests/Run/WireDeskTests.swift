import ContentLibrary
import Foundation
import Screen
import Stories
import TestSupport
import Testing

@testable import NewsroomUI
@testable import newsroom

/// A night at the wire desk: stories, corrections, kills and embargoes arrive while somebody reads.
@Suite struct WireDeskTests {
  /// Where the reader is meanwhile, with the keys that lead there.
  enum Scene: String, CaseIterable {
    case untouched, list, story, killed, search, versions, comparison, thread
  }

  @Test(arguments: Scene.allCases)
  func nothingMovesNothingKilledIsShownAndEveryChangeIsTold(_ scene: Scene) throws {
    // One scene has a whole busy night, the others enough of it.
    let isBusy = scene == .list
    let (corrections, files) = isBusy ? (30, 800) : (9, 100)
    var desk = try WireDesk(stories: isBusy ? 200 : 60)
    desk.go(to: scene)
    let before = desk.place
    #expect(before.row != nil)
    desk.heard = []
    try desk.land(corrections: corrections, kills: 5, embargoes: 5)
    try desk.land(files: files)
    #expect(desk.place.row == before.row)
    #expect(desk.place.story == before.story)
    if scene != .comparison { #expect(desk.place.line == before.line) }
    #expect(desk.shown.isEmpty, "\(desk.shown)")
    if scene == .search { desk.press("Enter") }
    let told = desk.heard.joined(separator: "\n")
    #expect(told.contains("5 killed, \(corrections) corrected · \(files + 5) new stories"), "\(told)")
    desk.checkEverySize()
    // The reader who goes there sees what happened.
    desk.press("Esc Esc Esc Esc")
    for _ in 0..<40 where desk.state.news > 0 || !desk.state.landed.queue.isEmpty { desk.press(". Esc") }
    #expect(desk.shown.isEmpty)
  }
}

/// A reader of a wire with a real library and real background work, but without a terminal.
struct WireDesk {
  let reader: Reader
  let mailbox: Mailbox
  let runner: EffectRunner
  var state: State
  /// The last lines of the screen, whenever they changed.
  var heard: [String] = []
  /// Screens that showed what must not be shown.
  private(set) var shown: [String] = []
  private var isKilled = false

  /// The story that is killed while it is being read, and the one that is corrected.
  private static let (killed, corrected) = (3, 12)

  init(stories: Int) throws {
    let strike = "The harbour strike of the pilots goes on, and the ships wait in the roads."
    reader = try Reader([
      "strike.md": Reader.story("Pilots strike", day: 1, strike),
      "talks.md": Reader.story(
        "Pilots talk", day: 2, "Talks about the strike begin.\n\nREAD MORE: Pilots strike"),
    ])
    for number in 0..<stories { try Self.write(number, version: 1, to: reader.folder) }
    try Self.write(Self.corrected, version: 2, to: reader.folder)
    try Self.write(Self.killed, version: 2, to: reader.folder)
    _ = try reader.library.refresh()
    mailbox = try Mailbox()
    runner = EffectRunner(library: reader.library, mailbox: mailbox)
    state = State(
      libraryName: "wire", size: Size(columns: 120, rows: 36), colours: .none, now: Reader.now)
    for request in state.start() { runner.run(request) }
    pump()
  }

  /// An item of the wire as a ninjs file.
  private static func write(
    _ number: Int, version: Int, status: String = "usable", state: String = "", embargo: Bool = false,
    to folder: ScratchFolder
  ) throws {
    func moment(_ seconds: Int) -> String {
      Timestamp(seconds: Reader.now.seconds + Int64(seconds)).iso8601
    }
    // The first five are the ones that are killed.
    let secret = number < 5 ? " The forbidden paragraph \(version)." : ""
    let embargoed = embargo ? #", "embargoed": "2099-01-01T00:00:00Z""# : ""
    try folder.write(
      "stories/wire/item-\(number)-v\(version).json",
      text: """
        {"uri": "urn:desk:\(number)", "type": "text", "version": "\(version)", "pubstatus": "\(status)",
        "state": "\(state)", "firstcreated": "\(moment(-60 * (number + 1) - 600))",
        "versioncreated": "\(moment(-60 * (number + 1) - 600 + (version - 1) * 5))",
        "headline": "\(headline(number))"\(embargoed),
        "body_text": "Ship \(number * 7_919) lies at quay \(number * 104_729) in state \(version).\(secret)"}
        """)
  }

  private static func headline(_ number: Int) -> String { "Dispatch \(number) from the harbour office" }

  /// Where the reader is.
  var place: (row: StoryID?, story: StoryID?, line: StoryID?) {
    var line: StoryID?
    if case .story(let listing)? = state.picker?.selected?.choice { line = listing.id }
    return (state.list.selected?.id, state.article?.id, line)
  }

  mutating func press(_ keys: String) {
    for key in keys.split(separator: " ") {
      let named: [Substring: Key] = ["Enter": .enter, "Esc": .escape, "Space": .character(" ")]
      update(.input(.key(named[key] ?? .character(key.first ?? " "))), nil)
      pump()
    }
  }

  /// Moves to a story with keys alone.
  private mutating func stand(on number: Int) { stand(on: Self.headline(number)) }

  private mutating func stand(on headline: String) {
    press("g")
    for _ in 0..<300 where state.list.selected?.headline != headline { press("j") }
  }

  mutating func go(to scene: WireDeskTests.Scene) {
    switch scene {
    case .untouched: break
    case .list: press("j j j")
    case .story:
      stand(on: Self.corrected)
      press("Enter Space")
    case .killed:
      stand(on: Self.killed)
      press("Enter")
    case .search:
      press("/")
      for letter in "harbour" { press(String(letter)) }
    case .versions:
      stand(on: Self.corrected)
      press("v j")
      if state.picker?.isOfVersions != true { Issue.record("no versions") }
    case .comparison:
      stand(on: Self.killed)
      press("v d")
      if state.sheet == nil { Issue.record("no comparison") }
    case .thread:
      stand(on: "Pilots talk")
      press("t")
      if state.picker == nil { Issue.record("no thread") }
    }
  }

  /// Delivers corrections and kills of existing stories, and new stories under an embargo.
  mutating func land(corrections: Int, kills: Int, embargoes: Int) throws {
    for number in 0..<kills {
      try Self.write(number, version: 8, status: "canceled", to: reader.folder)
    }
    for number in 10..<(10 + corrections) {
      try Self.write(number, version: 7, state: "corrected", to: reader.folder)
    }
    for number in 0..<embargoes {
      try Self.write(5_000 + number, version: 1, embargo: true, to: reader.folder)
    }
    refresh()
  }

  /// Delivers many files at once.
  mutating func land(files: Int) throws {
    for number in 0..<files { try Self.write(10_000 + number, version: 1, to: reader.folder) }
    refresh()
  }

  private mutating func refresh() {
    runner.refresher.ask(saysWhatIsNew: true)
    pump()
  }

  /// Takes every letter until no work is left, and checks each screen.
  private mutating func pump() {
    while true {
      for letter in mailbox.take() { update(letter.event, letter.ticket) }
      if mailbox.isEmpty, !runner.isBusy { return }
      if mailbox.isEmpty { mailbox.wait() }
    }
  }

  private mutating func update(_ event: Event, _ ticket: Ticket?) {
    if case .landed(let landing) = event, landing.changes.contains(where: { $0.kind == .killed }) {
      isKilled = true
    }
    for request in state.update(event, answering: ticket) { runner.run(request) }
    look()
  }

  private mutating func look() {
    let frame = state.view()
    let rows = (0..<frame.size.rows).map { frame.text(row: $0) }
    if isKilled, rows.contains(where: { $0.contains("forbidden") }) {
      shown.append(rows.joined(separator: "\n"))
    }
    if let last = rows.last, heard.last != last { heard.append(last) }
  }

  /// Checks what is open on screens of every size.
  mutating func checkEverySize() {
    for (columns, rows) in [(10, 3), (20, 5), (40, 12), (60, 20), (80, 24), (120, 36), (200, 50)] {
      update(.input(.resized(Size(columns: columns, rows: rows))), nil)
      pump()
      #expect(state.view().size == Size(columns: columns, rows: rows))
    }
  }
}
