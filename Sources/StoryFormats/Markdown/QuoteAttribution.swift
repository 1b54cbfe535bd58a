internal import Stories

/// Finds who said a quote, if its last paragraph or line names them after a dash: "— Ann Lee".
enum QuoteAttribution {
  private static let longest = 120

  /// The quote's blocks without the line that names the speaker, and the speaker.
  static func split(_ blocks: [Block]) -> (blocks: [Block], attribution: String?) {
    guard blocks.count > 1 || blocks.first?.text.contains("\n") == true, let last = blocks.last,
      case .paragraph(var inlines) = last.kind
    else { return (blocks, nil) }
    if blocks.count > 1, let name = name(in: inlines.text), inlines.allSatisfy({ $0.reference == nil }) {
      return (Array(blocks.dropLast()), name)
    }
    guard let final = inlines.last, final.reference == nil, let end = final.text.lastIndex(of: "\n"),
      let name = name(in: String(final.text[final.text.index(after: end)...]))
    else { return (blocks, nil) }
    inlines[inlines.count - 1].text = String(final.text[..<end])
    var rest = blocks
    rest[rest.count - 1].kind = .paragraph(inlines.trimmed)
    return (rest, name)
  }

  private static func name(in line: String) -> String? {
    let line = line.squeezed
    guard line.utf8.count <= longest else { return nil }
    for dash in ["—", "–", "―", "--"] where line.hasPrefix(dash) {
      let name = String(line.dropFirst(dash.count)).squeezed
      return name.isEmpty ? nil : name
    }
    return nil
  }
}
