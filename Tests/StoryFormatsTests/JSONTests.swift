import Foundation
import Stories
import Testing

@testable import StoryFormats

@Suite("One JSON")
struct JSONTests {
  // MARK: The reader

  @Test(
    "Values are what Foundation says they are",
    arguments: [
      "null", "true", " [1, -2.5e3, 0, 1E-2, -0] ", "{\"a\":{\"b\":[\"c\",null,false]},\"a\\u0062\":1}",
      "\"\"",
      "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e6\\ud83d\\ude00æ😀\"", "[]", "{}", "[[[]],{}]",
      "12345678901234567890",
    ])
  func valuesAgree(text: String) throws {
    let value = try #require(JSONReader.value(of: text))
    let other = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    #expect(Self.same(value, other), "\(text)")
  }

  private static func same(_ value: JSONValue, _ other: Any) -> Bool {
    switch value {
    case .null: other is NSNull
    case .bool(let bool): other as? Bool == bool
    case .number(let number): (other as? NSNumber)?.doubleValue == number
    case .string(let text): (other as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
    case .array(let values):
      (other as? [Any]).map { $0.count == values.count && zip(values, $0).allSatisfy(same) } ?? false
    case .object(let members):
      (other as? [String: Any]).map { others in
        others.count == members.count
          && members.allSatisfy { name, value in others[name].map { same(value, $0) } ?? false }
      } ?? false
    }
  }

  @Test(
    "What breaks the rules is no JSON",
    arguments: [
      "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "[1 2]", "01", "1.", ".5", "-", "+1", "1e", "tru", "nulls",
      "\"a", "\"\\x\"", "\"\\u12\"", "\"a\nb\"", "[1]]", "{\"a\"}", "{\"a\":}", "'a'", "NaN", "[1],",
    ])
  func brokenTextHasNoValue(text: String) {
    #expect(JSONReader.value(of: text) == nil)
  }

  @Test("Halves of pairs, wrong bytes and numbers without end cost no more than themselves")
  func readableValuesAreKept() {
    #expect(JSONReader.value(of: "[\"a\\ud83d b\"]") == .array([.string("a\u{FFFD} b")]))
    #expect(JSONReader.value(of: "[\"\\ude00\\ud83d\\ude00\"]") == .array([.string("\u{FFFD}😀")]))
    #expect(JSONReader.value(of: "[1e999,2]") == .array([.null, .number(2)]))
    #expect(JSONReader.value(of: [0x22, 0xFF, 0x22]) == .string("\u{FFFD}"))
    #expect(JSONReader.value(of: "\u{FEFF}{\"a\":1,\"a\":2}") == .object(["a": .number(2)]))
  }

  @Test("Nesting is read to its bound and no deeper")
  func nestingIsBounded() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(JSONReader.value(of: nested(JSONDepth.maximum)) != nil)
    #expect(JSONReader.value(of: nested(JSONDepth.maximum + 1)) == nil)
    #expect(JSONReader.value(of: String(repeating: "[{\"a\":", count: 500_000)) == nil)
  }

  // MARK: The story

  @Test("Every story comes back as it was, on one line and on many")
  func everyStoryIsReadBack() throws {
    for (name, story) in RoundTripTests.stories {
      #expect(StoryRecord.decode(StoryRecord.encode(story)) == story, "\(name)")
      #expect(StoryRecord.decode(StoryJSON.object(story).pretty) == story, "\(name)")
    }
  }

  @Test("A file of what show prints is a library of the same stories", arguments: ["a.jsonl", "a.json"])
  func filesOfStoriesAreRead(path: String) throws {
    for (name, story) in RoundTripTests.stories where !story.headline.isEmpty {
      let object = StoryJSON.object(story)
      let text = path == "a.json" ? object.pretty : object.line + "\n"
      let source = Source(path: path, bytes: Array(text.utf8))
      let format = try #require(Formats.format(for: source), "\(name)")
      let back = try #require(format.read(source).stories.first, "\(name)")
      #expect(back.id == story.id && back.identifier == story.identifier, "\(name)")
      #expect(back.body == story.body && back.notes == story.notes, "\(name)")
      #expect(back.people == story.people && back.wire == story.wire, "\(name)")
      #expect(back.published == story.published && back.updated == story.updated, "\(name)")
      #expect(back.references.count == story.references.count, "\(name)")
    }
  }

  @Test("A row is the same object without the text")
  func rowsAreTheSameWithoutText() throws {
    for (name, story) in RoundTripTests.stories {
      var wanted = story
      (wanted.body, wanted.notes) = ([], [])
      #expect(StoryRecord.decode(StoryJSON.object(story, .row).line) == wanted, "\(name)")
    }
  }

