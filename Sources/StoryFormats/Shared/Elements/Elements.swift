/// The HTML elements and their kinds; everything else asks here.
enum Elements {
  /// The kinds of an element by its name in lower case; empty for names that are not HTML's.
  static func kind(of name: String) -> ElementKind { index[name] }

  /// The names of the elements of any of these kinds.
  static func names(_ kinds: ElementKind) -> Set<String> {
    Set(table.lazy.filter { !$0.kind.isDisjoint(with: kinds) }.map(\.name))
  }

  private static let mark: ElementKind = [.known, .inline, .phrasing]
  private static let box: ElementKind = [.known, .block]

  /// One row per element.
  private static let table: [(name: String, kind: ElementKind)] = words + blocks + parts + obsolete

  // MARK: In lines

  private static let words: [(name: String, kind: ElementKind)] = [
    ("a", [.known, .inline, .transparent]),
    ("abbr", mark),
    ("acronym", [.known, .inline]),
    ("b", mark),
    ("bdi", [.known, .inline]),
    ("bdo", mark),
    ("big", [.known, .inline]),
    ("br", [.known, .inline, .phrasing, .breaks, .void]),
    ("cite", mark),
    ("code", [.known, .inline, .phrasing, .text]),
    ("data", mark),
    ("del", [.known, .inline, .transparent]),
    ("dfn", mark),
    ("em", mark),
    ("font", [.known, .inline]),
    ("i", mark),
    ("ins", [.known, .inline, .transparent]),
    ("kbd", mark),
    ("label", [.known, .inline, .phrasing, .control]),
    ("mark", mark),
    ("q", [.known, .inline, .phrasing, .text]),
    ("rb", [.known, .inline]),
    ("rp", [.known, .inline]),
    ("rt", [.known, .inline]),
    ("ruby", mark),
    ("s", [.known, .inline]),
    ("samp", mark),
    ("small", mark),
    ("span", mark),
    ("strike", [.known, .inline]),
    ("strong", mark),
    ("sub", mark),
    ("sup", mark),
    ("time", mark),
    ("tt", [.known, .inline]),
    ("u", [.known, .inline]),
    ("var", mark),
    ("wbr", [.known, .inline, .phrasing, .void]),
    // GitHub's elements for times, which many pages use; not in HTML.
    ("relative-time", .inline),
    ("time-ago", .inline),
  ]

  // MARK: Blocks

  private static let blocks: [(name: String, kind: ElementKind)] = [
    ("address", box),
    ("article", box),
    ("aside", [.known, .block, .around]),
    ("blockquote", [.known, .block, .compound, .structure, .text]),
    ("body", box),
    ("caption", [.known, .block, .text]),
    ("center", box),
    ("dd", [.known, .block, .text]),
    ("details", box),
    ("dialog", [.known, .block, .around]),
    ("dir", [.known, .block, .compound]),
    ("div", [.known, .block, .structure]),
    ("dl", [.known, .block, .compound, .structure]),
    ("dt", [.known, .block, .text]),
    ("fieldset", [.known, .block, .control]),
    ("figcaption", box),
    ("figure", [.known, .block, .compound, .media]),
    ("footer", [.known, .block, .around]),
    ("form", [.known, .block, .silent]),
    ("h1", [.known, .block, .heading, .text]),
    ("h2", [.known, .block, .heading, .text]),
    ("h3", [.known, .block, .heading, .text]),
    ("h4", [.known, .block, .heading, .text]),
    ("h5", [.known, .block, .heading, .text]),
    ("h6", [.known, .block, .heading, .text]),
    ("header", box),
    ("hgroup", box),
    ("hr", [.known, .block, .void]),
    ("html", box),
    ("legend", [.known, .block, .control]),
    ("li", [.known, .block, .text]),
    ("listing", box),
    ("main", box),
    ("menu", [.known, .block, .compound]),
    ("nav", [.known, .block, .around, .silent]),
    ("ol", [.known, .block, .compound, .structure]),
    ("p", [.known, .block, .structure, .text]),
    ("plaintext", box),
    ("pre", [.known, .block, .structure, .text]),
    ("search", box),
    ("section", box),
    ("summary", [.known, .block, .text]),
    ("table", [.known, .block, .compound, .structure]),
    ("tbody", box),
    ("td", [.known, .block, .cell, .text]),
    ("tfoot", box),
    ("th", [.known, .block, .cell, .text]),
    ("thead", box),
    ("tr", box),
    ("ul", [.known, .block, .compound, .structure]),
    ("xmp", [.known, .block, .raw]),
  ]

