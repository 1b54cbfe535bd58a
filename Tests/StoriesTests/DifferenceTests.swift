import Stories
import Testing

/// Differences between versions, word by word.
@Suite struct DifferenceTests {
  private func shown(_ earlier: [String], _ later: [String]) -> [String] {
    Difference(from: earlier, to: later).paragraphs.map { paragraph in
      paragraph.map { piece in
        switch piece.change {
        case .kept: piece.text
        case .removed: "[-\(piece.text)-]"
        case .added: "{+\(piece.text)+}"
        }
      }.joined(separator: " ")
    }
  }

  @Test func wordsThatCameAndWentAreMarked() {
    #expect(
      shown(["The ferry sails at nine"], ["The small ferry sails at ten"])
        == ["The {+small+} ferry sails at [-nine-] {+ten+}"])
    #expect(shown(["One", "Two"], ["One", "And a half", "Two"]) == ["One", "{+And a half+}", "Two"])
    #expect(shown(["One", "Two"], ["Two"]) == ["[-One-]", "Two"])
    #expect(shown([], ["New"]) == ["{+New+}"])
    #expect(shown(["Old"], []) == ["[-Old-]"])
    #expect(shown(["A  b\tc"], ["A b c"]) == ["A b c"])
    #expect(shown([], []) == [])
  }

  @Test func theCountsAreWords() {
    let difference = Difference(from: ["a b c d"], to: ["a x c d e"])
    #expect((difference.added, difference.removed) == (2, 1))
    #expect(!difference.isEmpty)
    #expect(Difference(from: ["a b"], to: ["a b"]).isEmpty)
  }

  @Test func bothTextsCanBeReadFromIt() {
    var seed: UInt64 = 1
    func random(_ limit: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % limit
    }
    for _ in 0..<300 {
      let earlier = (0..<random(30)).map { _ in "w\(random(6))" }
      let later = (0..<random(30)).map { _ in "w\(random(6))" }
      let pieces = Difference(
        from: [earlier.joined(separator: " ")], to: [later.joined(separator: " ")]
      ).paragraphs.flatMap { $0 }
      let words = { (change: Difference.Change) in
        pieces.filter { $0.change == .kept || $0.change == change }.flatMap { $0.text.split(separator: " ") }
          .map(String.init)
      }
      #expect(words(.removed) == earlier)
      #expect(words(.added) == later)
    }
  }

  @Test func textsWithNothingInCommonAreComparedWithinBounds() {
    let earlier = (0..<20_000).map { "a\($0)" }.joined(separator: " ")
    let later = (0..<20_000).map { "b\($0)" }.joined(separator: " ")
    let difference = Difference(from: [earlier, "end"], to: [later, "end"])
    #expect((difference.added, difference.removed) == (20_000, 20_000))
    #expect(difference.paragraphs.last == [Difference.Piece(.kept, "end")])
  }
}
