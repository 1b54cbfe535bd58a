import Screen
import Stories

extension StorySetter {
  /// Joins inlines into one text; links are numbered in order of appearance.
  mutating func collect(_ inlines: [Inline], role: Role, keepsBreaks: Bool = true) -> ParagraphText {
    var text = ParagraphText()
    collect(inlines, role: role, keepsBreaks: keepsBreaks, into: &text)
    text.trimEnd()
    return text
  }

  /// Appends inlines to `text`.
  mutating func collect(
    _ inlines: [Inline], role: Role, keepsBreaks: Bool = true, into text: inout ParagraphText
  ) {
    let links = links(of: inlines)
    for (index, inline) in inlines.enumerated() {
      let struck = Self.strikeEnds(
        of: inline, before: index > 0 ? inlines[index - 1] : nil,
        behind: index + 1 < inlines.count ? inlines[index + 1] : nil)
      if inline.marks.contains(.note) {
        text.glue()
        text.append(Self.noteMark(inline.text), span: .init(role: .note, reference: nil, isProse: false))
        continue
      }
      let reference = links[index]
      let span = ParagraphText.Span(
        role: self.role(of: inline, reference: reference, otherwise: role), reference: reference,
        isProse: !inline.marks.contains(.code) && role != .heading)
      if struck.begins { text.append("~", span: span); text.glue() }
      text.append(inline.text, span: span, keepsBreaks: keepsBreaks)
      if struck.ends { text.glue(); text.append("~", span: span) }
      if let reference, Self.next(links, inlines, after: index) != reference {
        appendNumber(of: reference, to: &text)
      }
    }
  }

  /// The link of each inline; neighbours that lead to the same address are one link.
  private func links(of inlines: [Inline]) -> [Int?] {
    var links: [Int?] = []
    var before: Int?
    for inline in inlines {
      var link = inline.reference.flatMap { story.references.indices.contains($0) ? $0 : nil }
      if let other = before, let this = link, story.references[other].leads(where: story.references[this]) {
        link = other
      }
      links.append(link)
      if link != nil || !Self.isBlank(inline) { before = link }
    }
    return links
  }

  /// The link that continues after an inline, perhaps after a space.
  private static func next(_ links: [Int?], _ inlines: [Inline], after index: Int) -> Int? {
    var next = index + 1
    while next < inlines.count, links[next] == nil, isBlank(inlines[next]) { next += 1 }
    return next < inlines.count ? links[next] : nil
  }

  private static func isBlank(_ inline: Inline) -> Bool {
    inline.reference == nil && !inline.marks.contains(.note) && inline.text.utf8.allSatisfy { $0 == 0x20 }
  }

  /// Whether struck-out words begin or end here.
  ///
  /// They are enclosed in "~", since few terminals and no pipes show strike-through.
  private static func strikeEnds(of inline: Inline, before: Inline?, behind: Inline?) -> (
    begins: Bool, ends: Bool
  ) {
    guard inline.marks.contains(.strike) else { return (false, false) }
    return (before?.marks.contains(.strike) != true, behind?.marks.contains(.strike) != true)
  }

  /// Appends the number of a link in brackets.
  mutating func appendNumber(of reference: Int, to text: inout ParagraphText) {
    let number = numbers[reference] ?? given[reference] ?? lastNumber + 1
    numbers[reference] = number
    lastNumber = max(lastNumber, number)
    guard typesetter.options.numbersLinks else { return }
    text.glue()
    text.append("[\(number)]", span: .init(role: .linkNumber, reference: reference, isProse: false))
  }

  /// The role of a link's words.
  func linkRole(_ reference: Int) -> Role {
    let reference = story.references[reference]
    if reference.story != nil || reference.isWithin { return .link }
    return reference.kind == .story ? .deadLink : .outsideLink
  }

  private func role(of inline: Inline, reference: Int?, otherwise role: Role) -> Role {
    if let reference { return linkRole(reference) }
    if inline.marks.contains(.code) { return .code }
    if inline.marks.contains(.strike) { return .strike }
    if inline.marks.contains(.strong) { return role == .heading ? role : .strong }
    if inline.marks.contains(.emphasis) { return role == .heading ? role : .emphasis }
    return role
  }

  /// A note's number in superscript digits, or any other label in brackets.
  static func noteMark(_ label: String) -> String {
    let digits = label.utf8.map(Int.init)
    guard (1...3).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return "[\(label.prefix(20))]"
    }
    let raised = "⁰¹²³⁴⁵⁶⁷⁸⁹".map { $0 }
    let mark = String(digits.map { raised[$0 - 0x30] })
    return CellText.width(of: mark) == digits.count ? mark : "[\(label)]"
  }

  /// Where each link begins, in reading order.
  func links() -> [Page.Link] {
    var places: [Int: (line: Int, column: Int)] = [:]
    for (index, line) in lines.enumerated() {
      guard line.runs.contains(where: { $0.reference != nil }) else { continue }
      var column = line.indent
      for run in line.runs {
        if let reference = run.reference, places[reference] == nil { places[reference] = (index, column) }
        column += CellText.width(of: run.text)
      }
    }
    return numbers.compactMap { reference, number in
      places[reference].map {
        Page.Link(number: number, reference: reference, line: $0.line, column: $0.column)
      }
    }.sorted { ($0.line, $0.column, $0.reference) < ($1.line, $1.column, $1.reference) }
  }
}
