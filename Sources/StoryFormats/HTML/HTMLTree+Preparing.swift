extension HTMLTree {
  /// Makes a page ready for the article finder: no scripts, pictures out of `noscript`, paragraphs instead of line breaks.
  mutating func prepare() {
    for node in elements(of: root, named: ["script", "noscript", "style", "template"]) { remove(node) }
    makeParagraphsOfLineBreaks(below: root)
    for node in elements(of: root, named: ["font"]) { self[node].name = "span" }
  }

  /// The text below `top` with a blank between blocks: for counting words.
  func spacedText(of top: Index) -> String {
    var text = ""
    for node in descendants(of: top) {
      if self[node].isText {
        text += self[node].text
      } else if !isPhrasing(node) || self[node].name == "br" {
        text += "\n"
      }
    }
    return HTMLTree.collapsed(text)
  }
}
