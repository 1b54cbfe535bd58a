import Testing

@testable import StoryFormats

/// YAML through libyaml.
@Suite struct YAMLTreeTests {
  /// The tree in few letters: plain texts bare, others in quotation marks, the lines of names in front.
  private func told(_ tree: YAMLTree?) -> String {
    switch tree {
    case nil: "nothing"
    case .scalar(let text, true, _): text
    case .scalar(let text, false, _): "'\(text)'"
    case .sequence(let nodes): "[" + nodes.map(told).joined(separator: ", ") + "]"
    case .mapping(let pairs):
      "{"
        + pairs.map { pair in
          if case .scalar(_, _, let line) = pair.key {
            return "\(line) \(told(pair.key)): \(told(pair.value))"
          }
          return "? \(told(pair.key)): \(told(pair.value))"
        }.joined(separator: ", ") + "}"
    }
  }

  @Test(arguments: [
    ("", "nothing"), ("\n# only words about it\n", "nothing"), ("one", "one"), ("'one'", "'one'"),
    ("a: 1\nb: \"two\"\n", "{1 a: 1, 2 b: 'two'}"),
    ("a:\n  - b\n  - c: d\n", "{1 a: [b, {3 c: d}]}"),
    ("a: [b, {c: d}]", "{1 a: [b, {1 c: d}]}"),
    ("a: |\n  two\n  lines\nb: >-\n  one\n  line\n", "{1 a: 'two\nlines\n', 4 b: 'one line'}"),
    ("a: &x [1, 2]\nb: *x\nc: &x 3\nd: *x", "{1 a: [1, 2], 2 b: [1, 2], 3 c: 3, 4 d: 3}"),
    ("? [a]\n: b", "{? [a]: b}"), ("a: !!str 7\nb: ~\nc:", "{1 a: 7, 2 b: ~, 3 c: }"),
    ("blåbær: grød 🫐", "{1 blåbær: grød 🫐}"), ("\u{FEFF}a: 1", "{1 a: 1}"),
    ("--- a\n...\n", "a"), ("a: \"x\\0y\"", "{1 a: 'x\0y'}"),
  ])
  func aTextIsATree(_ text: String, _ tree: String) throws {
    #expect(told(try YAMLTree.read(text)) == tree)
  }

  @Test(
    arguments: [
      ("a: 1\nb: 2\nb: 3\na: 4", 1, "“a” appears twice"),
      ("x:\n  b: 2\n  b: 3", 2, "“b” appears twice"),
      ("a: *b", 1, "found undefined alias"),
      ("a: 1\n--- \nb: 2", 2, "but found another document"),
      ("a: 1\nb: [", 3, "did not find expected node content"),
      ("a: b: c", 1, "mapping values are not allowed in this context"),
      ("a: 'b", 1, "found unexpected end of stream"),
      ("a\0b", nil, "control characters are not allowed"),
      ("a: \u{1}", nil, "control characters are not allowed"),
    ] as [(String, Int?, String)])
  func aFaultHasItsLine(_ text: String, _ line: Int?, _ reason: String) throws {
    let fault = #expect(throws: YAMLTree.Fault.self) { try YAMLTree.read(text) }
    #expect(fault?.line == line)
    #expect(fault?.reason == reason)
  }

  /// A name in letters and the same one in quotation marks are one name.
  @Test func namesAreComparedAsText() throws {
    #expect(throws: YAMLTree.Fault.self) { try YAMLTree.read("a: 1\n\"a\": 2") }
    #expect(told(try YAMLTree.read("a: 1\nA: 2")) == "{1 a: 1, 2 A: 2}")
  }
}
