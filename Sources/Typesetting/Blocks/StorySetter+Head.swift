import Messages
import Screen
import Stories
import Words

extension StorySetter {
  /// Sets headline, standfirst, and the line of desk, names, dates and reading time.
  mutating func setHead() {
    setWarning()
    var column = outerColumn
    setWords(story.headline, role: .headline, in: &column, manner: .balanced)
    if let standfirst = story.standfirst, !standfirst.isEmpty {
      blank()
      setWords(standfirst, role: .standfirst, in: &column, hyphenates: true)
    }
    let facts = DateLine(
      story: story, now: typesetter.options.now, catalogue: typesetter.options.catalogue
    ).facts
    let span = ParagraphText.Span(role: .byline, reference: nil, isProse: false)
    if !facts.isEmpty {
      blank()
      var text = ParagraphText()
      for (index, fact) in facts.enumerated() {
        if index > 0 {
          // The dot comes at the end of a line rather than at the start of the next.
          text.append(" ", span: span)
          text.glue()
          text.append("· ", span: span)
        }
        append(fact, span: span, measure: column.measure, to: &text)
      }
      text.trimEnd()
      setParagraph(text, in: &column, hyphenates: false)
    }
    blank()
    setDeskNotes()
  }

  /// Adds a fact that is not broken over two lines, if it fits on one.
  private func append(_ fact: String, span: ParagraphText.Span, measure: Int, to text: inout ParagraphText) {
    guard CellText.width(of: CellText.clean(fact)) + 2 <= measure else {
      return text.append(fact, span: span, keepsBreaks: false)
    }
    for (index, word) in fact.split(whereSeparator: \.isWhitespace).enumerated() {
      if index > 0 { text.appendHeldBlank() }
      text.append(String(word), span: span, keepsBreaks: false)
    }
  }
}

/// The line under the standfirst: `Nordic · By Ada Holm · 29 Mar 2016, 14:30 · 4 min`.
struct DateLine {
  var story: Story
  /// The moment of reading, whose clock is used for hours; nil shows them as written.
  var now: Timestamp?
  var catalogue = Catalogue.english

  /// Its parts; facts that the story lacks are left out.
  var facts: [String] {
    var facts: [String] = []
    if let section = story.section, !section.isEmpty { facts.append(DeskName.shown(section)) }
    if let names { facts.append(catalogue("By \(names)")) }
    let published = story.published.map { told($0) }
    if let published { facts.append(published.text) }
    if let updated = updated(after: published) { facts.append(catalogue("updated \(updated)")) }
    if let version = story.wire.version, version > 1 { facts.append(catalogue("version \(version)")) }
    let words = story.words
    if words > 0 { facts.append(catalogue("\(ReadingTime.minutes(words: words)) min")) }
    return facts
  }

  private var names: String? {
    let names = story.bylines.filter { !$0.isEmpty }.prefix(20)
    guard let last = names.last else { return nil }
    return names.count == 1 ? last : catalogue("\(names.dropLast().joined(separator: ", ")) and \(last)")
  }

  private func told(_ moment: Timestamp) -> ToldMoment { catalogue.moment(moment, now: now) }

  /// The time of the update, as far as it differs from publication: the hour on the same day, the day in the
  /// same year.
  private func updated(after published: ToldMoment?) -> String? {
    guard let updated = story.updated.map({ told($0) }) else { return nil }
    guard let published else { return updated.text }
    guard updated.day == published.day else {
      return updated.year == published.year && updated.day != nil ? updated.withoutYear : updated.text
    }
    guard let clock = updated.clock, let before = published.clock, clock != before else { return nil }
    return clock
  }
}
