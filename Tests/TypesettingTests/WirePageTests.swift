import Stories
import Testing

@testable import Typesetting

/// What a wire says about a story, on its page.
@Suite struct WirePageTests {
  private static let now = Timestamp(seconds: 1_459_245_600, offset: 7200)

  private func picture(at now: Timestamp? = Self.now, _ fill: (inout Wire) -> Void) -> String {
    var story = story("Ferry to sail again", [paragraph("Spring.")])
    story.published = Timestamp(year: 2016, month: 3, day: 29, precision: .day)
    fill(&story.wire)
    var options = Typesetter.Options()
    options.now = now
    return Typesetter(options: options).page(for: story, columns: 60).picture
  }

  @Test func aKilledStorySaysSoBeforeItsHeadline() {
    let page = picture {
      $0.status = .canceled
      $0.version = 3
      $0.notes = ["KILL: the ferry was sold."]
      $0.copyright = "© Sound News"
    }
    #expect(
      page == """

           KILLED · This story must not be used.

           Ferry to sail again

           29 Mar 2016 · version 3 · 1 min

           Note to the desk: KILL: the ferry was sold.

           Spring.

           © Sound News
        """)
  }

  @Test func anEmbargoIsSaidUntilItHasPassed() {
    let embargo = Timestamp(seconds: Self.now.seconds + 3600)
    #expect(
      picture { $0.embargo = embargo }
        .contains("EMBARGO · Not for publication before 29 Mar 2016,\n   13:00."))
    #expect(picture(at: nil) { $0.embargo = embargo }.contains("EMBARGO"))
    #expect(!picture(at: embargo) { $0.embargo = embargo }.contains("EMBARGO"))
  }

  @Test func whatIsUsualIsNotSaid() {
    #expect(picture { $0.version = 1 } == picture { _ in })
  }
}
