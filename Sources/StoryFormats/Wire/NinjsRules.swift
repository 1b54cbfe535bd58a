/// The possible values of ninjs.
indirect enum NinjsShape: Sendable {
  /// Any text.
  case text
  /// A non-empty text that identifies a thing by an address or a URN.
  case identifier
  /// A moment in ISO 8601.
  case date
  /// A date whose day or month may be missing.
  case shortDate
  case number
  /// A whole number, within bounds if given.
  case whole(ClosedRange<Int>?)
  /// One of a few words.
  case word([String])
  case list(NinjsShape)
  case object(NinjsRecord)
  /// An object with free names that begin with a letter or digit.
  case named(NinjsShape)
  /// Another item, with members it must have besides an item's own rules.
  case item(required: [String])
  /// An object without further rules.
  case anyObject
  /// A place on earth (RFC 7946).
  case geometry
}

/// The members of an object.
struct NinjsRecord: Sendable {
  var members: [String: NinjsShape]
  var required: [String] = []
  /// Exactly one of these must be there.
  var oneOf: [String] = []
  /// Members by the prefix of their names.
  var families: [String: NinjsShape] = [:]
  /// Whether other members are allowed.
  var isOpen = false
}

/// The versions of ninjs and what each of them allows.
///
/// Written from the IPTC's published definitions (ninjs 1.0 to 1.6, 2.0 to 2.2, 3.0 and 3.1): names of
/// members, their kinds, the version that introduced them. Members of the development drafts (`advices`) are
/// allowed.
enum NinjsRules {
  /// A member, and the minor version that introduced or changed it.
  struct Row: Sendable {
    var name: String
    var shape: NinjsShape
    var since: Int
    init(_ name: String, _ shape: NinjsShape, since: Int = 0) {
      self.name = name
      self.shape = shape
      self.since = since
    }
  }

  /// A version such as "2.1": its major version and the minor one.
  struct Version: Hashable, Sendable {
    var line: Int
    var minor: Int
    var name: String { "\(line).\(minor)" }
  }

  /// The latest version of each major version.
  static let latest = [Version(line: 1, minor: 6), Version(line: 2, minor: 2), Version(line: 3, minor: 1)]

  /// The version that a document names ("2.0", "2.0-dev"); nil if there is none.
  static func version(named name: String) -> Version? {
    // "1.x-dev" and similar names are drafts of the next version, and allow what the latest one does.
    if name.contains("dev"), let line = name.first?.wholeNumberValue, (1...3).contains(line) {
      let rest = name.dropFirst(2).prefix { $0 != "-" }
      if Int(rest) == nil { return latest[line - 1] }
    }
    let parts = name.prefix { $0 != "-" }.split(separator: ".", maxSplits: 2)
    guard parts.count >= 2, let line = Int(parts[0]), let minor = Int(parts[1]), (1...3).contains(line),
      minor >= 0, minor <= latest[line - 1].minor
    else { return nil }
    return Version(line: line, minor: minor)
  }

  /// What an item may contain in a version.
  static func item(in version: Version) -> NinjsRecord {
    records[version] ?? build(version)
  }

  private static let records: [Version: NinjsRecord] = {
    var records: [Version: NinjsRecord] = [:]
    for last in latest {
      for minor in 0...last.minor {
        let version = Version(line: last.line, minor: minor)
        records[version] = build(version)
      }
    }
    return records
  }()

  private static func build(_ version: Version) -> NinjsRecord {
    let rows =
      switch version.line {
      case 1: first
      case 2: second
      default: third
      }
    var record = NinjsRecord(members: [:], required: ["uri"])
    for row in rows where row.since <= version.minor {
      if row.name.hasSuffix("_") {
        record.families[row.name] = row.shape
      } else {
        record.members[row.name] = row.shape
      }
    }
    return record
  }

  // MARK: Shared shapes

  private static let media = ["text", "audio", "video", "picture", "graphic", "composite"]
  private static let status = NinjsShape.word(["usable", "withheld", "canceled"])
  private static let share = NinjsShape.whole(0...100)

