internal import Stories

/// A story as a chapter of a book: XHTML, which carries the story's fields for newsroom itself.
struct BookPage {
  private let story: Story
  /// The chapters' files by story.
  private let files: [StoryID: String]

  /// The name of the `meta` element with the fields.
  static let record = "newsroom-record"

  init(_ story: Story, files: [StoryID: String]) { (self.story, self.files) = (story, files) }

  /// The file's text.
  var text: String {
    var body = HTMLBody(story: story, broadestHeading: 2)
    body.addresses = { address(of: $0) }
    var lines = ["<h1>\(Harmless.markup(story.headline))</h1>"]
    if let standfirst = story.standfirst {
      lines.append("<p class=\"standfirst\">\(Harmless.markup(standfirst))</p>")
    }
    let facts = [
      story.bylines.isEmpty ? nil : "By " + story.bylines.joined(separator: ", "),
      story.published.map { String($0.iso8601.prefix(10)) },
    ].compactMap(\.self).map(Harmless.markup)
    if !facts.isEmpty { lines.append("<p class=\"byline\">\(facts.joined(separator: " · "))</p>") }
    lines.append("<div class=\"\(OwnMarkup.body)\">\n\(body.text)\n</div>")
    let record = Harmless.markup(OwnMarkup.record(of: story).line)
    return Self.frame(
      title: story.headline.isEmpty ? "Without a headline" : story.headline, language: story.language,
      head: "<meta name=\"\(Self.record)\" content=\"\(record)\"/>\n", body: lines.joined(separator: "\n"))
  }

  /// Where a link leads: to another chapter, or out of the book.
  private func address(of reference: Reference) -> String? {
    if let file = reference.story.flatMap({ files[$0] }) { return file }
    return reference.naming == .url ? Self.webAddress(reference.target) : nil
  }

  /// An address of the web that every reader accepts; nil for anything else.
  static func webAddress(_ address: String?) -> String? {
    guard let address = Harmless.address(address), WebAddress(address) != nil else { return nil }
    let signs = Set("-._~:/?#@!$&'()*+,;=%".utf8)
    var text = ""
    for byte in address.utf8 {
      let isLetter = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      if isLetter || signs.contains(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return text
  }

  /// A page of the book.
  static func frame(title: String, language: String?, head: String, body: String) -> String {
    let language =
      language.map { " lang=\"\(Harmless.markup($0))\" xml:lang=\"\(Harmless.markup($0))\"" } ?? ""
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <!DOCTYPE html>
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"\(language)>
      <head>
      <title>\(Harmless.markup(title))</title>
      <link rel="stylesheet" type="text/css" href="style.css"/>
      \(head)</head>
      <body>
      \(body)
      </body>
      </html>

      """
  }

  /// The story in a chapter that newsroom wrote; nil for other chapters.
  ///
  /// - Parameter content: its text, with links that already lead to chapters.
  static func story(in tree: MarkupTree, content: HTMLFragment.Content, path: String) -> Story? {
    guard let record = self.record(in: tree) else { return nil }
    return OwnMarkup.story(record, content: content, path: path, line: 1, format: "epub")?.stories.first
  }

  /// The text of such a chapter; nil for other chapters.
  static func content(of tree: MarkupTree) -> HTMLFragment.Content? {
    guard record(in: tree) != nil,
      let body = tree.elements(of: tree.root, named: ["div"]).first(where: {
        tree[$0][attribute: "class"] == OwnMarkup.body
      })
    else { return nil }
    return OwnMarkup.content(of: tree, below: body)
  }

  /// The fields in such a chapter.
  static func record(in tree: MarkupTree) -> String? {
    tree.elements(of: tree.root, named: ["meta"]).lazy.filter { tree[$0][attribute: "name"] == record }
      .compactMap { tree[$0][attribute: "content"] }.first
  }
}
