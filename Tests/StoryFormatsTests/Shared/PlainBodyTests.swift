import Stories
import Testing

@testable import StoryFormats

/// A body at a glance: one line per block, with its kind first.
func outline(of text: String) -> [String] {
  PlainBody.content(of: text).blocks.map(outline)
}

func outline(_ block: Block) -> String {
  switch block.kind {
  case .paragraph(let inlines): "p " + inlines.text.replacing("\n", with: " / ")
  case .heading(_, let inlines): "h " + inlines.text
  case .quote(let blocks, _): "q " + blocks.map(outline).joined(separator: " ¶ ")
  case .list(let start, let items):
    (start.map { "\($0)" } ?? "•") + " "
      + items.map { $0.blocks.map(outline).joined() }.joined(separator: " ")
  case .table(let table):
    "t "
      + ([table.header] + table.rows).map { $0.map(\.text).joined(separator: "|") }.joined(separator: " / ")
  case .code(_, let text): "c\n" + text
  case .figure(let caption, _): "f " + caption.text
  case .rule: "-"
  }
}

@Test(arguments: [
  // An address.
  (
    "Write to:\n\nThe Harbour Office\nQuay Street 4\n2100 Norrhamn",
    ["p Write to:", "p The Harbour Office / Quay Street 4 / 2100 Norrhamn"]
  ),
  // Chapters of a film.
  (
    """
    Watch it again.\n\n0:00 Intro\n1:20 The new quay\n12:45 Questions from the hall, and what the mayor had \
    to say about them
    """,
    [
      "p Watch it again.",
      """
      p 0:00 Intro / 1:20 The new quay / 12:45 Questions from the hall, and what the mayor had to say about \
      them
      """,
    ]
  ),
  // Verse, with one stanza that has a full stop on every line.
  (
    "The sea is grey\nand wide tonight\nThe gulls are white\n\nThey come.\nThey go.\nThey stay.",
    [
      "p The sea is grey / and wide tonight / The gulls are white", "p They come. / They go. / They stay.",
    ]
  ),
  // Results.
  (
    "Torno – Norrhamn 2–1\nBerg – Sund 0–0\nVik – Holm 3–3",
    ["p Torno – Norrhamn 2–1 / Berg – Sund 0–0 / Vik – Holm 3–3"]
  ),
  // Ingredients.
  ("2 eggs\n1 dl milk\n50 g flour", ["p 2 eggs / 1 dl milk / 50 g flour"]),
  // Numbers that two share.
  (
    "1. Torno 12\n2. Norrhamn 10\n2. Sund 10\n4. Berg 8",
    ["p 1. Torno 12 / 2. Norrhamn 10 / 2. Sund 10 / 4. Berg 8"]
  ),
  // A play.
  (
    "The first scene.\n\nANNA: Where is it?\nBERG: In the harbour.\nANNA: Who says so?",
    [
      "p The first scene.", "p ANNA: Where is it? / BERG: In the harbour. / ANNA: Who says so?",
    ]
  ),
  // Moves of a game.
  ("1. e4 e5 2. Nf3 Nc6\n3. Bb5 a6 4. Ba4 Nf6", ["p 1. e4 e5 2. Nf3 Nc6 / 3. Bb5 a6 4. Ba4 Nf6"]),
])
func whatIsSetInLinesKeepsThem(text: String, outline expected: [String]) {
  #expect(outline(of: text) == expected)
}

@Test(arguments: [
  // Wrapped at a column.
  (
    """
    The council met on Monday and agreed, after a debate of three\nhours, that the old quay is to be mended \
    before the winter and\nnot in the spring.
    """,
    [
      """
      p The council met on Monday and agreed, after a debate of three hours, that the old quay is to be \
      mended before the winter and not in the spring.
      """
    ]
  ),
  // Broken anywhere.
  (
    """
    The council met on Monday,\nand it agreed that the old quay is to be mended before the winter,\nwhich \
    nobody had thought.
    """,
    [
      """
      p The council met on Monday, and it agreed that the old quay is to be mended before the winter, which \
      nobody had thought.
      """
    ]
  ),
  // Before a name.
  (
    "That is what was said on Monday evening by the mayor of\nNorrhamn.",
    ["p That is what was said on Monday evening by the mayor of Norrhamn."]
  ),
  // In a narrow column.
  (
    "The old quay is to be\nmended before winter\ncomes, said the mayor\nwho had waited long\nfor this.",
    [
      "p The old quay is to be mended before winter comes, said the mayor who had waited long for this."
    ]
  ),
  // Indented by the markup around it.
  ("\n      A short note that\n      goes on here.\n    ", ["p A short note that goes on here."]),
  // Without spaces between words.
  (
    """
    港の会議は月曜日に開かれ、古い埠頭を冬の前に\n修理することが決まりました。
    """, ["p 港の会議は月曜日に開かれ、古い埠頭を冬の前に修理することが決まりました。"]
  ),
])
func theLinesOfAParagraphAreJoined(text: String, outline expected: [String]) {
  #expect(outline(of: text) == expected)
}

