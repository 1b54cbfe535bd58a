internal import Stories

/// Reads pages written by `newsroom export --to html` word for word, without looking for an article.
struct OwnPage {
  let source: Source
  let tree: MarkupTree

  /// The stories of the page; nil if newsroom did not write it.
  func reading() -> Reading? {
    guard tree.nodes.indices.contains(where: isGenerator) else { return nil }
    var reading = Reading()
    for article in tree.elements(of: tree.root, named: ["article"], outside: ["article"]) {
      let script = tree.elements(of: article, named: ["script"]).first { isClass($0, OwnMarkup.record) }
      let body = tree.elements(of: article, named: ["div"]).first { isClass($0, OwnMarkup.body) }
      guard let script, let body else { continue }
      let found = OwnMarkup.story(
        tree.rawText(of: script), content: OwnMarkup.content(of: tree, below: body), path: source.path,
        line: tree[article].line, format: "html")
      reading.stories += found?.stories ?? []
      reading.problems += found?.problems ?? []
    }
    for index in reading.stories.indices { reading.stories[index].place = .item(index) }
    return reading.stories.isEmpty ? nil : reading
  }

  private func isGenerator(_ meta: MarkupTree.Index) -> Bool {
    tree[meta].name == "meta" && tree[meta][attribute: "name"] == "generator"
      && tree[meta][attribute: "content"] == "newsroom"
  }

  private func isClass(_ node: MarkupTree.Index, _ name: String) -> Bool {
    tree[node][attribute: "class"] == name
  }
}

/// What the program's own pages and feeds carry for itself: the story's fields as a JSON Lines record.
enum OwnMarkup {
  /// The class of the script that contains the record, in a page.
  static let record = "newsroom-record"
  /// The class of the text.
  static let body = "newsroom-body"
  /// The class of parts of the text that the record repeats: READ MORE lines and notes.
  static let repeated = "newsroom-also"
  /// The class of a superscript number that leads to a note.
  static let note = "newsroom-note"
  /// The namespace of the element that contains the record, in a feed.
  static let namespace = "urn:newsroom:export"

  /// A story's fields without its text.
  static func record(of story: Story) -> JSON {
    var story = story
    story.url = Harmless.address(story.url)
    for index in story.references.indices where story.references[index].naming == .url {
      story.references[index].target = Harmless.address(story.references[index].target)
    }
    for index in story.teasers.indices where story.teasers[index].naming == .url {
      story.teasers[index].target = Harmless.address(story.teasers[index].target)
    }
    return StoryJSON.object(story, .beside)
  }

  /// The text without what the record repeats.
  static func content(of tree: MarkupTree, below body: MarkupTree.Index) -> HTMLFragment.Content {
    var tree = tree
    for index in tree.elements(of: body, named: ["p", "section"])
    where tree[index][attribute: "class"] == repeated { tree.remove(index) }
    return HTMLFragment.read(tree, below: body, base: nil)
  }

  /// The story of a record and a text; nil if newsroom did not write the record.
  static func story(
    _ record: String, content: HTMLFragment.Content, path: String, line: Int, format: String
  ) -> Reading? {
    guard let value = JSONReader.value(of: record), case .object(let object) = value else { return nil }
    if var story = StoryJSON.story(value, given: content, path: path, place: .item(0), format: format) {
      story.finish(as: .item(isAlone: false), line: line)
      return Reading(stories: [story])
    }
    let fields = RecordFields()
    let bytes = Array(record.utf8)
    let record = JSONRecord(object, fields: fields)
    let story = RecordStory(
      record: record, fields: fields, path: path, offset: 0, line: line, format: format, given: content)
    return story.isOurs ? story.reading(content: bytes[...]) : nil
  }
}
