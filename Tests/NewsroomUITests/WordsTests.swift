import Messages
import Screen
import Stories
import Testing

@testable import NewsroomUI

@Test func numbersHaveCommas() {
  let table = [(0, "0"), (999, "999"), (1000, "1,000"), (-12_345, "-12,345"), (1_234_567, "1,234,567")]
  for (number, text) in table { #expect("\(Numbers.grouped(number))" == text) }
  #expect("\(Numbers.counted(1, "story", "stories"))" == "1 story")
}

@Test func shortTextsAreBrokenAtSpacesAndCutWithAnEllipsisOrAtASentence() {
  let table: [(String, Int, Int, [String])] = [
    ("", 10, 2, []),
    ("one two three", 20, 2, ["one two three"]),
    ("one two three", 7, 2, ["one two", "three"]),
    ("one two three four", 7, 2, ["one two", "three…"]),
    ("It rained. Then it rained more and more.", 17, 1, ["It rained."]),
    ("Unbreakable", 4, 2, ["Unbr", "eak…"]),
    ("words", 0, 2, []),
  ]
  for (text, columns, limit, lines) in table {
    #expect(Lines.wrapped(text, columns: columns, limit: limit) == lines, "\(text)")
  }
}

@Test func theHistoryGoesBackAndForwardAndForgetsTheWayAhead() {
  var history = History()
  let entries = (1...3).map { History.Entry(id: Samples.id($0), place: ReadingPlace(share: 0.5)) }
  history.leave(entries[0])
  history.leave(entries[1])
  #expect(history.goBack(from: entries[2]) == entries[1])
  #expect(history.goForward(from: entries[1]) == entries[2])
  #expect(history.goBack(from: entries[2]) == entries[1])
  history.leave(entries[1])
  #expect(history.goForward(from: nil) == nil)
  for _ in 0..<1000 { history.leave(entries[0]) }
  #expect(history.back.count == History.longest)
}

@Test func typingNarrowsAListByLettersInOrder() {
  let items = ["Show every key", "Save for later", "Change the colours"].map {
    Chooser.Item(title: $0, choice: .command($0))
  }
  var chooser = Chooser(title: "Commands", items: items)
  chooser.edit { $0.insert("sk") }
  #expect(chooser.shown.map { chooser.items[$0].title } == ["Show every key"])
  chooser.edit { $0.insert("zz") }
  #expect(chooser.shown.isEmpty && chooser.selected == nil)
  chooser.edit { _ = $0.handle(.control("u")) }
  #expect(chooser.shown.count == 3)
  chooser.move(by: 99)
  #expect(chooser.index == 2)
}

@Test func hostileWordsStayWords() {
  let evil = "\u{1B}[2J\u{202E}" + String(repeating: "a\u{301}\u{301}", count: 50_000)
  var story = Samples.story(1, evil, desk: evil, hoursAgo: 1, standfirst: evil, body: [evil])
  story.related = [
    Related(reason: .notHere, title: evil, text: evil), Related(reason: .outside, title: evil, target: evil),
  ]
  for size in [(20, 5), (60, 16), (130, 36)] {
    var desk = Desk(size: size, stories: [story], name: evil)
    for keys in ["", "Enter", "Tab", "f", "Esc", "d", "Esc", "9"] {
      desk.press(keys)
      #expect(!desk.screen.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    }
  }
}
