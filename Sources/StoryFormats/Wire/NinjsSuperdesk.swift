internal import Stories

/// Items as Superdesk writes them: ninjs 1 with a `guid` instead of the `uri`, and members of its own
/// (Superdesk documentation, "ninjs formatter").
struct NinjsSuperdesk {
  let item: WireJSON

  init(_ item: WireJSON) {
    self.item = item
  }

  /// The member with the items in answers of its API.
  static let list = "_items"

  /// Whether an item is Superdesk's: it has a guid, but neither a uri nor a named standard.
  var isItem: Bool {
    item["guid"] != nil && item["uri"] == nil && item["standard"] == nil && item["$standard"] == nil
  }

  /// The rules for such an item; everything else is allowed.
  static let rules = NinjsRecord(
    members: [
      "guid": .identifier, "headline": .text, "byline": .text, "slugline": .text, "language": .text,
      "body_html": .text, "body_text": .text, "versioncreated": .date, "firstcreated": .date,
      "firstpublished": .date, "contentcreated": .date, "embargoed": .date,
    ], required: ["guid"], isOpen: true)

  /// Members of `extra` that belong between headline and text.
  private static let standfirsts: Set<String> = [
    "subtitle", "subheadline", "sub_headline", "standfirst", "deck", "kicker", "lead", "preamble", "intro",
  ]

  /// Takes the desk's own fields: lines below the headline, and a note for other words.
  func readExtra(into found: inout WireItem) {
    guard let extra = item["extra"]?.members else { return }
    for (name, value) in extra.list.prefix(WireItem.most) {
      guard let text = value.string, !text.allSatisfy(\.isWhitespace) else { continue }
      let words = HTMLFragment.words(of: text)
      if Self.standfirsts.contains(name.lowercased()) {
        found.standfirsts.insert(words, at: 0)
      } else if words.split(separator: " ").count > 3 {
        found.note("the words of “extra.\(name.prefix(60))” are left out of the story", line: value.line)
      }
    }
  }
}
