import Stories
import StoryFormats
import Testing

/// Which files are read as feeds, and which are left to other formats.
@Suite struct FeedRecognitionTests {
  private func format(of text: String) -> String? {
    let source = Source(path: "in/file.xml", bytes: Array(text.utf8))
    let all = FeedFixtureTests.formats.filter { $0.recognises(source) }.map(\.name)
    #expect(all.count <= 1)
    return all.first
  }

  @Test(arguments: [
    ("<rss version=\"2.0\"><channel/></rss>", "rss"),
    ("\u{FEFF}  \n<?xml version='1.0'?>\n<!-- a > b --><!DOCTYPE rss [<!ENTITY x \"y\">]><rss>", "rss"),
    (
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>",
      "rss"
    ),
    ("<r:RDF xmlns:r=\"x\" xmlns = \"http://my.netscape.com/rdf/simple/0.9/\">", "rss"),
    ("<Channel xmlns=\"http://purl.org/net/rss1.1#\">", "rss"),
    ("<channel><title>Loose</title><item/></channel>", "rss"),
    ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", "atom"),
    ("<feed xmlns='http://www.w3.org/2005/atom/'>", "atom"),
    ("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\">", "atom"),
    ("<atom:entry xmlns:atom=\"http://www.w3.org/2005/Atom\">", "atom"),
    ("<feed><title>No namespace</title></feed>", "atom"),
    ("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": []}", "jsonfeed"),
    ("\n{\"items\": [], \"version\" : \"https:\\/\\/jsonfeed.org\\/version\\/1.1\"}", "jsonfeed"),
    ("{\"version\": \"1.1\", \"home_page_url\": \"https://a.example\", \"items\": []}", "jsonfeed"),
  ])
  func feedsAreRecognised(text: String, name: String) {
    #expect(format(of: text) == name)
  }

  @Test(arguments: [
    "", "<", "<r", "{", "plain text about <rss> and feeds", "<html><rss></rss></html>",
    "<nitf><head><title>x</title></head></nitf>",
    "<newsItem xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><rss/></newsItem>",
    "<NewsML><NewsItem/></NewsML>", "<opml><body/></opml>",
    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">",
    """
    <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' \
    xmlns:foaf='http://xmlns.com/foaf/0.1/'>
    """,
    "<service xmlns=\"http://www.w3.org/2007/app\" xmlns:atom=\"http://www.w3.org/2005/Atom\">",
    "<entry xmlns=\"urn:dictionary\"><title>word</title></entry>",
    "<feed xmlns=\"urn:animals\"><hay/></feed>",
    "{\"version\": \"1.0\", \"uri\": \"urn:x\", \"body_text\": \"see https://jsonfeed.org/version/1\"}",
    "{\"type\": \"text\", \"note\": \"version: https://jsonfeed.org/version/1\", \"items\": []}",
    "[{\"version\": \"https://jsonfeed.org/version/1\"}]",
  ])
  func otherFilesAreNot(text: String) {
    #expect(format(of: text) == nil)
  }

  @Test func aFileOfTheWrongEndingIsReadAsWhatItIs() {
    let atom =
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>urn:x:1</id><title>A</title></entry></feed>"
    let reading = RSS().read(Source(path: "a.rss", bytes: Array(atom.utf8)))
    #expect(reading.stories.map(\.headline) == ["A"])
    #expect(reading.stories.first?.format == "atom")
  }

  @Test func aPageSavedAsAFeedIsAProblem() {
    let reading = RSS().read(Source(path: "a.rss", bytes: Array("<html><p>404</p></html>".utf8)))
    #expect(reading.stories.isEmpty)
    #expect(reading.problems.count == 1)
  }
}
