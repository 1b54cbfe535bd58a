public import Messages
internal import Screen
public import Stories
internal import Words

extension Related {
  /// Several links outside the library as one row: how many, and their hosts.
  init(linksOut links: [Related], _ catalogue: Catalogue) {
    var hosts: [String] = []
    for link in links {
      guard let target = link.target, let host = Self.host(of: target), !hosts.contains(host) else {
        continue
      }
      hosts.append(host)
      if hosts.count == 8 { break }
    }
    self.init(
      reason: .outside, title: catalogue(Numbers.counted(links.count, "outside link", "outside links")),
      text: hosts.joined(separator: ", "))
  }

  /// The host of an address (RFC 3986, 3.2) without "www."; nil if it has none.
  private static func host(of address: String) -> String? {
    guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
    let authority = address[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = authority.split(separator: "@").last.map { $0.prefix { $0 != ":" } } ?? ""
    let name = host.hasPrefix("www.") ? host.dropFirst(4) : host
    return name.isEmpty ? nil : String(name.prefix(80))
  }
}

extension Related {
  /// Why it is related, in words for the reader: "links here", "also in Danish", "shares: ferry, harbour",
  /// "probably · …".
  public var label: Phrase {
    let reason = Phrase(words: reason.label)
    if isProbable { return "probably · \(reason)" }
    if let via {
      return via.isTarget
        ? "linked from “\(via.headline)”, a similar story" : "links to “\(via.headline)”, a similar story"
    }
    if self.reason == .translation, let language { return "also in \(Phrase(language: language))" }
    return self.reason == .alike && !shares.isEmpty
      ? "shares: \(shares.joined(separator: ", "))" : reason
  }
}

extension Related {
  /// The label in `columns` cells; shared words are dropped from the last, and no word is cut.
  func label(columns: Int, _ catalogue: Catalogue = .english) -> String {
    let whole = catalogue(label)
    guard CellText.width(of: whole) > columns else { return whole }
    let reason = catalogue[self.reason.label]
    if isProbable { return FactLine([catalogue["probably"], reason]).fitted(columns: columns) }
    var shorter = self
    while self.reason == .alike, !shorter.shares.isEmpty {
      shorter.shares.removeLast()
      let label = catalogue(shorter.label)
      if CellText.width(of: label) <= columns { return label }
    }
    return Lines.fitted(reason, columns: columns)
  }
}

extension Related.Reason {
  /// The reason in words for the reader.
  public var label: String {
    switch self {
    case .translation: "in another language"
    case .readMore: "announced"
    case .linkedHere: "linked in the text"
    case .linksHere: "links here"
    case .version: "another version"
    case .alike: "more like this"
    case .notHere: "not in this library"
    case .outside: "outside"
    }
  }
}
