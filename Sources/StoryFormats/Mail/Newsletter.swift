internal import Stories

/// Removes what newsletters put around their text: the hidden first line, "view in browser", the unsubscribe
/// lines.
enum Newsletter {
  /// The page without hidden parts, and the preview line that mail programs show beside the subject.
  static func shown(_ html: String) -> (tree: MarkupTree, preheader: String?) {
    var tree = HTMLParser.parse(html)
    var preheader: String?
    for node in tree.descendants(of: tree.root) where !tree[node].isText && isHidden(tree[node]) {
      guard tree.isAttached(node) else { continue }
      let text = tree.text(of: node)
      if preheader == nil, text.count >= 20, text.count <= 300 { preheader = text }
      tree.detach(node)
    }
    tree.compact()
    return (tree, preheader)
  }

  private static func isHidden(_ node: MarkupTree.Node) -> Bool {
    let style = (node[attribute: "style"] ?? "").lowercased().filter { !$0.isWhitespace }
    return ["display:none", "max-height:0;", "max-height:0px", "mso-hide:all", "visibility:hidden"].contains {
      style.hasPrefix($0) || style.contains(";" + $0)
    }
  }

  /// Beginnings of lines that are not part of the text, in lower case.
  private static let openings = [
    "view in browser", "view this email", "view this e-mail", "view online", "read online", "trouble viewing",
    "having trouble viewing", "unsubscribe", "manage your subscription", "manage preferences",
    "update your preferences",
    "you are receiving this", "you received this", "you're receiving this", "you’re receiving this",
    "this email was sent",
    "this e-mail was sent", "no longer want", "forward to a friend", "our mailing address",
    "add us to your address book",
    "privacy policy", "se i browser", "vis i browser", "åbn i browser", "afmeld", "frameld",
    "du modtager denne",
    "du modtager dette", "visa i webbläsare", "läs i webbläsare", "avregistrera", "avprenumerera",
    "avsluta prenumeration",
    "du får det här", "vis i nettleser", "åpne i nettleser", "meld deg av", "avmeld", "du mottar denne",
    "im browser ansehen",
    "im browser öffnen", "online ansehen", "newsletter abbestellen", "abbestellen", "abmelden",
    "sie erhalten diese",
    "voir dans le navigateur", "se désabonner", "ver en el navegador", "darse de baja", "bekijk in browser",
    "uitschrijven",
  ]
  private static let longest = 400

  /// Whether a block is such a line: short, and with such a beginning.
  static func isFurniture(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    var start = text.lowercased()[...]
    while let first = start.first, !first.isLetter { start = start.dropFirst() }
    return openings.contains { start.hasPrefix($0) }
  }
}
