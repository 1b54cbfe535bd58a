internal import Stories

/// What an agency's format says about one item, in the same words for every format.
///
/// NITF, NewsML-G2 and ninjs describe the same things (the IPTC's News Architecture) in three ways. Each
/// reader only fills this in; `story(format:ordinal:isAlone:)` makes the story for all of them.
struct WireItem {
  /// A subject of the item.
  struct Subject {
    enum Kind: Int {
      case topic, person, organisation, place, event, object

      /// The kind for a concept's nature, in lower case and without its scheme (IPTC NewsCodes, "Concept
      /// Nature"; topic types in NewsML 1).
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
    /// Whether its scheme is for desks or sections, so that it says where the story belongs, not what it is
    /// about.
    var isSection = false
  }

  /// A link to another item.
  struct Link {
    /// The other item's relation to this one, as the format gives it: "irel:seeAlso", "previousVersion".
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
  /// A working title, used if there is no headline.
  var title: String?
  /// Lines between headline and text, in order.
  var standfirsts: [String] = []
  /// Lines that name the authors ("By Ida Lund and Per Holm, Staff Reporters").
  var bylines: [String] = []
  /// Single names, used if there is no byline.
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
  /// When its content was made: a photograph may be decades older than its item.
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
  /// Whether the format declares it a correction.
  var isCorrection = false
  /// Its other identifiers.
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

  /// Records a problem, up to a limit.
  mutating func note(_ reason: String, line: Int? = nil) {
    guard problems.count < 40 else { return }
    problems.append(Problem(path: path, line: line.flatMap { $0 > 0 ? $0 : nil }, reason: reason))
  }

  /// The date of a member or element; an unreadable one is reported.
  mutating func date(_ text: String?, of name: String, line: Int? = nil) -> Timestamp? {
    guard let text = text.map(MarkupTree.collapsed), !text.isEmpty else { return nil }
    if let date = DateReading.read(text) ?? Self.zonedDay(text) { return date }
    note("the date “\(text.prefix(60))” of \(name) can't be read", line: line)
    return nil
  }

  /// A day with a zone and no time, "20240312+0100" or "2024-03-12Z", as in XML Schema.
  private static func zonedDay(_ text: String) -> Timestamp? {
    let length = text.utf8.dropFirst(4).first == UInt8(ascii: "-") ? 10 : 8
    let zone = text.dropFirst(length)
    guard let sign = zone.first, "+-Z".contains(sign), zone.utf8.count <= 6,
      zone.dropFirst().allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ":") })
    else { return nil }
    return DateReading.read(String(text.prefix(length)))
  }

  /// A whole number from a version: "2", "2.1" (its first part); nil for words.
  static func versionNumber(_ text: String?) -> Int? {
    guard let digits = text?.trimmedASCII.prefix(while: { $0.isASCII && $0.isNumber }), !digits.isEmpty,
      digits.utf8.count <= 15
    else { return nil }
    return Int(digits)
  }

  /// Takes an urgency from 1 to 9, and ignores others.
  mutating func takeUrgency(_ text: String?) {
    guard urgency == nil, let number = text.flatMap({ Int($0.trimmedASCII) }), (1...9).contains(number) else {
      return
    }
    urgency = number
  }

  /// Adds blocks, with their references after the existing ones.
  mutating func append(_ more: HTMLFragment.Content) {
    let shift = content.references.count
    content.references += more.references
    content.blocks += shift == 0 ? more.blocks : more.blocks.map { $0.shiftingReferences(by: shift) }
  }
}
