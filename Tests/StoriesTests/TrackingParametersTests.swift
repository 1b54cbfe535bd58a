import Stories
import Testing

@Test(arguments: [
  ("https://example.org/a?utm_source=x&id=3&fbclid=1#part", "https://example.org/a?id=3#part"),
  ("https://example.org/a?UTM_Campaign=x", "https://example.org/a"),
  ("https://example.org/a?id=3", "https://example.org/a?id=3"),
  ("https://example.org/#a?utm_source=x", "https://example.org/#a?utm_source=x"),
  ("https://example.org/?utm_medium=x#top", "https://example.org/#top"), ("", ""), ("?", ""),
])
func trackingParametersAreRemoved(_ address: String, _ clean: String) {
  #expect(TrackingParameters.removed(from: address) == clean)
}
