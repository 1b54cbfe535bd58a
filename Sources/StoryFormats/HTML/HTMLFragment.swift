internal import Stories

/// Reads HTML that is all story: a feed's description, a newsletter, the body of a record.
enum HTMLFragment {
  /// Blocks, and the references that their inlines index.
  struct Content {
    var blocks: [Block] = []
    var references: [Reference] = []
  }

  /// Mends and reads HTML text.
  ///
  /// - Parameters:
  ///   - base: the base of relative links.
  ///   - keepsParts: whether to keep names of parts, and links to parts of the same page.
  static func read(_ html: String, base: WebAddress?, keepsParts: Bool = false) -> Content {
    let tree = HTMLParser.parse(FragmentMending.mended(html))
    return read(
      tree, below: tree.first("body", in: tree.root) ?? tree.root, base: base, keepsParts: keepsParts)
  }

  /// Reads the children of a parsed element: XHTML in an Atom entry, the body of a NITF document.
  static func read(
    _ tree: MarkupTree, below top: MarkupTree.Index, base: WebAddress?, keepsParts: Bool = false
  ) -> Content {
    var blocks = HTMLBlocks(tree: tree, base: base, keepsUnnamedPictures: true)
    if keepsParts { blocks.parts = .all }
    let found = blocks.blocks(of: top)
    return Content(blocks: found, references: blocks.references)
  }

  /// The words of a field that may be HTML, on one line.
  static func words(of text: String) -> String {
    guard looksLikeHTML(text) else { return MarkupTree.collapsed(text) }
    return MarkupTree.collapsed(read(text, base: nil).blocks.map(\.text).joined(separator: " "))
  }

  /// Whether a text is HTML rather than plain text: it has a tag or a character reference.
  static func looksLikeHTML(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var index = 0
      while index + 2 < bytes.count {
        let byte = bytes[index]
        index += 1
        guard byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") else { continue }
        let next = bytes[index]
        let isLetter = next | 0x20 >= 0x61 && next | 0x20 <= 0x7A
        if byte == UInt8(ascii: "<") {
          if isLetter || next == UInt8(ascii: "/"), bytes[index...].prefix(4_000).contains(UInt8(ascii: ">"))
          {
            return true
          }
        } else if isLetter || next == UInt8(ascii: "#"),
          bytes[index...].prefix(12).contains(UInt8(ascii: ";"))
        {
          return true
        }
      }
      return false
    }
  }
}

extension Story {
  /// Appends content to the body, with its references after the existing ones.
  mutating func append(_ content: HTMLFragment.Content) {
    let shift = references.count
    references += content.references
    body += shift == 0 ? content.blocks : content.blocks.map { $0.shiftingReferences(by: shift) }
  }
}
