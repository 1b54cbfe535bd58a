import Stories
import StoryFormats
import Testing

/// Files of records with a recorded description of what was read.
@Test(arguments: RecordedReading("Records").names)
func aFileOfRecordsIsReadAsRecorded(name: String) throws {
  let fixtures = RecordedReading("Records")
  let source = try fixtures.source(name, in: "news")
  let format = try #require(Formats.format(for: source))
  try fixtures.expect(format.read(source), of: name)
}

@Test func thereAreFilesOfRecords() {
  #expect(RecordedReading("Records").names.count >= 4)
}
