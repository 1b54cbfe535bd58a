internal import Stories

/// What agencies' formats say of one item, before it is a story: the same words, whichever format wrote them
/// down.
///
/// NITF, NewsML-G2 and ninjs name one set of things (the IPTC's News Architecture) in three ways. Each reader
/// only fills this in; `story(format:ordinal:isAlone:)` decides once, for all of them, what becomes of it.
struct WireItem {
  /// Something the item is about.
  struct Subject {
    enum Kind: Int {
      case topic, person, organisation, place, event, object

      /// By the nature of a concept, in lower case and without its scheme (IPTC NewsCodes, "Concept Nature";
      /// the types of topics in NewsML 1).
      init(concept: String) {
        self =
          switch concept {
          case "person", "people": .person
          case "organisation", "organization", "company", "party": .organisation
          case "geoarea", "poi", "place", "location", "country", "city", "region", "geography": .place
          case "event": .event
          case "object": .object
          default: .topic
          }
      }
    }
    var kind = Kind.topic
    /// Its name in words.
    var name: String?
    /// Its code with the alias of its scheme, "medtop:20000002".
    var code: String?
    /// Whether its scheme is one of desks or sections, so that it says where the story stands, not what it is
    /// about.
    var isSection = false
  }

  /// A way to another item.
  struct Link {
    /// What the other is to this one, as the format says it: "irel:seeAlso", "previousVersion".
    var relation: String
    /// Its guid or address.
    var target: String
    /// Its headline or title.
    var title: String?
  }

  /// The path of the file, for problems.
  let path: String

  var guid: String?
  var url: String?
  var headline: String?
  /// A working title, for want of a headline.
  var title: String?
  /// Lines between headline and text, in order.
  var standfirsts: [String] = []
  /// Lines that name who wrote it ("By Ida Lund and Per Holm, Staff Reporters").
  var bylines: [String] = []
  /// Single names, for want of a byline.
  var creators: [String] = []
  var dateline: String?
  var section: String?
  var subjects: [Subject] = []
  var genres: [String] = []
  var keywords: [String] = []
  var language: String?
  /// When the first version was made or issued.
  var firstCreated: Timestamp?
  /// When this version was made.
  var versionCreated: Timestamp?
  /// When what it shows or tells was made: a photograph may be older than its item by decades.
  var contentCreated: Timestamp?
  var embargo: Timestamp?
  var status = Wire.Status.usable
  var version: Int?
  var urgency: Int?
  var slugline: String?
  var provider: String?
  var creditLine: String?
  var copyrightHolder: String?
  var copyrightNotice: String?
  var usageTerms: [String] = []
  var notes: [String] = []
  /// Whether the format says that it corrects what went out before.
  var isCorrection = false
  /// Other identifiers it is known by.
  var otherNames: [String] = []
  var links: [Link] = []
  /// The text, and the links in it.
  var content = HTMLFragment.Content()
  /// Pictures, films and sounds that come with it.
  var figures: [Block] = []
  var problems: [Problem] = []

  init(path: String) {
    self.path = path
  }

  /// Notes something wrong, up to a bound.
  mutating func note(_ reason: String, line: Int? = nil) {
    guard problems.count < 40 else { return }
    problems.append(Problem(path: path, line: line.flatMap { $0 > 0 ? $0 : nil }, reason: reason))
  }

  /// A date that a member or element has; one that can't be read is noted.
  mutating func date(_ text: String?, of name: String, line: Int? = nil) -> Timestamp? {
    guard let text = text.map(MarkupTree.collapsed), !text.isEmpty else { return nil }
    if let date = DateReading.read(text) ?? Self.zonedDay(text) { return date }
    note("the date “\(text.prefix(60))” of \(name) can't be read", line: line)
    return nil
  }

  /// A day with a zone and no time, "20240312+0100" or "2024-03-12Z", as XML Schema has dates.
  private static func zonedDay(_ text: String) -> Timestamp? {
    let length = text.utf8.dropFirst(4).first == UInt8(ascii: "-") ? 10 : 8
    let zone = text.dropFirst(length)
    guard let sign = zone.first, "+-Z".contains(sign), zone.utf8.count <= 6,
      zone.dropFirst().allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":") })
    else { return nil }
    return DateReading.read(String(text.prefix(length)))
  }

  /// A whole number from the text of a version: "2", "2.1" (its first part); nil for words.
  static func versionNumber(_ text: String?) -> Int? {
    guard let digits = text?.trimmedASCII.prefix(while: { $0.isASCII && $0.isNumber }), !digits.isEmpty,
      digits.utf8.count <= 15
    else { return nil }
    return Int(digits)
  }

  /// Takes an urgency from 1 to 9; others are none.
  mutating func takeUrgency(_ text: String?) {
    guard urgency == nil, let number = text.flatMap({ Int($0.trimmedASCII) }), (1...9).contains(number) else {
      return
    }
    urgency = number
  }

  /// Adds blocks, their references behind those already there.
  mutating func append(_ more: HTMLFragment.Content) {
    let shift = content.references.count
    content.references += more.references
    content.blocks += shift == 0 ? more.blocks : more.blocks.map { $0.shiftingReferences(by: shift) }
  }
}
