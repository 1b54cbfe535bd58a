internal import Stories
internal import StoryFormats

extension Library {
  /// The most embedded texts per story, and their most blocks and bytes together.
  private static let maximumEmbeds = (stories: 32, blocks: 1_000, bytes: 262_144)

  /// The story with embedded texts (`![[name]]`, `![[name#part]]`) in place of their links, each quoted
  /// under the link's words.
  ///
  /// Links in an embedded text stay links, so that no cycle is possible.
  func embedding(in story: Story) -> Story {
    guard story.references.contains(where: { $0.embeds == true && $0.story != nil }) else { return story }
    var result = story
    var left = Self.maximumEmbeds
    for index in story.body.indices {
      guard let reference = story.embed(inBlock: index), left.stories > 0,
        let (blocks, references) = text(of: story.references[reference], in: story)
      else { continue }
      left.stories -= 1
      left.blocks -= blocks.count
      left.bytes -= blocks.reduce(0) { $0 + $1.text.utf8.count }
      guard left.blocks >= 0, left.bytes >= 0 else { break }
      let shift = result.references.count
      result.references += references
      let label = Block(
        .paragraph([Inline(story.references[reference].text, marks: .strong, reference: reference)]))
      result.body[index].kind = .quote(
        [label] + blocks.map { $0.withoutNoteMarks.shiftingReferences(by: shift) }, attribution: nil)
    }
    return result
  }

  /// The part of a story that a reference means, and the references in it.
  private func text(of reference: Reference, in story: Story) -> (blocks: [Block], references: [Reference])? {
    guard let id = reference.story, id != story.id || reference.anchor != nil,
      let other = id == story.id ? story : try? self.story(id)
    else { return nil }
    let blocks = reference.anchor.map { other.blocks(ofPart: $0) } ?? other.body
    guard !blocks.isEmpty else { return nil }
    let references = other.references.map { reference in
      var reference = reference
      (reference.label, reference.position) = (nil, nil)
      return reference
    }
    return (blocks, references)
  }
}

extension Story {
  /// The embedding reference that a block consists of; nil for any other block.
  fileprivate func embed(inBlock index: Int) -> Int? {
    guard case .paragraph(let inlines) = body[index].kind else { return nil }
    let links = Set(inlines.filter { !$0.text.allSatisfy(\.isWhitespace) }.map(\.reference))
    guard links.count == 1, let reference = links.first ?? nil, references.indices.contains(reference),
      references[reference].embeds == true
    else { return nil }
    return reference
  }
}
