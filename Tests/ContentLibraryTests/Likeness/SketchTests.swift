import TestSupport
import Testing

@testable import ContentLibrary

/// Measures how similar texts are.
@Suite struct SketchTests {
  @Test(arguments: [60, 200, 800, 5_000])
  func aFewChangedWordsLeaveATextLikeItself(_ length: Int) throws {
    var random = Seeded(length)
    var missed = 0
    for _ in 0..<60 {
      let words = Prose.words(length, &random)
      let changed = words.map { Int.random(in: 0..<20, using: &random) == 0 ? Prose.word(&random) : $0 }
      if !(try Prose.sketch(words)).isLike(try Prose.sketch(changed)) { missed += 1 }
    }
    #expect(missed <= 1)
  }

  @Test(arguments: [100, 400, 2_000])
  func halfATextIsLikeTheWhole(_ length: Int) throws {
    var random = Seeded(length)
    var missed = 0
    for _ in 0..<60 {
      let words = Prose.words(length, &random)
      if !(try Prose.sketch(words)).isLike(try Prose.sketch(Array(words.prefix(length / 2)))) { missed += 1 }
    }
    #expect(missed <= 2)
  }

  @Test func strangersAreNotAlike() throws {
    var random = Seeded(7)
    let sketches = try (0..<150).map { number in try Prose.sketch(Prose.words(40 + number * 3, &random)) }
    var alike = 0
    for (index, one) in sketches.enumerated() {
      for other in sketches[(index + 1)...] where one.isLike(other) { alike += 1 }
    }
    #expect(alike == 0)
  }

  @Test func theEstimateIsNearTheTruth() throws {
    var random = Seeded(3)
    for share in [0.2, 0.5, 0.8] {
      var sum = 0.0
      for _ in 0..<100 {
        let words = Prose.words(1_000, &random)
        let kept = Int(1_000 * share)
        let other = Array(words.prefix(kept)) + Prose.words(1_000 - kept, &random)
        sum += try Prose.sketch(words).resemblance(to: try Prose.sketch(other))
      }
      #expect(abs(sum / 100 - share / (2 - share)) < 0.03)
    }
  }

  @Test func fewWordsAreAlikeOnlyWhenTheyAreEqual() throws {
    let text = Array("the ferry to the island sails again from the first of may".utf8)
    let other = Array("the ferry to the island sails again from the first of june".utf8)
    let sketch = try #require(Sketch(of: text, headline: Array("ferry".utf8)))
    #expect(sketch.isLike(try #require(Sketch(of: text, headline: Array("ferry".utf8)))))
    #expect(!sketch.isLike(try #require(Sketch(of: text, headline: Array("another".utf8)))))
    #expect(!sketch.isLike(try #require(Sketch(of: other, headline: Array("ferry".utf8)))))
    #expect(Sketch(of: [], headline: []) == nil)
  }

  @Test func sketchesComeBackFromTheirBytes() throws {
    var random = Seeded(9)
    var bytes: [UInt8] = []
    let sketches = try (0..<50).map { number in try Prose.sketch(Prose.words(10 + number * 7, &random)) }
    for sketch in sketches { sketch.write(to: &bytes) }
    #expect(bytes.count == sketches.count * Sketch.byteCount)
    for (number, sketch) in sketches.enumerated() {
      #expect(bytes.withUnsafeBytes { Sketch($0, at: number * Sketch.byteCount) } == sketch)
    }
  }

  @Test(arguments: [
    ("Announcing Rust 1.74.1", "Announcing Rust 1.72.1", false), ("Survey 2023", "Survey 2024", false),
    ("12 dead in the harbour", "15 dead in the harbour", true), ("Ferry sails", "The ferry of 1911", true),
    ("Version 2.0. The rest", "What 2.0 brings", true),
  ])
  func numbersThatNameSomethingTellStoriesApart(_ one: String, _ other: String, _ mayBeOne: Bool) {
    let numbers = [one, other].map(NamingNumbers.of)
    #expect((numbers.contains(where: \.isEmpty) || !numbers[0].isDisjoint(with: numbers[1])) == mayBeOne)
  }

  @Test func groupsAreWhatHangsTogether() {
    var groups = Groups()
    for (one, other) in [(1, 2), (3, 4), (2, 5), (9, 9), (4, 3), (6, 7), (7, 3)] as [(Int64, Int64)] {
      groups.join(one, other)
    }
    #expect(groups.all == [[1, 2, 5], [3, 4, 6, 7], [9]])
  }
}

/// Texts of invented words.
enum Prose {
  static func word(_ random: inout Seeded) -> String { "w\(Int.random(in: 0..<20_000, using: &random))" }

  static func words(_ count: Int, _ random: inout Seeded) -> [String] {
    (0..<count).map { _ in word(&random) }
  }

  static func sketch(_ words: [String]) throws -> Sketch {
    try #require(Sketch(of: Array(words.joined(separator: " ").utf8), headline: []))
  }
}

/// Random numbers that are the same on every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
