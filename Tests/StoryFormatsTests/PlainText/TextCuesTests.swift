import Stories
import Testing

@testable import StoryFormats

@Test(arguments: [
  ("READ MORE:\u{A0}Ferry reopens", "READ MORE", "Ferry reopens"),
  ("Read more: Ferry reopens", "Read more", "Ferry reopens"),
  ("LÆS OGSÅ: Færgen er tilbage", "LÆS OGSÅ", "Færgen er tilbage"), ("LÄS MER – Färjan", "LÄS MER", "Färjan"),
  ("Les også | Ferja", "Les også", "Ferja"), ("LESEN SIE AUCH: Die Fähre", "LESEN SIE AUCH", "Die Fähre"),
  ("* SEE ALSO: Ferry", "SEE ALSO", "Ferry"), ("BACKGROUND: How it began", "BACKGROUND", "How it began"),
  ("READ MORE ABOUT FERRIES: Reopening", "READ MORE ABOUT FERRIES", "Reopening"),
  ("Related stories:", "Related stories", ""),
])
func aLabelledLineLeadsToAnotherStory(line: String, label: String, target: String) {
  #expect(TextCues.label(line)?.label == label)
  #expect(TextCues.label(line)?.target == target)
}

@Test(arguments: [
  "Read more about it", "Read more, they said: nobody did", "Background: the ferry was old",
  "Earlier: a ferry", "More: less",
  "Read more: it was on a poster. Nobody looked.", "The children read more: a lot more", "", ":", "READ MORE",
])
func proseIsNotALabel(line: String) {
  #expect(TextCues.label(line) == nil)
}

@Test(arguments: [
  "Read more about the plan here (in English).", "Read more here.", "See the timetable here",
  "Læs mere om øen her (på engelsk).",
  "Läs mer om planen här.", "Les mer om planen her.", "Lesen Sie den Bericht hier.",
])
func anInvitationWithoutItsAddressIsAnOutsideReference(line: String) {
  #expect(TextCues.invitesOutside(line))
}

@Test(arguments: [
  "Read more here. It is worth it, says the mayor.", "They read more here.", "Here we read more",
  "Read the book", "here",
  "See how the people here live in houses of glass.",
])
func aSentenceWithHereIsNotAnInvitation(line: String) {
  #expect(!TextCues.invitesOutside(line))
}

@Test(arguments: [
  ("By Anna Berg", ["Anna Berg"]), ("Af Signe Brandt og Ole Dam", ["Signe Brandt", "Ole Dam"]),
  ("Av Linnéa Åström", ["Linnéa Åström"]),
  ("Von Jürgen Weiß", ["Jürgen Weiß"]), ("BY JANE ROE-SMITH", ["Jane Roe-Smith"]),
  ("By Nordic desk", ["Nordic desk"]),
  ("By Anna Berg, Culture editor", ["Anna Berg"]), ("Text: Anna Berg", ["Anna Berg"]),
])
func aBylineNamesTheAuthors(line: String, names: [String]) {
  #expect(TextBylines.names(in: line) == names)
}

@Test(arguments: [
  "By the sea", "By noon the ferry had left", "Byline", "By 29 March 2016", "Av alla", "Text Anna Berg", "By",
  "Af og til",
])
func wordsThatOnlyBeginLikeABylineAreNotOne(line: String) {
  #expect(TextBylines.names(in: line) == nil)
}

@Test(arguments: [
  ("* a", "a"), ("- a", "a"), ("•\u{A0}a", "a"), ("– a", "a"), ("12. a", "a"), ("3) a", "a"),
])
func aBulletIsRemoved(line: String, text: String) {
  #expect(TextMarks.bullet(line)?.text == text)
}

@Test(arguments: ["*a", "-", "*", "2016. a", "1.5 litres", "a", "", "3"])
func otherSignsAreNotBullets(line: String) {
  #expect(TextMarks.bullet(line) == nil)
}

@Test(arguments: [
  ("“A,” says Anna Berg, mayor.", Speaker.Mention.named("Anna Berg")),
  ("“A,” says mayor Anna Berg.", .named("Anna Berg")),
  ("Anna Berg says: “A.”", .named("Anna Berg")), ("“A,” says Berg.", .named("Berg")),
  ("“A,” she says.", .pronoun),
  ("“A,” says the ministry.", .somebody), ("“A.”", .nobody),
  ("– A, säger bibliotekarien Nils Hedlund.", .named("Nils Hedlund")),
  ("“A,” said Dr. Ida Falk.", .named("Dr Ida Falk")), ("“A,” he said on Monday.", .pronoun),
  ("“A,” she told the Coast Daily.", .pronoun),
])
func aSpeakerIsNamedIfTheWordsAreClear(text: String, mention: Speaker.Mention) {
  #expect(Speaker.mention(in: text) == mention)
}

private func story(_ paragraph: String) -> Story? {
  PlainText().read(Source(path: "a.txt", bytes: Array("A headline\n\nA standfirst\n\n\(paragraph)\n".utf8)))
    .stories.first
}

@Test(arguments: [
  ("MALMÖ – The hall opens.", "MALMÖ", "The hall opens."),
  ("NEW YORK (Wire) — Rain fell.", "NEW YORK", "Rain fell."),
  ("AARHUS, Denmark - Rain fell.", "AARHUS, Denmark", "Rain fell."),
])
func aDatelineIsRemovedFromTheFirstParagraph(paragraph: String, dateline: String, text: String) {
  #expect(story(paragraph)?.dateline == dateline)
  #expect(story(paragraph)?.text == text)
}

@Test(arguments: [
  "Malmö – the hall opens.", "EU – and nobody else – decides.", "The hall — Malmö's — opens.",
  "NATO-led talks began.",
  "3 – 2 was the result.", "IT'S ON – and it rains.",
])
func aFalseDatelineStays(paragraph: String) {
  #expect(story(paragraph)?.dateline == nil)
  #expect(story(paragraph)?.text == paragraph)
}

@Test func aHeaderNeedsTwoKnownKeys() {
  let text = "Title: Only one\nReally: so\n\nText of the story."
  #expect(
    PlainText().read(Source(path: "a.txt", bytes: Array(text.utf8))).stories.first?.headline
      == "Title: Only one")
}

@Test func everyPartGivesItsReason() {
  let parts = PlainText().explain(Source(path: "a.txt", bytes: Array("Ferry\n\nREAD MORE: Boat\n".utf8)))
  #expect(parts.map(\.role) == ["headline", "reference"])
  #expect(
    parts.last?.description == "3\treference\t95 %\tbegins with “READ MORE” and a separator\tREAD MORE: Boat")
}