  @Test("The table of fields names every field, and no other")
  func theTableIsTrue() throws {
    let known = Dictionary(
      uniqueKeysWithValues: StoryFields.objects.map { ($0.name, Set($0.fields.map(\.name))) })
    var met: [String: Set<String>] = [:]
    func look(_ value: JSONValue?, _ kind: String) {
      guard case .object(let members)? = value else { return }
      met[kind, default: []].formUnion(members.keys)
      func each(_ name: String, _ kind: String) { members[name]?.list.forEach { look($0, kind) } }
      switch kind {
      case "story":
        each("body", "block")
        each("notes", "note")
        each("references", "reference")
        each("teasers", "teaser")
        each("problems", "problem")
        each("translations", "translation")
        look(members["wire"], "wire")
      case "block":
        each("blocks", "block")
        each("inlines", "inline")
        for item in members["items"]?.list ?? [] { item["blocks"]?.list.forEach { look($0, "block") } }
      case "note": each("blocks", "block")
      default: break
      }
    }
    for (_, story) in RoundTripTests.stories {
      look(JSONReader.value(of: StoryRecord.encode(story)), "story")
    }
    #expect(met["story"] == known["story"])
    for (kind, names) in met { #expect(names.isSubset(of: known[kind] ?? []), "\(kind)") }
    #expect(known["block"]?.subtracting(met["block"] ?? []).isSubset(of: ["alignments", "cells"]) == true)
  }

  @Test("Lists may stand in each other as deep as blocks are read")
  func deepListsAreReadBack() {
    var block = Block(.paragraph([Inline("deep", marks: .strong, reference: 0)]))
    for _ in 0..<HTMLBlocks.maximumDepth { block = Block(.list(start: nil, [Block.Item([block])])) }
    var story = Story(id: StoryID(identifier: "a"), path: "a.md", format: "markdown", headline: "A")
    story.body = [block]
    story.references = [Reference(kind: .outside, text: "deep", target: "https://a.example", naming: .url)]
    #expect(StoryRecord.decode(StoryRecord.encode(story)) == story)
  }

  @Test("Moments keep how exactly they were said, and their zone", arguments: Timestamp.Precision.all)
  func momentsAreReadBack(precision: Timestamp.Precision) throws {
    for offset in [0, 3_600, -34_200, 45_900] {
      let moment = try #require(
        Timestamp(
          year: 2016, month: precision >= .month ? 3 : 1, day: precision >= .day ? 29 : 1,
          hour: precision >= .minute ? 9 : 0, minute: precision >= .minute ? 12 : 0,
          second: precision == .second ? 7 : 0, offset: offset, precision: precision))
      #expect(Timestamp(exact: moment.exact) == moment, "\(moment.exact)")
    }
    for text in [
      "", "Z", "2016-", "2016-13", "2016-03-29T", "T09:12", "2016-03-29T09", "2016-W12", "-1", "+",
    ] {
      #expect(Timestamp(exact: text) == nil, "\(text)")
    }
  }

  @Test("Objects that say nonsense make stories or none, and links lead nowhere that is not there")
  func nonsenseIsHarmless() throws {
    let start = "{\"generator\":\"newsroom\",\"version\":1,\"id\":\"0123456789abcdef\",\"headline\":\"A\","
    for rest in [
      "\"body\":7}",
      "\"body\":[7,{},{\"kind\":\"list\",\"items\":[7,{}]},{\"kind\":\"table\",\"rows\":[7]}]}",
      "\"body\":[{\"kind\":\"list\",\"start\":-9e15,\"items\":[]}],\"ordinal\":1e300}",
      "\"references\":[{\"text\":\"x\",\"position\":-9}],\"wire\":[],\"published\":\"yesterday\"}",
    ] {
      let story = try #require(StoryRecord.decode(start + rest), "\(rest)")
      #expect(story.published == nil && story.references.allSatisfy { $0.position ?? 0 >= 0 })
    }
    let linked =
      start + "\"body\":[{\"kind\":\"hymn\",\"text\":\"x\",\"inlines\":[{\"text\":\"x\",\"reference\":4}]}]}"
    #expect(StoryRecord.decode(linked)?.body == [Block(.paragraph([Inline("x")]))])
    #expect(StoryRecord.decode("{\"headline\":\"A\"}") == nil)
  }

  @Test("What was kept before there was one JSON is read")
  func earlierRecordsAreRead() throws {
    for (name, story) in RoundTripTests.stories.prefix(20) {
      let earlier = String(decoding: try JSONEncoder().encode(story), as: UTF8.self)
      #expect(StoryRecord.decode(earlier) == story, "\(name)")
    }
  }
}

extension Timestamp.Precision {
  fileprivate static let all: [Timestamp.Precision] = [.year, .month, .day, .minute, .second]
}
