import Stories
import StoryFormats
import Testing

/// Messages in IPTC 7901 and ANPA 1312, and text that is neither.
@Suite struct AgencyLineTests {
  private func read(_ text: String) -> Reading { read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) -> Reading {
    IPTC7901().read(Source(path: "a.iptc", bytes: bytes))
  }

  private func message(
    _ body: String, head: String = "Harbour/ferry/", time: String = "061000 okt 26"
  ) -> String {
    "\u{1}dsk0001 3 i 24  dsk 0001\r\n\(head)\r\n\u{2}\(body)\r\n\u{3}\r\n\(time)\r\n\u{4}"
  }

  @Test(arguments: ["a.txt", "a", "a.iptc", "wire/0001", "a.tst", "a.dat"])
  func aMessageIsKnownUnderAnyName(path: String) {
    let text = message("The ferry sails=\r\nTorn (dsk) - It sails on Saturday.")
    for noise in ["", "\r\n\r\n", "ZCZC DSK0001\r\n", "\u{16}\u{16}", "\u{0}\u{0}"] {
      let source = Source(path: path, bytes: Array((noise + text).utf8))
      #expect(Formats.format(for: source)?.name == "iptc7901", "\(noise.debugDescription)")
    }
  }

  @Test(arguments: [
    "eca0001 says that the ferry sails.\n\nIt does.\n", "A text with a \u{1} in it.\n",
    "a0001 3 things to know\n\nText.\n",
    "M2 3 ways to sail\n\nText of 061000 Oct 26.\n", "Ferry 2 to 4 hours late\n\nText.\n",
    "NNNN\n\nA text about four letters.\n",
  ])
  func textsAreNone(text: String) {
    #expect(Formats.format(for: Source(path: "a.txt", bytes: Array(text.utf8)))?.name == "text")
  }

  @Test(arguments: [
    ("061000 okt 26", "2026-10-06T10:00:00Z"), ("061000 GMT Oct 26", "2026-10-06T10:00:00Z"),
    ("061000Z OCT 2026", "2026-10-06T10:00:00Z"), ("DSK 061000 MESZ Okt 26", "2026-10-06T08:00:00Z"),
    ("061000 CET dec 98", "1998-12-06T09:00:00Z"), ("061000 Oct. 26", "2026-10-06T10:00:00Z"),
  ])
  func theDayAndTheTimeAreRead(_ line: String, _ date: String) throws {
    let story = try #require(read(message("Torn (dsk) - It sails.", time: line)).stories.first)
    #expect(story.published?.seconds == DateReading.read(date)?.seconds)
  }

  @Test(arguments: ["", "061000", "991099 okt 26", "no time at all"])
  func aTimeThatIsNoneIsAProblem(line: String) throws {
    let story = try #require(read(message("Torn (dsk) - It sails.", time: line)).stories.first)
    #expect(story.published == nil)
    #expect(story.problems.contains { $0.reason.contains("day and time") })
  }

  @Test(arguments: [
    ("Harbour/ferry/\r\nFerry to sail =", "Torn (dsk) - It sails.", "Ferry to sail"),
    ("Harbour/ferry", "Ferry to sail=\r\nTorn (dsk) It sails.", "Ferry to sail"),
    ("Harbour-ferry\r\nFerry to sail", "   Torn (dsk) - It sails.", "Ferry to sail"),
    ("Harbour-ferry", "Ferry to sail\r\n\r\nTorn (dsk) - It sails.", "Ferry to sail"),
    ("Harbour/ferry/\r\n(Correction)\r\nFerry to sail =", "Torn (dsk) - It sails.", "Ferry to sail"),
    ("Harbour/ferry/\r\nFerry to sail\r\nBy Ida Lund =", "Torn (dsk) - It sails.", "Ferry to sail"),
  ])
  func theHeadlineIsFound(_ head: String, _ body: String, _ headline: String) throws {
    let story = try #require(read(message(body, head: head)).stories.first)
    #expect(story.headline == headline)
    #expect(story.wire.slugline?.hasPrefix("Harbour") == true)
    #expect(story.text.hasPrefix("Torn (dsk)"))
    #expect(story.dateline == "Torn")
  }

  @Test func controlBytesNeverReachTheText() throws {
    let text =
      """
      Torn (dsk) - It\u{7} sails\u{e} on\u{f} \u{1b}(BSaturday\u{c}f14\u{b}.\u{7f}\r\n\r\nName\u{1f}\
      Hour\r\nTorn\u{1f}08:10
      """
    let story = try #require(read(message(text)).stories.first)
    let all = ([story.headline, story.text] + story.wire.notes).joined()
    #expect(
      !all.unicodeScalars.contains { ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || $0.value == 0x7F })
    #expect(story.text.contains("It sails on Saturday."))
  }

  @Test(arguments: [
    Array("Hår på \u{f8}en".utf8), [0x48, 0xE5, 0x72, 0x20, 0x70, 0xE5, 0x20, 0xF8, 0x65, 0x6E],
  ])
  func lettersAreReadInTheirSet(bytes: [UInt8]) throws {
    let file =
      Array("\u{1}dsk0001 3 i 24  dsk\r\nHarbour/\r\n\u{2}   ".utf8) + bytes + Array("\r\n\u{3}\r\n".utf8)
    #expect(try #require(read(file).stories.first).text.contains("Hår på øen"))
  }

  @Test func messagesWithoutAnEndAreReadAndSaidSo() throws {
    let story = try #require(
      read("\u{1}dsk0001 3 i 24  dsk\r\nHarbour/\r\n\u{2}Torn (dsk) - It sai").stories.first)
    #expect(story.text.contains("It sai"))
    #expect(story.problems.contains { $0.reason.contains("cut short") })
  }

  @Test(arguments: [
    "\u{1}", "\u{1}\u{2}\u{3}\u{4}", "\u{2}", "", "\u{1}dsk0001 3 i 24\n", "\u{16}\u{16}\u{1}d8023\n",
    "ZCZC\nNNNN",
  ])
  func hostileMessagesEndInStoriesOrProblems(unit: String) {
    for count in [1, 3, 20_000] {
      let reading = read(String(repeating: unit, count: count))
      #expect(reading.stories.count + reading.problems.count > 0)
    }
    let long = String(repeating: "   A line.\r\nAnother line of it.\r\n", count: 20_000)
    #expect(read(message(long)).stories.count == 1)
  }
}
