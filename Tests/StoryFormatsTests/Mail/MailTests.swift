import Foundation
import Stories
import StoryFormats
import Testing

@Suite struct MailTests {
  private func read(_ text: String) -> Reading {
    Mail().read(Source(path: "a.eml", bytes: Array(text.utf8)))
  }

  @Test(arguments: [
    ("=?utf-8?Q?a_b?=", "a b"), ("=?utf-8?Q?a?= =?utf-8?Q?b?=", "ab"), ("=?utf-8?Q?a?= b", "a b"),
    ("x =?iso-8859-1?q?=E5?= y", "x å y"), ("=?utf-8?B?w6U=?=", "å"),
    ("=?utf-8*da?Q?=C3=A5?=", "å"), ("=?utf-8?Q?open", "=?utf-8?Q?open"), ("=?utf-8?X?a?=", "=?utf-8?X?a?="),
    ("=?utf-8?Q?=C3?= =?utf-8?Q?=A5?=", "å"), ("=?unknown?Q?=E5?=", "å"), ("=?=?=?", "=?=?=?"),
    ("a=b", "a=b"),
  ])
  func encodedWordsAreDecoded(_ written: String, _ meant: String) throws {
    #expect(read("From: a@b.c\nSubject: \(written)\n\nText").stories.first?.headline == meant)
  }

  @Test func aMessageWithoutADateHasThatOfItsSeparator() throws {
    let mailbox = """
      From a@b.c Mon Mar  2 08:40:00 2026
      From: A <a@b.c>
      Subject: One

      Text.

      From b@b.c Tue Mar  3 09:00:00 2026
      From: B <b@b.c>
      Subject: Two
      Date: Wed, 4 Mar 2026 10:00:00 +0100

      Text.
      """
    let stories = read(mailbox).stories
    #expect(stories.map { $0.published?.iso8601 } == ["2026-03-02T08:40:00", "2026-03-04T10:00:00+01:00"])
  }

  @Test func aByteOrderMarkBeforeAMessageIsIgnored() throws {
    let source = Source(
      path: "a.eml", bytes: [0xEF, 0xBB, 0xBF] + Array("From: A <a@b.c>\nSubject: One\n\nText.".utf8))
    #expect(Mail().isCertain(source))
    let story = try #require(Mail().read(source).stories.first)
    #expect(story.headline == "One")
    #expect(story.bylines == ["A"])
  }

  @Test func aMailboxOfTenThousandIsReadInOneGo() {
    let text = (0..<10_000).map {
      """
      From a@b.c Mon Mar  2 08:40:00 2026\nFrom: A <a@b.c>\nSubject: Number \($0)\nMessage-ID: \
      <\($0)@b.c>\n\nText \($0)\n\n
      """
    }.joined()
    let stories = read(text).stories
    #expect(stories.count == 10_000)
    #expect(stories.last?.text == "Text 9999")
    #expect(Set(stories.map(\.id)).count == 10_000)
  }

  private static func nested(_ depth: Int) -> String {
    (0..<depth).map { "Content-Type: multipart/mixed; boundary=b\($0)\n\n--b\($0)\n" }.joined() + "\nDeep"
  }

  @Test(arguments: [
    "", "\n", "From ", "From a 2026\n", "Subject", ":", "Subject:\n\n",
    "Content-Type: multipart/mixed; boundary=\"\"\n\n--\n",
    "Content-Type: multipart/mixed; boundary=a\n\n--a--\n--a\n", nested(500),
    "Content-Type: multipart/mixed; boundary=a\n\n" + String(repeating: "--a\n\nx\n", count: 20_000),
    "Subject: " + String(repeating: "=?utf-8?Q?", count: 20_000) + "\n\nx",
    "Subject: " + String(repeating: "=?", count: 100_000),
    String(repeating: "a: b\n", count: 50_000), String(repeating: " folded\n", count: 50_000),
    "Content-Transfer-Encoding: base64\n\n" + String(repeating: "=", count: 100_000),
    "Content-Transfer-Encoding: quoted-printable\n\n" + String(repeating: "= ", count: 100_000),
    "\n" + String(repeating: ">", count: 100_000), "\n" + String(repeating: "> ", count: 50_000) + "\n",
    "Content-Type: text/plain; " + String(repeating: "a*1=b;", count: 20_000) + "\n\nx",
    "Content-Type: text/plain; format=flowed\n\n" + String(repeating: "word \n", count: 20_000),
    "\n" + String(repeating: "- item\n", count: 20_000), "\n" + String(repeating: "----\n", count: 20_000),
    "\r\r\r", "\0\0\0",
  ])
  func hostileMailEndsInStoriesOrProblems(_ text: String) {
    let reading = read(text)
    #expect(reading.stories.count + reading.problems.count > 0)
    #expect(reading.stories.allSatisfy { !$0.headline.isEmpty })
  }
}
