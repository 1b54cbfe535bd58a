import Stories
import StoryFormats
import Testing

/// Mails, mailboxes, single-file pages and saved pages with a recorded description; `RECORD_SNAPSHOTS=1`
/// writes them again.
@Suite struct FixtureTests {
  /// A folder of fixtures of one format.
  struct Folder {
    var name: String
    var format: any StoryFormat
    /// The files' folder in a library.
    var place: String
    /// The least number of files.
    var least: Int
  }

  static let folders = [
    Folder(name: "Mail", format: Mail(), place: "mail", least: 10),
    Folder(name: "MHTML", format: MHTML(), place: "pages", least: 5),
    Folder(name: "Books", format: EPUB(), place: "books", least: 2),
    Folder(name: "HTML", format: SavedPage(), place: "saved", least: 12),
  ]

  @Test(arguments: folders.indices)
  func thereAreFixtures(index: Int) {
    #expect(RecordedReading(Self.folders[index].name).names.count >= Self.folders[index].least)
  }

  @Test(
    arguments: folders.indices.flatMap { index in
      RecordedReading(folders[index].name).names.map { (index, $0) }
    })
  func aFixtureIsReadAsRecorded(index: Int, name: String) throws {
    let folder = Self.folders[index]
    let fixtures = RecordedReading(folder.name)
    let source = try fixtures.source(name, in: folder.place)
    // A fragment of a page is recognised only by its extension.
    if folder.name != "HTML" { #expect(folder.format.recognises(source)) }
    #expect(Formats.format(for: source)?.name == folder.format.name)
    if folder.format.name == "mhtml" {
      #expect(!Formats.all.contains { $0.name != "mhtml" && $0.name != "mail" && $0.isCertain(source) })
    }
    try fixtures.expect(folder.format.read(source), of: name)
  }
}