  private static func object(
    _ members: [String: NinjsShape], required: [String] = [], oneOf: [String] = [], isOpen: Bool = false
  ) -> NinjsShape {
    .object(NinjsRecord(members: members, required: required, oneOf: oneOf, isOpen: isOpen))
  }

  private static func contact(_ postal: String) -> NinjsShape {
    let address = object([
      "lines": .list(.text), "locality": .text, "area": .text, postal: .text, "country": .text,
    ])
    return .list(
      object(
        ["type": .text, "role": .text, "lang": .text, "name": .text, "value": .text, "address": address],
        oneOf: ["value", "address"]))
  }

  private static let source = object(["name": .text, "uri": .text, "literal": .text])
  private static let standard = object(["name": .text, "version": .text, "schema": .text])
  private static let concept = object(["code": .text, "scheme": .text])
  private static let advices = NinjsShape.list(
    object([
      "role": .word(["publish"]),
      "environments": .list(object(["code": .text, "scheme": .text], isOpen: true)),
      "importance": concept, "lifetime": concept,
    ]))

  private static func merged(_ one: [String: NinjsShape], _ more: [String: NinjsShape]) -> NinjsShape {
    object(one.merging(more) { $1 })
  }

  // MARK: 1.x

  private static let named1: [String: NinjsShape] = [
    "name": .text, "rel": .text, "scheme": .text, "code": .text,
  ]
  private static let symbol1: [String: NinjsShape] = ["ticker": .text, "exchange": .text]
  private static let rendition1: [String: NinjsShape] = [
    "href": .text, "mimetype": .text, "title": .text, "height": .number, "width": .number,
    "sizeinbytes": .number,
  ]

  private static let first: [Row] = [
    Row("uri", .identifier), Row("type", .word(media)), Row("type", .word(media + ["component"]), since: 2),
    Row("mimetype", .text), Row("representationtype", .word(["complete", "incomplete"])),
    Row("profile", .text),
    Row("version", .text), Row("versioncreated", .date), Row("firstcreated", .date, since: 2),
    Row("contentcreated", .date, since: 4), Row("embargoed", .date), Row("expires", .date, since: 4),
    Row("pubstatus", status), Row("urgency", .whole(1...9), since: 1), Row("copyrightholder", .text),
    Row("copyrightnotice", .text), Row("usageterms", .text, since: 1), Row("ednote", .text, since: 2),
    Row("language", .text), Row("title", .text, since: 2), Row("byline", .text), Row("headline", .text),
    Row("slugline", .text, since: 2), Row("located", .text), Row("charcount", .number, since: 2),
    Row("wordcount", .number, since: 2), Row("description_", .text), Row("body_", .text),
    Row("headline_", .text, since: 3),
    Row("person", .list(object(named1))),
    Row("person", .list(merged(named1, ["contactinfo": contact("postalcode")])), since: 5),
    Row("organisation", .list(merged(named1, ["symbols": .list(object(symbol1))]))),
    Row(
      "organisation",
      .list(
        merged(
          named1,
          [
            "symbols": .list(merged(symbol1, ["symboltype": .text, "symbol": .text])),
            "contactinfo": contact("postalcode"),
          ])), since: 5),
    Row("place", .list(object(named1))),
    Row("place", .list(place1(named1)), since: 1),
    Row("place", .list(place1(named1.merging(["contactinfo": contact("postalcode")]) { $1 })), since: 5),
    Row("subject", .list(object(named1))),
    Row(
      "subject", .list(merged(named1, ["creator": .text, "relevance": share, "confidence": share])),
      since: 5),
    Row("event", .list(object(named1))), Row("object", .list(object(named1))),
    Row("infosource", .list(object(named1)), since: 2),
    Row("infosource", .list(merged(named1, ["contactinfo": contact("postalcode")])), since: 5),
    Row("genre", .list(object(["name": .text, "scheme": .text, "code": .text])), since: 3),
    Row(
      "trustindicator",
      .list(object(["scheme": .text, "code": .text, "title": .text, "href": .text])), since: 3),
    Row("altids", .anyObject, since: 3), Row("$standard", standard, since: 3),
    Row("renditions", .named(object(rendition1))),
    Row("renditions", .named(merged(rendition1, ["duration": .number, "format": .text])), since: 2),
    Row("associations", .named(.item(required: []))),
    Row("rightsinfo", rights(["langid", "linkedrights", "encodedrights"]), since: 4),
    Row("advices", advices, since: 4), Row("digitalsourcetype", source, since: 6),
  ]

