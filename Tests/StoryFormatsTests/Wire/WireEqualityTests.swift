import Stories
import StoryFormats
import Testing

/// One story in three formats gives one story.
@Suite struct WireEqualityTests {
  private func story(_ name: String) throws -> Story {
    let reading = WireFixtureTests.format(of: name).read(try WireFixtureTests.source(name))
    #expect(reading.problems.isEmpty)
    return try #require(reading.stories.first)
  }

  /// The blocks without line numbers.
  private func withoutLines(_ blocks: [Block]) -> [Block] {
    blocks.map { block in
      var block = block
      block.line = nil
      switch block.kind {
      case .quote(let inner, let attribution):
        block.kind = .quote(withoutLines(inner), attribution: attribution)
      case .list(let start, let items):
        block.kind = .list(
          start: start, items.map { Block.Item(withoutLines($0.blocks), done: $0.done) })
      default: break
      }
      return block
    }
  }

  private func expectSame(_ one: Story, _ other: Story) {
    #expect(one.id == other.id)
    #expect(one.identifier == other.identifier)
    #expect(one.place == other.place)
    #expect(one.headline == other.headline)
    #expect(one.standfirst == other.standfirst)
    #expect(one.bylines == other.bylines)
    #expect(one.dateline == other.dateline)
    #expect(one.section == other.section)
    #expect(one.tags == other.tags)
    #expect(one.people == other.people)
    #expect(one.places == other.places)
    #expect(one.organisations == other.organisations)
    #expect(one.language == other.language)
    #expect(one.published == other.published)
    #expect(one.updated == other.updated)
    #expect(one.url == other.url)
    #expect(one.slugs == other.slugs)
    #expect(one.wire == other.wire)
    #expect(withoutLines(one.body) == withoutLines(other.body))
    #expect(one.teasers == other.teasers)
    #expect(one.asides == other.asides)
    #expect(one.notes == other.notes)
    #expect(one.problems == other.problems)
  }

  @Test func newsMLAndNinjsSayTheSame() throws {
    let (one, other) = (try story("ferry-quay.xml"), try story("ferry-quay.json"))
    expectSame(one, other)
    #expect(one.references == other.references)
  }

  @Test func nitfSaysTheSameAsFarAsItCan() throws {
    let (one, other) = (try story("ferry-quay.xml"), try story("ferry-quay.nitf"))
    expectSame(one, other)
    // NITF can't link to other items.
    #expect(one.references.filter { $0.label == nil } == other.references)
  }

  @Test func nothingOfTheStoryIsEmpty() throws {
    let story = try story("ferry-quay.json")
    #expect(story.wire.version == 2)
    #expect(story.wire.embargo != nil && story.wire.urgency == 4 && story.wire.slugline == "Ferry-Quay")
    #expect(story.wire.notes.count == 1 && story.wire.copyright != nil && story.wire.provider != nil)
    #expect(story.bylines == ["Ida Lund", "Frances d’Arlet"])
    #expect(story.references.count == 2 && story.tags.count == 5)
    #expect(story.people == ["Karen Brix"] && story.places == ["Lillø"] && story.wire.isCorrection)
  }
}
