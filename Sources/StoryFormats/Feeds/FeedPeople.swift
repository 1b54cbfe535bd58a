/// Finds names in the many ways in which feeds write people.
enum FeedPeople {
  /// The most people of one story.
  static let maximum = 100

  /// The names in "mail (Name)", "Name <mail>", "By Name and Name"; bare mail addresses are not names.
  static func names(in text: String) -> [String] {
    let text = MarkupTree.collapsed(text)
    guard !text.isEmpty, text.utf8.count <= 400 else { return [] }
    let name = withoutMail(text)
    guard !name.isEmpty else { return [] }
    if let names = TextBylines.names(in: name), !names.isEmpty { return names }
    return parts(of: name)
  }

  /// A text without its mail address, and without brackets around name or address.
  private static func withoutMail(_ text: String) -> String {
    guard text.contains("@") else { return text }
    if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
      let inside = text[text.index(after: open)..<close]
      let before = text[..<open]
      // RSS 2.0 puts the name in brackets after the address, others the address after the name.
      if !inside.contains("@"), before.contains("@") { return MarkupTree.collapsed(inside) }
    }
    let words = text.split(whereSeparator: { $0 == " " || "<>()[]".contains($0) })
      .filter { !$0.contains("@") && $0.lowercased() != "mailto:" }
    return MarkupTree.collapsed(words.joined(separator: " ").filter { $0 != "\"" })
  }

  /// Several names in one text, if every part is surely a person's name; else the whole text.
  private static func parts(of text: String) -> [String] {
    let joiners: Set<Substring> = ["and", "og", "och", "und", "&"]
    var groups: [[Substring]] = [[]]
    for word in text.replacing(",", with: " , ").replacing(";", with: " , ").split(separator: " ") {
      if word == "," || joiners.contains(word) {
        groups.append([])
      } else {
        groups[groups.count - 1].append(word)
      }
    }
    let isPeople = groups.allSatisfy { group in
      (2...4).contains(group.count) && group.allSatisfy { $0.first?.isUppercase == true }
    }
    return groups.count > 1 && isPeople ? groups.map { $0.joined(separator: " ") } : [text]
  }
}
