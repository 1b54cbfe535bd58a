/// Where a page was saved from, according to the comment that browsers and other programs put at its head.
///
/// `<!-- saved from url=(0042)https://… -->` (Internet Explorer, Chrome, Firefox), SingleFile's `url: …`,
/// monolith's `Saved from … at …`, HTTrack's `Mirrored from … by HTTrack`.
enum SavedFrom {
  /// How many bytes of a page to search.
  static let searched = 32_768

  /// The address; nil if no comment gives one.
  static func address(in page: String) -> WebAddress? {
    let head = String(decoding: page.utf8.prefix(searched), as: UTF8.self)
    var rest = head[...]
    for _ in 0..<20 {
      guard let start = rest.firstBytes(of: "<!--") else { return nil }
      let behind = rest[start.upperBound...]
      guard let end = behind.firstBytes(of: "-->") else { return nil }
      if let address = address(inComment: behind[..<end.lowerBound]) { return address }
      rest = behind[end.upperBound...]
    }
    return nil
  }

  private static func address(inComment comment: Substring) -> WebAddress? {
    let words = comment.split(whereSeparator: \.isWhitespace)
    let lower = words.prefix(3).map { $0.lowercased() }
    if lower.starts(with: ["saved", "from"]), words.count > 2 {
      // "url=(0042)https://…" counts the characters of the address.
      let target = words[2].hasPrefix("url=") ? words[2].dropFirst(4) : words[2]
      let bare = target.first == "(" ? target.drop { $0 != ")" }.dropFirst() : target
      return WebAddress(String(bare))
    }
    if lower.starts(with: ["page", "saved", "with"]) {
      guard let place = words.firstIndex(of: "url:"), place + 1 < words.count else { return nil }
      return WebAddress(String(words[place + 1]))
    }
    if lower.starts(with: ["mirrored", "from"]), words.count > 2 {
      return WebAddress("https://" + words[2])
    }
    return nil
  }
}
