import Stories
import StoryFormats
import Testing

/// What each version of ninjs forbids and allows.
@Suite struct NinjsRulesTests {
  private func problems(_ text: String) -> [Problem] {
    let reading = Ninjs().read(Source(path: "a.json", bytes: Array(text.utf8)))
    return reading.problems + reading.stories.flatMap(\.problems)
  }

  @Test(arguments: [
    #"{"uri": "urn:a"}"#,
    #"{"uri": "urn:a", "body_anything_at_all": "x", "description_usage": "y"}"#,
    #"{"uri": "urn:a", "type": "component", "ednote": "n", "firstcreated": "2024-01-02"}"#,
    #"{"uri": "urn:a", "urgency": 9, "version": "any words", "pubstatus": "withheld"}"#,
    #"{"standard": {"version": "2.1"}, "uri": "urn:a", "associations": [{"name": "n", "uri": "urn:b"}]}"#,
    #"{"standard": {"version": "2.0"}, "uri": "urn:a", "associations": [{"name": "n", "free": 1}]}"#,
    #"{"standard": {"version": "3.0"}, "uri": "urn:a", "embargoedUntil": "2024-01-02T03:04:05Z"}"#,
    #"{"uri": "urn:a", "type": "event", "eventDetails": {"dates": {"expectedStartDate": "2024-06"}}}"#,
    #"{"uri": "urn:a", "places": [{"geojson": {"type": "Point", "coordinates": [1, 2]}}]}"#,
    #"{"uri": "urn:a", "rightsInfo": {"linkedRights": "https://a.example/"}}"#,
  ])
  func whatIsAllowedIsNotReported(text: String) {
    #expect(problems(text).isEmpty)
  }

  @Test(arguments: [
    (#"{"headline": "x", "body_text": "y"}"#, "has no uri"),
    (#"{"uri": 4, "headline": "x"}"#, "a number"),
    (#"{"uri": "", "headline": "x"}"#, "is empty"),
    (#"{"uri": "urn:a", "pubstatus": "stat:usable"}"#, "not one of"),
    (#"{"uri": "urn:a", "urgency": 0}"#, "between 1 and 9"),
    (#"{"uri": "urn:a", "urgency": "3"}"#, "not a number"),
    (#"{"uri": "urn:a", "versioncreated": "yesterday"}"#, "ISO 8601"),
    (#"{"uri": "urn:a", "versioncreated": "2024"}"#, "is not a day of the calendar"),
    (#"{"$standard": {"version": "1.3"}, "uri": "urn:a", "expires": "2024-01-01"}"#, "1.3 has no member"),
    (#"{"$standard": {"version": "1.1"}, "uri": "urn:a", "ednote": "x"}"#, "1.1 has no member"),
    (#"{"standard": {"version": "7.0"}, "uri": "urn:a"}"#, "is not a ninjs version"),
    (#"{"standard": {"version": "2.1"}, "uri": "urn:a", "headlines": [{"role": "main"}]}"#, "has no value"),
    (#"{"standard": {"version": "2.1"}, "uri": "urn:a", "headlines": "x"}"#, "not a list"),
    (#"{"standard": {"version": "2.0"}, "uri": "urn:a", "associations": [{"free": 1}]}"#, "associations"),
    (#"{"uri": "urn:a", "places": [{"geojson": {"type": "Point"}}]}"#, "without coordinates"),
    (#"{"uri": "urn:a", "subjects": [{"name": "a", "relevance": 101}]}"#, "between 0 and 100"),
    (#"{"uri": "urn:a", "renditions": {"-x": {}}, "headline": "x"}"#, "is not a name"),
    (#"{"uri": "urn:a", "person": [{"name": "x", "contactinfo": [{"type": "mail"}]}]}"#, "exactly one of"),
    (#"{"uri": "urn:a", "headline": "x" "version": "1"}"#, "comma is missing"),
  ])
  func whatIsForbiddenIsReported(text: String, reason: String) {
    let found = problems(text)
    #expect(found.contains { $0.reason.contains(reason) }, "\(found.map(\.reason))")
  }

  @Test func aProblemNamesItsLine() throws {
    let found = problems("{\n  \"uri\": \"urn:a\",\n  \"headline\": \"H\",\n  \"urgency\": 12\n}")
    #expect(found.map(\.line) == [4])
  }

  @Test func eventsAndPlansGiveNeitherStoryNorProblem() {
    for text in [
      #"{"uri": "urn:a", "type": "event", "title": "Meeting"}"#,
      #"{"uri": "urn:a", "type": "planning", "plannedCoverage": [{"uri": "urn:b"}]}"#,
      #"""
      {"uri": "urn:a", "title": "Meeting", "eventDetails": {"dates": {"startDate": \#
      "2024-01-01T10:00:00Z"}}}
      """#,
    ] {
      let reading = Ninjs().read(Source(path: "a.json", bytes: Array(text.utf8)))
      #expect(reading.stories.isEmpty && reading.problems.isEmpty)
    }
  }
}