  private static func place1(_ members: [String: NinjsShape]) -> NinjsShape {
    .object(NinjsRecord(members: members, families: ["geometry_": .anyObject]))
  }

  private static func rights(_ names: [String]) -> NinjsShape {
    object(
      Dictionary(uniqueKeysWithValues: names.map { ($0, NinjsShape.text) }), oneOf: Array(names.dropFirst()))
  }

  // MARK: 2.x

  private static let named2: [String: NinjsShape] = [
    "name": .text, "rel": .text, "uri": .text, "literal": .text,
  ]

  private static func words(_ type: String, _ more: [String] = []) -> NinjsShape {
    var members: [String: NinjsShape] = ["role": .text, type: .text, "value": .text]
    for name in more { members[name] = .number }
    return .list(object(members, required: ["value"]))
  }

  private static let second: [Row] = [
    Row("uri", .identifier), Row("type", .word(media + ["component"])),
    Row("representationtype", .word(["full", "partial"])), Row("profile", .text), Row("version", .text),
    Row("firstcreated", .date), Row("versioncreated", .date), Row("contentcreated", .date),
    Row("embargoed", .date), Row("expires", .date, since: 1), Row("pubstatus", status),
    Row("urgency", .whole(1...9)), Row("copyrightholder", .text), Row("copyrightnotice", .text),
    Row("usageterms", .text), Row("ednote", .text), Row("language", .text), Row("title", .text),
    Row("by", .text), Row("slugline", .text), Row("located", .text),
    Row("descriptions", words("contenttype")), Row("headlines", words("contenttype")),
    Row("bodies", words("contenttype", ["charcount", "wordcount"])),
    Row("people", .list(object(named2))),
    Row("people", .list(merged(named2, ["contactinfo": contact("postalcode")])), since: 1),
    Row("organisations", .list(merged(named2, ["symbols": .list(object(symbol1))]))),
    Row(
      "organisations",
      .list(
        merged(
          named2,
          [
            "symbols": .list(merged(symbol1, ["symboltype": .text, "symbol": .text])),
            "contactinfo": contact("postalcode"),
          ])), since: 1),
    Row("places", .list(merged(named2, ["geojson": .geometry]))),
    Row(
      "places", .list(merged(named2, ["geojson": .geometry, "contactinfo": contact("postalcode")])),
      since: 1),
    Row("subjects", .list(object(named2))),
    Row(
      "subjects", .list(merged(named2, ["creator": .text, "relevance": share, "confidence": share])), since: 1
    ),
    Row("events", .list(object(named2))), Row("objects", .list(object(named2))),
    Row("infosources", .list(object(["name": .text, "role": .text, "uri": .text, "literal": .text]))),
    Row(
      "infosources",
      .list(
        object([
          "name": .text, "role": .text, "uri": .text, "literal": .text, "contactinfo": contact("postalcode"),
        ])), since: 1),
    Row("genres", .list(object(["name": .text, "uri": .text, "literal": .text]))),
    Row("trustindicators", .list(object(["role": .text, "title": .text, "href": .text]))),
    Row("altids", .list(object(["role": .text, "value": .text]))), Row("standard", standard),
    Row(
      "renditions",
      .list(
        object(
          [
            "name": .text, "href": .text, "contenttype": .text, "title": .text, "height": .number,
            "width": .number, "sizeinbytes": .number, "duration": .number, "format": .text,
          ], required: ["name"]))),
    Row("associations", .list(.item(required: []))),
    Row("associations", .list(.item(required: ["name", "uri"])), since: 1),
    Row("rightsinfo", rights(["langid", "linkedrights", "encodedrights"])), Row("advices", advices),
    Row("digitalsourcetype", source, since: 2),
  ]

  // MARK: 3.x

