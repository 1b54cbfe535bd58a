import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

/// Which stories are translations because one names the other.
@Suite struct NamedTranslationTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  /// Writes a page with an address and the links to its other languages.
  private func page(
    _ name: String, _ language: String, _ headline: String, _ others: [(String, String)] = [],
    head: String = ""
  ) throws {
    let links = others.map { language, other in
      let address = other.contains("/") ? other : "https://isle.example/\(other)"
      return #"<link rel="alternate" hreflang="\#(language)" href="\#(address)">"#
    }
    try newsroom.write(
      "pages/\(name).html",
      """
      <!doctype html><html lang="\(language)"><head><title>\(headline)</title>
      <link rel="canonical" href="https://isle.example/\(name)">\(links.joined(separator: "\n"))\(head)</head>
      <body><article><h1>\(headline)</h1><p>\(headline), as it was told on the quay at nine in the morning by
      the harbour master and nobody else.</p><p>There were forty people, two dogs and a pram at \(name).</p>
      </article></body></html>
      """)
  }

  private func translations(
    of path: String, _ number: Int = 0, in library: Library
  ) throws -> [String] {
    let stories = try library.find(path)
    let story = try #require(stories.dropFirst(number).first)
    return try library.open(story.id).related.filter { $0.reason == .translation }
      .map { "\($0.language ?? "-"): \($0.title)" }
  }

  @Test func oneOfTwoPagesNeedOnlyNameTheOther() throws {
    try page("ferry", "en", "The ferry sails", [("da", "faerge"), ("x-default", "stranger")])
    try page("faerge", "da", "Færgen sejler")
    try page("stranger", "sv", "Främlingen på kajen")
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try translations(of: "pages/ferry.html", in: library) == ["da: Færgen sejler"])
    #expect(try translations(of: "pages/faerge.html", in: library) == ["en: The ferry sails"])
    #expect(try translations(of: "pages/stranger.html", in: library).isEmpty)
  }

  @Test func aPageIsNotItsOwnTranslationNorThatOfItsLanguage() throws {
    try page(
      "ferry", "en-GB", "The ferry sails", [("en-GB", "ferry"), ("en-US", "ferry-us"), ("da", "ferry")])
    try page("ferry-us", "en-US", "The ferryboat sails", [("en-GB", "ferry")])
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try translations(of: "pages/ferry.html", in: library).isEmpty)
    #expect(try translations(of: "pages/ferry-us.html", in: library).isEmpty)
  }

  @Test func anotherStoryAtThatAddressIsNoTranslation() throws {
    // It is Swedish now, and was Danish when it was named.
    try page("ferry", "en", "The ferry sails", [("da", "faerge")])
    try page("faerge", "sv", "Färjan seglar")
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try translations(of: "pages/ferry.html", in: library).isEmpty)
    #expect(try translations(of: "pages/faerge.html", in: library).isEmpty)
  }

  @Test func aPageThatManyNameIsTheTranslationOfTheOneItNames() throws {
    try page("ferry", "en", "The ferry sails", [("da", "forside"), ("sv", "farja")])
    try page("bridge", "en", "The bridge stands", [("da", "forside"), ("sv", "farja")])
    try page("forside", "da", "Færgen og broen")
    try page("farja", "sv", "Färjan seglar", [("en", "ferry")])
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try translations(of: "pages/ferry.html", in: library) == ["sv: Färjan seglar"])
    #expect(try translations(of: "pages/bridge.html", in: library).isEmpty)
    #expect(try translations(of: "pages/forside.html", in: library).isEmpty)
    #expect(try translations(of: "pages/farja.html", in: library) == ["en: The ferry sails"])
  }

  @Test func ofFiveHundredLanguagesTheFirstFiftyAreLookedUp() throws {
    let many = (0..<500).map { ("da", "nothing-\($0)") }
    try page("late", "en", "The ferry sails", many + [("sv", "farja")])
    try page("early", "en", "The bridge stands", [("sv", "bro")] + many)
    try page("farja", "sv", "Färjan seglar")
    try page("bro", "sv", "Bron står kvar")
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try translations(of: "pages/early.html", in: library) == ["sv: Bron står kvar"])
    #expect(try translations(of: "pages/late.html", in: library).isEmpty)
  }

  @Test func linkedDataNamesAddressesAndObjects() throws {
    try page(
      "ferry", "en", "The ferry sails",
      head: """
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "The ferry sails",
        "workTranslation": [{"@id": "https://isle.example/faerge", "inLanguage": "da"},
        "https://isle.example/farja"]}</script>
        """)
    try page("faerge", "da", "Færgen sejler")
    try page(
      "farja", "sv", "Färjan seglar",
      head: """
        <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Färjan seglar",
        "translationOfWork": {"url": "https://isle.example/ferry", "inLanguage": "English"}}</script>
        """)
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(
      try translations(of: "pages/ferry.html", in: library) == ["da: Færgen sejler", "sv: Färjan seglar"])
    #expect(try translations(of: "pages/farja.html", in: library) == ["en: The ferry sails"])
  }

  @Test func theReadersLanguagesComeFirstInTheirOrder() throws {
    let others = [("da", "faerge"), ("sv", "farja"), ("de", "faehre"), ("fi", "lautta")]
    try page("ferry", "en", "The ferry sails", others)
    try page("faerge", "da", "Færgen sejler")
    try page("farja", "sv", "Färjan seglar")
    try page("faehre", "de", "Die Fähre fährt")
    try page("lautta", "fi", "Lautta lähtee")
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath)
    configuration.languages = ["fi_FI.UTF-8", "sv-SE", "fi"]
    let library = try Library(configuration)
    try library.refreshed()
    #expect(
      try translations(of: "pages/ferry.html", in: library) == [
        "fi: Lautta lähtee", "sv: Färjan seglar", "da: Færgen sejler", "de: Die Fähre fährt",
      ])
  }

  @Test func entriesOfFeedsNameTheirOtherLanguages() throws {
    try newsroom.write(
      "en.xml",
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Isle</title><id>urn:isle:en</id>
      <entry><id>urn:isle:1</id><title>The ferry sails</title><updated>2026-03-01T10:00:00Z</updated>
      <link rel="alternate" hreflang="da" href="https://isle.example/da/ferry"/>
      <link rel="alternate" hreflang="en" href="https://isle.example/en/ferry"/>
      <summary>The ferry sails at nine in the morning from the quay.</summary></entry></feed>
      """)
    try newsroom.write(
      "da.xml",
      """
      <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Øen</title>
      <language>da</language><link>https://isle.example/da/</link>
      <item><title>Færgen sejler</title><link>https://isle.example/da/ferry</link>
      <description>Færgen sejler klokken ni om morgenen fra kajen.</description></item></channel></rss>
      """)
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try translations(of: "en.xml", in: library) == ["da: Færgen sejler"])
    #expect(try translations(of: "da.xml", in: library) == ["en: The ferry sails"])
    let id = try #require(library.find("en.xml").first).id
    #expect(try library.open(id).story.url == "https://isle.example/en/ferry")
  }

  @Test func itemsOfAWireNameTheItemTheyWereTranslatedFrom() throws {
    func item(_ guid: String, _ language: String, _ headline: String, _ link: String = "") -> String {
      """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="\(guid)" version="1" standard="NewsML-G2"
       standardversion="2.30" conformance="power" xml:lang="\(language)">
      <itemMeta><itemClass qcode="ninat:text"/><provider literal="Isle"/>
      <versionCreated>2026-03-01T10:00:00Z</versionCreated>\(link)</itemMeta>
      <contentMeta><headline>\(headline)</headline></contentMeta>
      <contentSet><inlineData contenttype="text/plain">\(headline) klokken ni, at nine.</inlineData></contentSet>
      </newsItem>
      """
    }
    try newsroom.write("a.xml", item("urn:newsml:isle:1", "en", "The ferry sails"))
    try newsroom.write(
      "b.xml",
      item(
        "urn:newsml:isle:2", "da", "Færgen sejler",
        #"<link rel="irel:translatedFrom" residref="urn:newsml:isle:1"/>"#))
    try newsroom.write(
      "c.json",
      """
      {"uri": "urn:newsml:isle:3", "type": "text", "language": "sv", "headline": "Färjan seglar",
       "versioncreated": "2026-03-01T11:00:00Z", "body_text": "Färjan seglar klockan nio.",
       "associations": {"translationOf": {"uri": "urn:newsml:isle:1", "type": "text",
       "headline": "The ferry sails"}}}
      """)
    let library = try newsroom.library(Formats.all)
    try library.refreshed()
    #expect(try translations(of: "a.xml", in: library) == ["da: Færgen sejler", "sv: Färjan seglar"])
    #expect(try translations(of: "b.xml", in: library) == ["en: The ferry sails"])
    #expect(try translations(of: "c.json", in: library) == ["en: The ferry sails"])
  }
}
