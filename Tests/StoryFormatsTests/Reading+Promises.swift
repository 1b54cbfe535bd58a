import Stories
import TestSupport
import Testing

/// Checks that the reading of a hostile file keeps what every story promises.
func expectPromises(_ reading: Reading?, location: SourceLocation = #_sourceLocation) {
  #expect(Promises.broken(by: reading?.stories ?? []) == [], sourceLocation: location)
}
