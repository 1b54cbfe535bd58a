import Stories
import Testing
import Words

@Suite struct TurningPointTests {
  private func thread(_ stories: [(String, Int)]) -> [Listing] {
    stories.enumerated().map { index, story in
      Listing(
        id: StoryID(content: story.0.utf8), position: Int64(index), path: "a", headline: story.0, teaser: "",
        section: nil, published: nil, words: story.1, isRead: false, isSaved: false)
    }
  }

  @Test func theFirstAMuchLongerOneAndCorrectionsAreNamed() {
    let points = TurningPoint.points(
      of: thread([
        ("The ferry stops", 300), ("A new ferry", 280), ("Why it stopped", 900),
        ("Correction: the ferry", 60),
      ]))
    #expect(points == [0: .first, 2: .longest, 3: .correction])
  }

  @Test func storiesOfOneLengthHaveNoLongest() {
    #expect(TurningPoint.points(of: thread([("A", 300), ("B", 310), ("C", 290)])) == [0: .first])
  }

  @Test func theFirstIsNotTheLongestToo() {
    #expect(TurningPoint.points(of: thread([("A", 900), ("B", 310), ("C", 290)])) == [0: .first])
  }

  @Test func twoStoriesHaveNone() {
    #expect(TurningPoint.points(of: thread([("A", 900), ("Correction", 10)])).isEmpty)
  }

  @Test(arguments: [
    ("CORRECTED-UPDATE 1", true), ("Rättelse: färjan", true), ("(Corrects spelling)", true),
    ("Correction", true), ("Correctional officers strike", false), ("Correction officers strike", false),
  ])
  func aCorrectionBeginsLikeOne(_ headline: String, _ isOne: Bool) {
    #expect(Correction.begins(headline) == isOne)
  }
}
