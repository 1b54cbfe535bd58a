import Stories
import StoryFormats
import Testing

/// Mail is recognised by its fields, whatever its file name, and nothing else is taken for mail.
@Suite struct MailRecognitionTests {
  private static let letter = """
    Received: by 10.1.1.1 with SMTP id a1; Tue, 6 Oct 2026 09:15:00 +0200
    From: Ida Lund <ida@desk.example>
    Subject: The ferry is back
    Date: Tue, 6 Oct 2026 09:15:00 +0200

    It sails on Saturday.

    """

  private func format(_ path: String, _ text: String) -> String? {
    Formats.format(for: Source(path: path, bytes: Array(text.utf8)))?.name
  }

  @Test(arguments: [
    "letter.txt", "letter", "inbox/17", "letter.msg", "cur/1767776400.M1P1.host:2,S",
    "new/1767776400.M1P1.host",
    "new/1767776400.M1P1.mail.md", "cur/1767776400.M1P1.desk.html,S=1234:2,RS", "letter.eml", "a.text",
    "2026.10.06",
  ])
  func aLetterIsMailUnderAnyName(path: String) {
    #expect(format(path, Self.letter) == "mail")
    #expect(format(path, "From a@desk.example Tue Oct  6 09:15:00 2026\n" + Self.letter) == "mail")
  }

  @Test(arguments: [
    "From: a@desk.example\nTo: b@desk.example\n\nShort.\n",
    "Delivered-To: a@desk.example\nReceived: by b; Tue, 6 Oct 2026 09:15:00 +0200\nMIME-Version: 1.0\n\nx\n",
    "Return-Path: <a@desk.example>\nX-Original-To: b\nMessage-ID: <1@desk.example>\nSubject: y\n\nx\n",
    "date: Tue, 6 Oct 2026 09:15:00 +0200\nfrom: a@desk.example\n\nx\n",
    "From: a@desk.example\r\nSubject: Folded\r\n over two lines\r\n\r\nx\r\n",
    "From -\nFrom: a@desk.example\nSubject: One\n\nx\n",
  ])
  func fewFieldsTellIt(text: String) {
    #expect(format("a.txt", text) == "mail")
  }

  @Test(arguments: [
    "Title: The ferry is back\nAuthor: Ida Lund\nDate: 2026-10-06\n\nIt sails on Saturday.\n",
    "Title: The ferry\nFrom: the desk\nDate: 2026-10-06\n\nIt sails.\n",
    "Headline: The ferry\nByline: Ida Lund\nDate: 2026-10-06\nSubject: ferries\n\nIt sails.\n",
    "From here the ferry sails.\n\nIt is a long way: two hours.\n",
    "From: here to there\n\nThe ferry sails in two hours.\n",
    "Subject: none\nDate: never\n\nA text that begins with two labels.\n",
    "Date: 2026-10-06\nKeywords: ferry\n\nIt sails.\n", "From Torn to Lygna\n\nThe ferry sails.\n",
    "Note: this is a text\nSource: the desk\nDate: Monday\n\nIt sails.\n",
  ])
  func textsWithAHeadOfTheirOwnStayText(text: String) {
    #expect(format("a.txt", text) == "text")
  }

  @Test func markdownAndPagesKeepTheirEndings() {
    #expect(format("a.md", Self.letter) == "markdown")
    #expect(format("cur/notes.md", "# A note\n\nText") == "markdown")
    #expect(format("new/page.html", "<html><body><p>Text</p></body></html>") == "html")
  }

  @Test(arguments: [
    ("From a@b Tue Oct  6 09:15:00 2026\nx\n", true, 34), ("From -\nFrom: a\n", true, 7),
    ("From x\nX-Mozilla-Status: 0001\n", true, 7), ("From x\n>From y\nReceived: by z\n", true, 7),
    ("From a@b Tue Oct  6 09:15:00 2026\nFrom: a\n", false, 34),
  ])
  func aSeparatorIsFound(_ text: String, _ afterBlank: Bool, _ end: Int) {
    #expect(Mailbox.separator(at: 0, in: Array(text.utf8)[...], afterBlank: afterBlank) == end)
  }

  @Test(arguments: [
    ("From here on\nNote: text\n", true), ("From a@b Tue Oct  6 09:15:00 2026\nA line.\n", false),
    ("From x\n\nFrom: a\n", true), ("From x\nFrom: a\n", false), ("From", true), ("From \n", true),
    ("From 2026 on\nwe sail\n", true), (">From -\nFrom: a\n", true),
  ])
  func anotherLineIsNone(_ text: String, _ afterBlank: Bool) {
    #expect(Mailbox.separator(at: 0, in: Array(text.utf8)[...], afterBlank: afterBlank) == nil)
  }
}
