import Screen
import Stories

extension StorySetter {
  /// Inlines as one text; links are numbered in the order they are met.
  mutating func collect(_ inlines: [Inline], role: Role, keepsBreaks: Bool = true) -> ParagraphText {
    var text = ParagraphText()
    collect(inlines, role: role, keepsBreaks: keepsBreaks, into: &text)
    text.trimEnd()
    return text
  }

  /// The same, after what `text` has already.
  mutating func collect(
    _ inlines: [Inline], role: Role, keepsBreaks: Bool = true, into text: inout ParagraphText
  ) {
    for (index, inline) in inlines.enumerated() {
      let struck = Self.strikeEnds(
        of: inline, before: index > 0 ? inlines[index - 1] : nil,
        behind: index + 1 < inlines.count ? inlines[index + 1] : nil)
      if inline.marks.contains(.note) {
        text.glue()
        text.append(Self.noteMark(inline.text), span: .init(role: .note, reference: nil, isProse: false))
        continue
      }
      let reference = inline.reference.flatMap { story.references.indices.contains($0) ? $0 : nil }
      let span = ParagraphText.Span(
        role: self.role(of: inline, reference: reference, otherwise: role), reference: reference,
        isProse: !inline.marks.contains(.code) && role != .heading)
      if struck.begins { text.append("~", span: span); text.glue() }
      text.append(inline.text, span: span, keepsBreaks: keepsBreaks)
      if struck.ends { text.glue(); text.append("~", span: span) }
      let goesOn = index + 1 < inlines.count && inlines[index + 1].reference == inline.reference
      if let reference, !goesOn { appendNumber(of: reference, to: &text) }
    }
  }

  /// Whether struck words begin or end here: they stand between "~", as few terminals strike out and no pipe does.
  private static func strikeEnds(of inline: Inline, before: Inline?, behind: Inline?) -> (
    begins: Bool, ends: Bool
  ) {
    guard inline.marks.contains(.strike) else { return (false, false) }
    return (before?.marks.contains(.strike) != true, behind?.marks.contains(.strike) != true)
  }

  /// The number of a link, in brackets after its words.
  mutating func appendNumber(of reference: Int, to text: inout ParagraphText) {
    let number = numbers[reference] ?? numbers.count + 1
    numbers[reference] = number
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

  /// A note's number as small raised digits, anything else in brackets.
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
    return numbers.sorted { $0.value < $1.value }.compactMap { reference, number in
      places[reference].map {
        Page.Link(number: number, reference: reference, line: $0.line, column: $0.column)
      }
    }
  }
}