  // MARK: No longer in HTML

  /// Elements that browsers once knew and that are no more than their content (section 16.2).
  private static let obsolete: [(name: String, kind: ElementKind)] = [
    ("basefont", [.known, .void]),
    ("bgsound", [.known, .void]),
    ("blink", [.known, .inline]),
    ("frameset", .known),
    ("isindex", .known),
    ("keygen", [.known, .void, .control, .silent]),
    ("marquee", box),
    ("menuitem", .known),
    ("multicol", .known),
    ("nextid", .known),
    ("nobr", [.known, .inline]),
    ("rtc", [.known, .inline]),
    ("spacer", .known),
  ]

  // MARK: Everything but text

  private static let parts: [(name: String, kind: ElementKind)] = [
    ("applet", [.known, .embedded, .silent]),
    ("area", [.known, .void]),
    ("audio", [.known, .block, .phrasing, .media]),
    ("base", [.known, .void, .silent]),
    ("button", [.known, .phrasing, .control, .silent]),
    ("canvas", [.known, .embedded, .silent]),
    ("col", [.known, .void]),
    ("colgroup", .known),
    ("datalist", [.known, .phrasing, .control, .choice, .silent]),
    ("embed", [.known, .phrasing, .void, .embedded, .silent]),
    ("frame", [.known, .void]),
    ("head", [.known, .silent]),
    ("iframe", [.known, .embedded, .silent, .raw]),
    ("img", [.known, .phrasing, .void, .structure, .media]),
    ("input", [.known, .phrasing, .void, .control, .silent]),
    ("link", [.known, .void, .silent]),
    ("map", [.known, .silent]),
    ("math", [.known, .phrasing]),
    ("meta", [.known, .void, .silent]),
    ("meter", [.known, .phrasing, .control]),
    ("noembed", [.known, .embedded, .silent, .raw]),
    ("noframes", [.known, .raw]),
    ("noscript", [.known, .phrasing, .silent]),
    ("object", [.known, .phrasing, .embedded, .silent]),
    ("optgroup", [.known, .choice, .silent]),
    ("option", [.known, .choice, .silent]),
    ("output", [.known, .phrasing]),
    ("param", [.known, .void]),
    ("picture", [.known, .media]),
    ("progress", [.known, .phrasing, .control]),
    ("script", [.known, .phrasing, .unseen, .silent, .raw]),
    ("select", [.known, .phrasing, .control, .choice, .silent]),
    ("slot", .known),
    ("source", [.known, .void]),
    ("style", [.known, .unseen, .silent, .raw]),
    ("svg", [.known, .unseen, .silent]),
    ("template", [.known, .unseen, .silent]),
    ("textarea", [.known, .phrasing, .control, .silent, .raw]),
    ("title", [.known, .silent, .raw]),
    ("track", [.known, .void]),
    ("video", [.known, .block, .media]),
  ]

  private static let index = ElementIndex(table)
}

/// Finds names of up to 15 bytes by their bytes and length, since walks ask for every node.
private struct ElementIndex: Sendable {
  private struct Slot {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var kind: ElementKind = []
  }

  /// A power of two, four times the number of names.
  private static let size = 512
  private var slots = [Slot](repeating: Slot(), count: Self.size)

  init(_ rows: [(name: String, kind: ElementKind)]) {
    for (name, kind) in rows {
      guard let (low, high) = Self.key(name) else { continue }
      var place = Self.place(low, high)
      while slots[place].low != 0 { place = (place + 1) % Self.size }
      slots[place] = Slot(low: low, high: high, kind: kind)
    }
  }

  subscript(name: String) -> ElementKind {
    guard let (low, high) = Self.key(name) else { return [] }
    var place = Self.place(low, high)
    while slots[place].low != 0 {
      if slots[place].low == low, slots[place].high == high { return slots[place].kind }
      place = (place + 1) % Self.size
    }
    return []
  }

  private static func place(_ low: UInt64, _ high: UInt64) -> Int {
    let mixed = (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 55)
  }

  private static func key(_ name: String) -> (low: UInt64, high: UInt64)? {
    let bytes = name.utf8
    guard !bytes.isEmpty, bytes.count <= 15 else { return nil }
    var low: UInt64 = 0
    var high = UInt64(bytes.count) << 56
    var shift: UInt64 = 0
    for byte in bytes {
      if shift < 64 { low |= UInt64(byte) << shift } else { high |= UInt64(byte) << (shift - 64) }
      shift += 8
    }
    return (low, high)
  }
}