@Test(arguments: ["\r\n", "\r", "\u{2028}"])
func lineEndsOfAnyKindAreLineEnds(end: String) {
  let long =
    """
    The council met on Monday and agreed, after a debate of three hours, that the old quay stays where it \
    is.
    """
  #expect(outline(of: [long, "", long].joined(separator: end)) == ["p " + long, "p " + long])
}

@Test func aLineIsAParagraphWhereNoBlankLinesPartThem() {
  #expect(
    outline(of: "He left the harbour.\nShe stayed.\nNobody asked why.") == [
      "p He left the harbour.", "p She stayed.", "p Nobody asked why.",
    ])
}

@Test(arguments: [
  "Name      Goals  Points\nTorno         3      12\nNorrhamn      1       3",
  "Norrhamn   08.10  09.10\nTorno      08.40  09.40",
  "+------+-------+\n| Name | Goals |\n+------+-------+\n| Sund | 3     |\n+------+-------+",
  "┌──────┬───┐\n│ Sund │ 3 │\n└──────┴───┘",
  "| Name | Goals |\n|---|---|\n| Torno-on-Sea | 3 |",
  "Soup of the day .......... 45\nFish from the quay ...... 120\nCake ..................... 30",
  "Soup of the day . . . . .  45\nFish from the quay . . .  120",
  "Name      Goals Points\n--------- ----- ------\nTorno         3     12\nSund          1      3",
  """
  Town         Day     Night\n=====================\nTorno         12°      4°\n\nGroup B\nSund           \
  9°     -1°
  """,
  "              Goals  Points\nTorno             3      12\nNorrhamn          1       3",
  "町　　　　人口\n京都　　　　12\n大阪　　　　30",
  "1.  Torno     12  4\n2.  Sund       9  3\n2.  Norrhamn   9  1",
  "Phone:   12 34 56\nMobile:  98 76 54",
  "int main() {\n    return 0;\n}",
])
func whatStandsInColumnsStandsAsItIs(text: String) {
  let plain = text.replacing("\u{3000}", with: "  ")
  #expect(outline(of: text) == ["c\n" + plain])
  let around = "The table stands as follows.\n\n\(text)\n\nThat is all."
  #expect(outline(of: around) == ["p The table stands as follows.", "c\n" + plain, "p That is all."])
}

@Test func codeIndentedInProseIsKept() {
  let body = outline(
    of: "Write this down:\n\n    let x = 3;\n    if (x) {\n      go();\n    }\n\nThat is all.")
  #expect(body == ["p Write this down:", "c\nlet x = 3;\nif (x) {\n  go();\n}", "p That is all."])
}

@Test func tabsPartCells() {
  #expect(outline(of: "Name\tGoals\nTorno\t3\nNorrhamn\t1") == ["t Name|Goals / Torno|3 / Norrhamn|1"])
  #expect(outline(of: "Torno\t\t3\nNorrhamn\t1") == ["c\nTorno           3\nNorrhamn        1"])
}

@Test(arguments: [
  // Two spaces after full stops.
  """
  The council met.  It agreed.  Nobody had thought that it would.\nThe quay stays.  The boats go.  That was \
  all.
  """,
  // Justified.
  """
  The  council met  on Monday and agreed, after a debate of  three\nhours, that the  old quay  is to be \
  mended before the winter and\nnot  in the spring,  which had been the wish of the shipowners.
  """,
  // A space too many.
  "The council met on Monday and agreed, after a  debate of three hours, that the quay stays.",
])
func proseWithDoubledBlanksIsProse(text: String) {
  #expect(!outline(of: text).contains { $0.hasPrefix("c") || $0.hasPrefix("t") })
}

@Test func bulletsAreListsAndAddressesAreReferences() {
  let content = PlainBody.content(
    of: "Links:\n\n* https://a.example/1\n* www.b.example\n\n1. one\n2. two\n\nSee https://c.example/x.")
  #expect(
    content.blocks.map(outline) == [
      "p Links:", "• p https://a.example/1 p www.b.example", "1 p one p two", "p See https://c.example/x.",
    ])
  #expect(
    content.references.map(\.target) == [
      "https://a.example/1", "https://www.b.example", "https://c.example/x",
    ])
}

@Test func linesOfSignsAreHeadingsOrRules() {
  #expect(
    outline(of: "First part\n==========\nText of it stands here.\n\n-----\n\nMore text.") == [
      "h First part", "p Text of it stands here.", "-", "p More text.",
    ])
}
