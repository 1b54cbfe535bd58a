import Testing

@testable import StoryFormats

/// Every construct of plain text, repeated: the work grows in proportion to the text.
///
/// The tests count steps, not seconds: how many times a line or a unit is examined.
@Test(arguments: [
  "– I went down to the harbour that day.\n\n", "- a\n- b\n\n", "- says a\n- b\n", "– Why?\n", "* a\n",
  "* a\n\n",
  "*\na\n", "* A title\nA title\nA text of it.\n\n", "* A title\n\nA title\n\nA text.\n\n",
  "* A title A title\n",
  "READ MORE: A headline\n", "READ MORE:\n", "READ MORE:\n* a\n", "Read more\n",
  "“Words,” says Anna Berg.\n\n",
  "“Words.”\n", "A heading\nA sentence that stands under it and ends.\n\n", "A heading\n=========\n", "\n",
  "a\n", "a\n\n",
  "A line that was broken at a column, which is what the writers of mail do with\n", "1. a\n", "1. a\n\n",
  "7. a\n9. b\n",
  "1. a\n2. b\n", "Name      3   12\n", "Name\t3\t12\n", "a\tb\n\n", "| a | b |\n", "+---+\n", "---- ----\n",
  "-----\n",
  "    let x = f();\n", "    indented\n", "Soup ........ 45\n", "a  b\n", "a  b\nc\n", "By Anna Berg\n",
  "29 March 2016\n",
  "Title: a\n", "Photo: Anna Berg\n", "Advertisement\n", "Subscribe to our newsletter\n\n\n",
  "Read about it here.\n",
  "Quay Street 4\n2100 Norrhamn\n\n", "0:00 Intro\n", "ANNA: Where?\n", "see http://a.example/x for it\n",
  "港の会議は\n",
  "> quoted\n", "***\n\n", "* a\n  b\n", "- a\n  b\n\n", "1. a\n   b\n", "a\n- b\n\n\n* c\n1. d\n“e”\nf  g\n",
])
func everyConstructIsReadInStepsThatGrowWithTheText(construct: String) {
  func steps(_ count: Int) -> Int {
    var steps = 0
    _ = PlainText.pieces(of: "Headline\n\n" + String(repeating: construct, count: count), steps: &steps)
    return steps
  }
  let (once, twice, fourfold) = (steps(200), steps(400), steps(800))
  #expect(once > 0)
  #expect(twice * 10 <= once * 22, "\(once), \(twice), \(fourfold)")
  #expect(fourfold * 10 <= twice * 22, "\(once), \(twice), \(fourfold)")
}

@Test func talkIsDecidedOnce() {
  let talk = String(repeating: "– I went down to the harbour, says one.\n– So did I.\n", count: 100)
  var steps = 0
  let pieces = PlainText.pieces(of: "Headline\n\n" + talk, steps: &steps).pieces
  #expect(pieces.count == 201)
  #expect(steps < 201 * 12)
}
