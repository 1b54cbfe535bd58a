internal import Stories

/// Finds the lines between headline and text that open the story.
extension PageReader {
  private static let leadWords: Set<String> = [
    "lead", "lede", "leadin", "intro", "introduction", "teaser", "preamble", "ingress", "manchet",
    "standfirst",
    "summary", "excerpt", "chapo", "chapeau", "vorspann", "anlauf", "entradilla", "bajada", "underrubrik",
    "deck",
    "description", "desc", "subtitle", "abstract", "sumario", "sommario", "resume", "kicker",
  ]
  /// How many nodes before the text to examine, and the shortest and the longest lead, in bytes.
  private static let mostNodes = 400
  private static let shortestLead = 90
  private static let longestLead = 900

  /// A paragraph marked as the lead between the headline and the found text, if the text lacks it.
  func lead(before top: MarkupTree.Index, of whole: MarkupTree, page: MarkupTree, body: [Block]) -> Block? {
    guard let headline = page.first("h1", in: page.root),
      page.elements(of: page.root, named: ["h1"]).count == 1,
      let holder = page.ancestors(of: headline).first(where: { ["article", "main"].contains(page[$0].name) })
    else { return nil }
    let inside = Set(whole.descendants(of: top))
    var isAfterHeadline = false
    var looked = 0
    for node in page.descendants(of: holder) {
      if node == headline { isAfterHeadline = true }
      guard isAfterHeadline else { continue }
      looked += 1
      if inside.contains(node), page[node].name == "p" || looked > Self.mostNodes { return nil }
      guard ["p", "div", "h2"].contains(page[node].name), let names = page[node][attribute: "class"],
        names.utf8.count <= 400,
        names.split(separator: " ").contains(where: { name in
          Furniture.words(of: name).contains { Self.leadWords.contains($0) }
        }),
        page.isShorter(node, than: Self.longestLead)
      else { continue }
      let words = page.text(of: node)
      guard words.utf8.count >= Self.shortestLead, TextMarks.endsSentence(words),
        page.elements(of: node, named: ["a", "img", "ul"]).isEmpty,
        !body.prefix(6).contains(where: { $0.text.hasPrefix(words.prefix(60)) })
      else { continue }
      return Block(.paragraph([Inline(words)]), line: page[node].line)
    }
    return nil
  }
}
