import Foundation
import Stories
import StoryFormats
import Testing

/// What every format promises about every story, whatever the file, because all end in `Story.finish`.
@Suite struct PromiseTests {
  /// Every fixture with its reading.
  static let readings: [(path: String, source: Source, format: any StoryFormat, reading: Reading)] = {
    let fixtures = RoundTripTests.fixtures
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: fixtures.path)) ?? []
    return paths.sorted().compactMap { path in
      guard !path.hasSuffix(".expected"), !path.hasPrefix("Findings"),
        let bytes = try? Data(contentsOf: fixtures.appending(path: path))
      else { return nil }
      let source = Source(path: path, bytes: [UInt8](bytes))
      return Formats.format(for: source).map { (path, source, $0, $0.read(source)) }
    }
  }()

  @Test func thereIsAFixtureOfEveryFormat() {
    let read = Set(Self.readings.flatMap { $0.reading.stories.map(\.format) })
    #expect(Set(Formats.all.map(\.name)).subtracting(read) == [])
  }

  @Test func everyStoryKeepsThePromises() {
    var broken: [String] = []
    for (path, _, _, reading) in Self.readings {
      // Planning items are not stories, and not wrong either.
      if reading.stories.isEmpty, reading.problems.isEmpty, path != "Wire/planning.xml" {
        broken.append("\(path): neither a story nor a problem")
      }
      for story in reading.stories {
        func promise(_ holds: Bool, _ what: String) {
          if !holds { broken.append("\(path) “\(story.headline)”: \(what)") }
        }
        promise(!story.headline.isEmpty, "a headline")
        promise(!story.headline.contains(where: \.isNewline), "a headline of one line")
        promise(story.standfirst != story.headline, "a standfirst that is not the headline")
        promise(story.standfirst?.isEmpty != true, "no empty standfirst")
        promise(story.published != nil || story.updated == nil, "a date where there is a later one")
        promise(story.updated == nil || story.updated != story.published, "an update that is one")
        promise(Set(story.tags).count == story.tags.count, "tags once each")
        promise(Set(story.bylines).count == story.bylines.count, "bylines once each")
        promise(Set(story.slugs).count == story.slugs.count, "names once each")
        let primary = story.language?.prefix { $0 != "-" } ?? "en"
        promise(primary == primary.lowercased() && (2...3).contains(primary.count), "a language tag, or none")
      }
    }
    #expect(broken == [])
  }

  /// Runs of words that are left out on purpose, by fixture: text that a reader does not want.
  static let leftOut: [String: [String]] = [
    // An older version of an entry that is in the feed twice.
    "Feeds/atom-1.0.atom": ["failed see the old bells"],
    "Feeds/broken-garbage.xml": ["warning cannot modify"],
    // A feed's text about itself.
    "Feeds/rss-0.91.rss": ["what is on at the quay"],
    "Feeds/rss-1.0.rdf": ["decisions as they are signed"],
    "Mail/newsletter.eml": ["view the newsletter on the web"],
    // References that were encoded twice become signs in the headline.
    "Feeds/titles.rss": ["lt b gt bold"],
    // Comments, consent dialogs, other stories, the site's own lines.
    "HTML/blog.html": ["lovely evening we heard it"],
    "HTML/consent-and-comments.html": [
      "wir und unsere partner", "und wann kommt der", "endlich wieder brot", "es drei tage lag",
      "folgen sie uns",
    ],
    "HTML/french.html": ["la criée déménage"],
    "HTML/news-site.html": [
      "finally and about time", "rowers win by", "we use cookies", "the skarvby courier all rights",
    ],
    // Template tags, comments in front matter, marks of footnotes.
    "Markdown/2016-03-29-harbour.md": ["a site baseurl link", "two desks share this one"],
    "Markdown/notes.md": ["first b and second"],
    "Markdown/templates.md": ["figure src img"],
    // Dates and roles, which are read as such.
    "PlainText/bylines.txt": ["business correspondent march"],
    "PlainText/norwegian.txt": ["publisert mai kl"],
    "Mail/alternative-plain-richer.eml": ["view this email in your"],
    "Mail/alternative-html-richer.eml": ["this message needs a program"],
    "Wire/several.iptc": ["bafx0412 i lyg afx tn71", "afx0413 i lyg afx tn72"],
    "Wire/superdesk-guid.json": ["words that no reader of"],
    // A planning item in a message, and a caption in a second language.
    "Wire/message.xml": ["a plan not a story"],
    "Wire/picture.xml": ["færgen ved kajen i juli"],
  ]

  /// How many lost words in a row make a sentence that somebody would miss.
  static let longRow = 5

  @Test func noSentenceIsLostInSilence() {
    var lost: [String] = []
    // Pages made only for the text have their own tests, and furniture for its own sake.
    for (path, source, format, reading) in Self.readings
    where !path.hasPrefix("Pages/") && !path.hasPrefix("PageFacts/") {
      let rows = LostWords(of: source, format: format, reading: reading).rows
      for row in rows where row.count >= Self.longRow {
        let words = row.joined(separator: " ")
        if !(Self.leftOut[path] ?? []).contains(where: { words.hasPrefix($0) }) {
          lost.append("\(path): \(words)")
        }
      }
    }
    #expect(lost == [])
  }
}
