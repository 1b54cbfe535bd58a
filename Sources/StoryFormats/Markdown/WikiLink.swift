public import Stories

extension Reference {
  /// The reference of a wiki link by itself: `[[name#part|words]]`, `![[name]]`; nil for words without
  /// brackets.
  public static func wikiLink(_ text: String) -> Reference? {
    let link = text.hasPrefix("!") ? text.dropFirst() : text[...]
    guard link.hasPrefix("[["), link.hasSuffix("]]"), link.utf8.count > 4 else { return nil }
    var name = link.dropFirst(2).dropLast(2).prefix { $0 != "|" }
    if name.hasSuffix("\\") { name = name.dropLast() }
    var reference = MarkdownTarget.wiki(String(name), on: "")
    if text.hasPrefix("!") { reference.embeds = true }
    return reference
  }
}
