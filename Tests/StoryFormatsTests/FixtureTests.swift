import Stories
import StoryFormats
import Testing

/// Mails, mailboxes, pages in one file and saved pages beside a recorded description; `RECORD_SNAPSHOTS=1`
/// writes them anew.
@Suite struct FixtureTests {
  /// A folder of fixtures of one format.
  struct Folder {
    var name: String
    var format: any StoryFormat
    /// Where in a library the files stand.
    var place: String
    /// How many there are at least.
    var least: Int
  }

  static let folders = [
    Folder(name: "Mail", format: Mail(), place: "mail", least: 10),
    Folder(name: "MHTML", format: MHTML(), place: "pages", least: 5),
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
    // A page may be a piece of one, told by its ending alone.
    if folder.name != "HTML" { #expect(folder.format.recognises(source)) }
    #expect(Formats.format(for: source)?.name == folder.format.name)
    if folder.format.name == "mhtml" {
      #expect(!Formats.all.contains { $0.name != "mhtml" && $0.name != "mail" && $0.isCertain(source) })
    }
    try fixtures.expect(folder.format.read(source), of: name)
  }
}
