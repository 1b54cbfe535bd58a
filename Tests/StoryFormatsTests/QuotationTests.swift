import Stories
import Testing

@testable import StoryFormats

/// Only a paragraph that is nothing but a quotation gets a bar; speech is text.
@Suite struct QuotationTests {
  @Test(arguments: [
    ("“Everything floats, sooner or later.”", nil),
    ("\"Everything floats.\"", nil), ("»Alt flyder.«", nil), ("„Alles schwimmt.“", nil),
    ("“One.” “Another.”", nil), ("‘It isn’t here,’", nil),
    ("“Everything floats.” – The harbour master", "The harbour master"),
    ("“Everything floats” — Birgit Aase, mayor", "Birgit Aase, mayor"),
    ("\"Alt flyder.\" - Havnefogeden", "Havnefogeden"),
  ])
  func isOne(_ text: String, _ speaker: String?) throws {
    let quotation = try #require(Quotation(text))
    #expect(quotation.speaker == speaker)
    #expect(speaker == nil ? quotation.words == text : text.hasPrefix(quotation.words))
  }

  @Test(arguments: [
    "“I never saw it,” says the captain.", "\"Nobody told us,\" said Mrs Ek. \"Not a word.\"",
    "“It goes on in the next paragraph", "– Dash speech, says the mayor.", "The captain says “no”.",
    "“The Ferry” is a film that nobody has seen.", "“Yes” – it was all that anybody said that day.",
    "“No,” – says Birgit Aase", "", "“", "’Tis the season",
  ])
  func isNone(_ text: String) {
    #expect(Quotation(text) == nil)
  }

  @Test func speechIsTextAndAQuotationIsOne() {
    let text = """
      The ferry stops

      By Jens Holm

      The ferry has stopped for good this time, and nobody knows why.

      “I never saw it,” says the captain, who stood on the quay.

      – It was there yesterday, says Mrs Ek.

      “Everything floats, sooner or later.” – The harbour master

      It has not been seen since.
      """
    let story = PlainText().read(Source(path: "a.txt", bytes: Array(text.utf8))).stories[0]
    let quotes = story.body.compactMap { block -> (Bool, String?)? in
      if case .quote(_, let attribution) = block.kind { (block.isSpeech == true, attribution) } else { nil }
    }
    #expect(quotes.map(\.0) == [true, true, false])
    #expect(quotes.last?.1 == "The harbour master")
  }
}