  private static let organisation3 = merged(
    named2,
    [
      "symbols": .list(object(["exchange": .text, "symbolType": .text, "symbol": .text])),
      "contactInfo": contact("postalCode"),
    ])

  private static let rendition3 = object(
    [
      "name": .text, "href": .text, "contentType": .text, "title": .text, "width": .whole(nil),
      "height": .whole(nil), "sizeInBytes": .whole(nil), "duration": .number, "format": .text,
      "aspectRatio": .text, "videoCodec": .text, "frameRate": .number, "transportProtocol": .text,
      "poi": object(["x": .whole(nil), "y": .whole(nil)]), "scanType": .word(["progressive", "interlaced"]),
      "bitrate": .text,
    ], required: ["name"])

  private static let dates3 = object([
    "startDate": .date, "endDate": .date, "expectedStartDate": .shortDate, "expectedEndDate": .shortDate,
    "expectedDuration": .text,
    "recurrence": object([
      "recurrenceDates": .list(.shortDate),
      "recurrenceRules": .list(
        object([
          "frequency": .word(["secondly", "minutely", "hourly", "daily", "weekly", "monthly", "yearly"]),
          "interval": .whole(nil), "until": .date, "count": .whole(nil),
        ])),
    ]),
  ])

  private static let coverage3 = object([
    "uri": .text, "title": .text, "pubStatus": status,
    "type": .word(media + ["component", "event", "planning"]), "dates": dates3, "edNote": .text,
    "commissioned": object([
      "by": .text, "on": .date, "references": .list(object(["name": .text, "value": .text])),
    ]),
    "audiences": .list(object(["audience": .text, "significance": .whole(nil)])),
    "exclAudience": .list(.text),
    "urgency": .whole(1...9), "language": .text, "wordCount": .whole(nil),
    "itemCount": object(["rangeFrom": .whole(nil), "rangeTo": .whole(nil)]), "renditions": .list(rendition3),
  ])

  private static let third: [Row] = [
    Row("uri", .identifier), Row("type", .word(media + ["component", "event", "planning"])),
    Row("representationType", .word(["full", "partial"])), Row("profile", .text), Row("version", .text),
    Row("firstCreated", .date), Row("versionCreated", .date), Row("contentCreated", .date),
    Row("embargoedUntil", .date), Row("expires", .date), Row("pubStatus", status),
    Row("urgency", .whole(1...9)),
    Row("copyrightHolder", .text), Row("copyrightNotice", .text), Row("usageTerms", .text),
    Row("edNote", .text),
    Row("language", .text), Row("title", .text), Row("by", .text), Row("slugline", .text),
    Row("located", .text),
    Row("descriptions", words("contentType")), Row("headlines", words("contentType")),
    Row("bodies", words("contentType", ["charCount", "wordCount"])),
    Row("people", .list(merged(named2, ["contactInfo": contact("postalCode")]))),
    Row("organisations", .list(organisation3)),
    Row("places", .list(merged(named2, ["contactInfo": contact("postalCode"), "geoJSON": .geometry]))),
    Row("subjects", .list(merged(named2, ["creator": .text, "relevance": share, "confidence": share]))),
    Row("events", .list(merged(named2, ["id": .text]))), Row("objects", .list(object(named2))),
    Row(
      "infoSources",
      .list(
        object([
          "name": .text, "role": .text, "uri": .text, "literal": .text, "contactInfo": contact("postalCode"),
        ]))),
    Row("genres", .list(object(["name": .text, "uri": .text, "literal": .text]))),
    Row("trustIndicators", .list(object(["role": .text, "title": .text, "href": .text]))),
    Row("altIds", .list(object(["role": .text, "value": .text]))), Row("standard", standard),
    Row("renditions", .list(rendition3)), Row("associations", .list(.item(required: ["name", "uri"]))),
    Row("rightsInfo", rights(["langId", "linkedRights", "encodedRights"])),
    Row(
      "eventDetails",
      object([
        "eventStatus": .text, "plannedCoverageStatus": .text, "dates": dates3, "organiser": organisation3,
      ])),
    Row("plannedCoverage", .list(coverage3)), Row("advices", advices),
    Row("digitalSourceType", source, since: 1),
  ]
}
