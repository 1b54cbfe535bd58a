import Stories
import StoryFormats
import Testing

private func story(_ text: String, path: String = "news/harbour/a.md") throws -> Story {
  try #require(Markdown().read(Source(path: path, bytes: Array(text.utf8))).stories.first)
}

@Suite struct MarkdownLinkTests {
  @Test(arguments: [
    ("[x](b.md)", "story path news/harbour/b.md"), ("[x](./b.md)", "story path news/harbour/b.md"),
    ("[x](../b.md#part)", "story path news/b.md #part"), ("[x](/2016/03/29/b/)", "story path 2016/03/29/b"),
    ("[x](../../../../b.md)", "outside path ../../b.md"),
    ("[x](%2e%2e/%2e%2e/%2e%2e/etc/x)", "outside path ../etc/x"),
    ("[x](b%20c.md?y=1)", "story path news/harbour/b c.md"), ("[x](@/blog/b.md)", "story path blog/b.md"),
    ("[x](#part)", "story path news/harbour/a.md #part"), ("[x](/)", "story path index"),
    ("[x](https://example.org/b#c)", "outside url https://example.org/b#c"),
    ("[x](mailto:a@example.org)", "outside url mailto:a@example.org"),
    ("[x](//example.org/b)", "outside url https://example.org/b"),
    ("[x](javascript:alert(1))", "outside url javascript:alert(1)"),
    ("[x]({% post_url 2016-03-29-b %})", "story slug b"),
    ("[x]({% post_url sub/2016-03-29-b %}#c)", "story slug b #c"),
    ("[x]({{ site.baseurl }}{% post_url 2016-03-29-b %})", "story slug b"),
    ("[x]({% link docs/b.md %})", "story path docs/b.md"), ("[x]({{ site.baseurl }}/b)", "story path b"),
    ("[x]({{ '/b/' | relative_url }})", "story path b"), ("[x]({{< ref \"b.md\" >}})", "story slug b"),
    ("[x]({{< relref \"/docs/b.md\" >}})", "story path docs/b.md"),
    ("[x]({{% ref \"docs/b.md\" %}})", "story path docs/b.md"),
    ("[x]({{< ref \"./b.md\" >}})", "story path news/harbour/b.md"),
    ("[x][1]\n\n[1]: {{< ref \"b.md\" >}}", "story slug b"),
    ("[[Old harbour]]", "story slug Old harbour"), ("[[Old harbour#Part|x]]", "story slug Old harbour #Part"),
    ("<a href=\"b.md\">x</a>", "story path news/harbour/b.md"),
    ("<https://example.org>", "outside url https://example.org"),
    ("[x]()", "story nothing"),
  ])
  func aLinkMeansWhatItsAddressSays(text: String, meaning: String) throws {
    let found = try #require(story(text).references.first)
    let anchor = found.anchor.map { " #\($0)" } ?? ""
    #expect("\(found.kind) \(found.naming)\(found.target.map { " \($0)" } ?? "")\(anchor)" == meaning)
  }

  @Test func linksAreNumberedInReadingOrder() throws {
    let found = try story("[a](a.md) and **[b](b.md)**\n\n- [c](c.md)\n\nRead more: Plain one\n\n[d](d.md)")
    #expect(found.references.map(\.text) == ["a", "b", "c", "Plain one", "d"])
    guard case .paragraph(let words)? = found.body.last?.kind else { Issue.record("no paragraph"); return }
    #expect(words == [Inline("d", reference: 4)])
  }

  @Test(arguments: [
    ("READ MORE: [x](b.md)", "READ MORE", "path"), ("**Read more:** [x](b.md)", "Read more", "path"),
    ("LÆS OGSÅ: [x](b.md)", "LÆS OGSÅ", "path"), ("Läs också:\u{A0}En rubrik", "Läs också", "headline"),
    ("READ MORE: A plain headline", "READ MORE", "headline"), ("**See also** [x](b.md)", "See also", "path"),
    ("Related: [x](b.md)", "Related", "path"), ("Read more – [x](https://example.org)", "Read more", "url"),
  ])
  func aLabelledLineLeavesTheText(line: String, label: String, naming: String) throws {
    let found = try story("One.\n\n\(line)\n\nTwo.")
    #expect(found.body.map(\.text) == ["One.", "Two."])
    #expect(
      found.references.map { [$0.label ?? "", "\($0.naming)", "\($0.position ?? -1)"] } == [
        [label, naming, "1"]
      ])
  }

  @Test(arguments: [
    "Read more about [x](b.md) here.", "Read more: this is a whole sentence.", "Background: nothing new",
    "Note: [x](b.md)",
    "Read more: [x](b.md) before the meeting", "> Read more: [x](b.md)",
  ])
  func proseWithALinkStaysText(line: String) throws {
    let found = try story("One.\n\n\(line)")
    #expect(found.body.count == 2)
    #expect(found.references.allSatisfy { $0.label == nil })
  }

  @Test func relatedEntriesComeAfterTheText() throws {
    let found = try story(
      """
      ---\nrelated:\n  - b.md\n  - old-harbour\n  - A headline\n  - https://example.org/x\n  - {title: T, \
      slug: s-t}\n---\nOne.
      """
    )
    #expect(
      found.references.map {
        "\($0.naming) \($0.target ?? "") “\($0.text)” \($0.label ?? "") \($0.position ?? -1)"
      } == [
        "path news/harbour/b.md “b.md” Related 1", "slug old-harbour “old-harbour” Related 1",
        "headline A headline “A headline” Related 1",
        "url https://example.org/x “https://example.org/x” Related 1",
        "slug s-t “T” Related 1",
      ])
  }

  @Test func addressesAtTheEndOfLongParagraphsAreStillLinks() throws {
    let text = String(repeating: "[a] word\n", count: 3000) + "[x](b.md)"
    let found = try story(text)
    #expect(found.references.map(\.target) == ["news/harbour/b.md"])
    #expect(found.body.last?.line == 3001)
    let code = try story("```\n" + String(repeating: "[a]\n", count: 3000) + "```")
    #expect(code.body.map(\.text.utf8.count) == [3000 * 4 - 1])
  }
}
