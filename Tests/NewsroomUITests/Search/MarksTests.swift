import Screen
import Stories
import Testing

@testable import NewsroomUI

/// Matches are highlighted in the row, in the snippet and in the text, and `n` goes to them.
@Test(arguments: [
  ("10,000", "10\u{A0}000", "10 000"), ("10000", "10,000", "10,000"), ("eau", "l'eau", "eau"),
  ("viet", "Việt", "Việt"),
  ("Αθηνα", "Αθήνα", "Αθήνα"), ("strasse", "Straße", "Straße"), ("malmo", "Malmo\u{308}", "Malmö"),
  ("software", "soft\u{AD}ware", "software"), ("cant", "can’t", "can’t"), ("case", "snake_case", "case"),
])
func whatIsFoundIsMarked(_ query: String, _ text: String, _ shown: String) throws {
  var stories = Samples.newsroom
  let far = String(repeating: "Nothing is said of boats here, nor of the sea. ", count: 6)
  stories[2].story.headline = "On \(text) now"
  stories[2].listing.headline = stories[2].story.headline
  stories[2].story.body = [Block(.paragraph([Inline(far + "It was \(text) at noon.")]))]
  stories[2].listing.teaser = far
  var desk = Desk(size: (120, 30), stories: stories)
  desk.press("/")
  desk.type(query)
  #expect(desk.state.list.rows.map(\.id) == [stories[2].story.id])
  // In the row and in the snippet.
  #expect(desk.marks(.underline).filter { $0 == shown }.count == 2, "\(desk.marks(.underline))")
  desk.press("Enter Enter")
  #expect(desk.row(29).hasSuffix("1 of 2"), "\(desk.row(29))")
  desk.press("n")
  #expect(desk.row(29).hasSuffix("2 of 2"), "\(desk.row(29))")
}

extension Desk {
  /// The pieces of the screen with an attribute.
  fileprivate func marks(_ attribute: Style.Attributes) -> [String] {
    let frame = state.view()
    return (0..<frame.size.rows).flatMap { row in
      frame.runs(row: row).filter { $0.style.attributes.contains(attribute) }.map {
        $0.text.replacing("\u{A0}", with: " ")
      }
    }
  }
}
