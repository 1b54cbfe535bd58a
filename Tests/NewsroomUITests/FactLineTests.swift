import Stories
import Testing

@testable import NewsroomUI

/// Facts are dropped whole.
@Suite struct FactLineTests {
  @Test(arguments: 0...60) func nothingIsCutWithin(_ columns: Int) {
    let facts: [(text: String?, rank: Int)] = [
      ("KILLED", 0), ("Front page", 2), ("25 Sep 2026", 1), ("2 versions", 4), (nil, 0), ("", 1),
      ("4 min", 3),
    ]
    let line = FactLine(facts).fitted(columns: columns)
    #expect(line.count <= columns)
    let known = Set(facts.compactMap(\.text))
    #expect(line.isEmpty || line.split(separator: " · ").allSatisfy { known.contains(String($0)) })
    if columns >= 6 { #expect(line.hasPrefix("KILLED")) }
  }

  @Test func theLeastTellingGoesFirst() {
    let line = FactLine([("Desk", 2), ("25 Sep", 1), ("2 versions", 4), ("4 min", 3)])
    #expect(line.fitted(columns: 40) == "Desk · 25 Sep · 2 versions · 4 min")
    #expect(line.fitted(columns: 30) == "Desk · 25 Sep · 4 min")
    #expect(line.fitted(columns: 15) == "Desk · 25 Sep")
    #expect(line.fitted(columns: 8) == "25 Sep")
    #expect(line.fitted(columns: 3) == "")
  }

  @Test func sharedWordsGiveWayFromTheLast() {
    let alike = Related(
      reason: .alike, title: "Ferry", text: "", listing: nil, target: nil,
      shares: ["harbour", "breakwater", "pilot"])
    #expect(alike.label(columns: 60) == "shares: harbour, breakwater, pilot")
    #expect(alike.label(columns: 30) == "shares: harbour, breakwater")
    #expect(alike.label(columns: 16) == "shares: harbour")
    #expect(alike.label(columns: 14) == "more like this")
  }
}
