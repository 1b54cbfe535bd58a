import Screen
import Stories

@testable import Typesetting

/// A story with only a headline, to be filled in.
func story(_ headline: String = "", _ body: [Block] = [], language: String? = nil) -> Story {
  var story = Story(id: StoryID(rawValue: 1), path: "a.md", format: "markdown", headline: headline)
  story.body = body
  story.language = language
  return story
}

/// A paragraph of plain words.
func paragraph(_ text: String) -> Block { Block(.paragraph([Inline(text)])) }

/// The lines of one paragraph of `columns` cells, without margins.
func lines(_ text: String, _ columns: Int, language: String? = nil) -> [String] {
  var collected = ParagraphText()
  collected.append(text, span: .init(role: .text, reference: nil, isProse: true))
  collected.trimEnd()
  let typesetter = Typesetter()
  let setter = StorySetter(story: story(language: language), typesetter: typesetter, columns: columns)
  return setter.set(collected, measure: columns).map { $0.runs.map(\.text).joined() }
}

/// The page of a body at a width, as text.
func picture(_ body: [Block], _ columns: Int) -> String {
  Typesetter().page(for: story("", body), columns: columns).picture
}

/// What is wrong with a page: lines wider than the pane, links outside the page.
func faults(of page: Page) -> [String] {
  var faults: [String] = []
  for (index, line) in page.lines.enumerated() where line.columns > page.columns {
    faults.append("line \(index) is \(line.columns) wide: \(line.text)")
  }
  for link in page.links where !page.lines.indices.contains(link.line) || link.column >= page.columns {
    faults.append("link \(link.number) is off the page")
  }
  for (name, line) in page.parts.places where line > page.lines.count {
    faults.append("anchor \(name) is off the page")
  }
  return faults
}
