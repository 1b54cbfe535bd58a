internal import Screen
public import Stories
internal import Words

extension Related {
  /// Several links outside the library as one row: how many, and their hosts.
  init(linksOut links: [Related]) {
    var hosts: [String] = []
    for link in links {
      guard let target = link.target, let host = Self.host(of: target), !hosts.contains(host) else {
        continue
      }
      hosts.append(host)
      if hosts.count == 8 { break }
    }
    self.init(
      reason: .outside, title: Numbers.counted(links.count, "outside link", "outside links"),
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
  public var label: String {
    if isProbable { return "probably · " + reason.label }
    if let via {
      return "\(via.isTarget ? "linked from" : "links to") “\(via.headline)”, a similar story"
    }
    if reason == .translation, let language { return "also in " + Languages.name(of: language) }
    return reason == .alike && !shares.isEmpty ? "shares: " + shares.joined(separator: ", ") : reason.label
  }
}

extension Related {
  /// The label in `columns` cells; shared words are dropped from the last, and no word is cut.
  func label(columns: Int) -> String {
    guard CellText.width(of: label) > columns else { return label }
    if isProbable { return FactLine(["probably", reason.label]).fitted(columns: columns) }
    var shorter = self
    while reason == .alike, !shorter.shares.isEmpty {
      shorter.shares.removeLast()
      if CellText.width(of: shorter.label) <= columns { return shorter.label }
    }
    return Lines.fitted(reason.label, columns: columns)
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
