import Stories
import StoryFormats
import Testing

/// Messages made to break readers, and checks that the work is linear.
@Suite struct HostileMailTests {
  private func read(_ text: String) -> Reading {
    Mail().read(Source(path: "a.eml", bytes: Array(text.utf8)))
  }

  private func problems(_ text: String) -> [String] {
    let reading = read(text)
    expectPromises(reading)
    return (reading.problems + reading.stories.flatMap(\.problems)).map(\.reason)
  }

  @Test func whatIsTooDeepIsLeftOutAndSaidSo() {
    let deep =
      (0..<1_000).map { "Content-Type: multipart/mixed; boundary=b\($0)x\n\n--b\($0)x\n" }.joined() + "\nDeep"
    #expect(problems("From: a@desk.example\n" + deep).contains { $0.contains("levels deep") })
    let passedOn = String(repeating: "Content-Type: message/rfc822\nSubject: inner\n\n", count: 1_000)
    #expect(problems(passedOn).contains { $0.contains("levels deep") })
  }

  @Test func ofVeryManyPartsSomeAreRead() {
    let parts = String(repeating: "--b\n\nA part.\n", count: 100_000)
    let reading = read("From: a@desk.example\nContent-Type: multipart/mixed; boundary=b\n\n" + parts)
    expectPromises(reading)
    #expect(reading.stories.first?.body.isEmpty == false)
    #expect(reading.stories.flatMap(\.problems).contains { $0.reason.contains("parts") })
  }

  @Test func aHeaderOfTenMegabytesIsCutAndSaidSo() {
    for header in [
      "Subject: " + String(repeating: "word ", count: 2_000_000),
      "Subject: x\n" + String(repeating: " more words\n", count: 900_000),
      String(repeating: "X-A: b\n", count: 1_400_000),
    ] {
      let found = problems("From: a@desk.example\n" + header + "\n\nThe text.\n")
      #expect(found.contains { $0.contains("header lines") })
    }
  }

  @Test func aBoundaryThatIsAlsoALineOfText() throws {
    let text = """
      From: a@desk.example
      Subject: Boundaries
      Content-Type: multipart/mixed; boundary="x"

      --x

      First part.
      --xy
      --x and more
      Still the first part.
      --x

      Second part.
      --x--
      """
    let words = try #require(read(text).stories.first).text
    #expect(words.contains("Still the first part."))
    #expect(words.contains("Second part."))
  }

  @Test(arguments: [
    "From: " + String(repeating: "\"", count: 90_000), "From: " + String(repeating: "a@b, ", count: 18_000),
    "From: " + String(repeating: "(<", count: 45_000),
    "Subject: " + String(repeating: "=?utf-8?B?YQ?= ", count: 6_000),
    "Subject: " + String(repeating: "=?utf-8?B?YQ", count: 8_000),
    "Content-Type: text/calendar\n\n" + String(repeating: "BEGIN:VEVENT\nSUMMARY:x\n", count: 20_000),
    "Content-Type: text/enriched\n\n" + String(repeating: "<bold", count: 20_000),
    "Content-Type: text/plain\n\n" + String(repeating: "-----BEGIN PGP SIGNED MESSAGE-----\n", count: 2_000),
    "Content-Type: text/plain; format=flowed\n\n" + String(repeating: "> > word \n", count: 20_000),
    "Content-Type: text/html; charset=utf-7\n\n+ADw-", "Content-Type: text/plain; charset=utf-16\n\n\0",
    "Content-Transfer-Encoding: base64\n\n" + String(repeating: "QUJD =\n", count: 20_000),
    "Content-Type: multipart/alternative; boundary=a\n\n"
      + String(repeating: "--a\nContent-Type: text/html\n\n<p>x\n", count: 900),
    "Content-Type: multipart/related; boundary=a; start=\"<x>\"\n\n--a\n\nNo root.\n",
    "99999999999\nFrom: a@b\n\nx", "From -\n", "From -\n\n\n",
    String(repeating: "From -\nFrom: a\n\n", count: 5_000),
  ])
  func hostileMessagesEndInStoriesOrProblems(_ header: String) {
    let reading = read(
      header.hasPrefix("From") || header.hasPrefix("9") ? header : "From: a@desk.example\n" + header)
    #expect(reading.stories.count + reading.problems.count > 0)
    #expect(reading.stories.allSatisfy { !$0.headline.isEmpty })
  }
}
