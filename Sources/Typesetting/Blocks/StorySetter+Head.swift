import Screen
import Stories

extension StorySetter {
  /// Headline, standfirst, and the line of section, names, dates and reading time.
  mutating func setHead() {
    setWarning()
    var column = outerColumn
    setWords(story.headline, role: .headline, in: &column, manner: .balanced)
    if let standfirst = story.standfirst, !standfirst.isEmpty {
      blank()
      setWords(standfirst, role: .standfirst, in: &column, hyphenates: true)
    }
    let facts = DateLine(story: story, today: typesetter.options.today).facts
    let span = ParagraphText.Span(role: .byline, reference: nil, isProse: false)
    if !facts.isEmpty {
      blank()
      var text = ParagraphText()
      for (index, fact) in facts.enumerated() {
        if index > 0 {
          // The dot ends a line rather than beginning one.
          text.append(" ", span: span)
          text.glue()
          text.append("· ", span: span)
        }
        text.append(fact, span: span, keepsBreaks: false)
      }
      text.trimEnd()
      setParagraph(text, in: &column, hyphenates: false)
    }
    blank()
    setDeskNotes()
  }
}

/// The line under the standfirst: `Nordic · By Ada Holm · 29 March 2016 · 4 min`.
struct DateLine {
  var story: Story
  var today: Day?

  /// Its parts; what the story does not say is left out.
  var facts: [String] {
    var facts: [String] = []
    if let section = story.section, !section.isEmpty { facts.append(section) }
    if let names { facts.append("By \(names)") }
    if let published = story.published { facts.append(date(of: published)) }
    if let updated { facts.append("updated \(updated)") }
    if let version = story.wire.version, version > 1 { facts.append("version \(version)") }
    let words = story.words
    if words > 0 { facts.append("\(ReadingTime.minutes(words: words)) min") }
    return facts
  }

  private var names: String? {
    let names = story.bylines.filter { !$0.isEmpty }.prefix(20)
    guard let last = names.last else { return nil }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// When it was updated, where that is another day or, on the same day, another minute.
  private var updated: String? {
    guard let updated = story.updated else { return nil }
    guard let published = story.published else { return date(of: updated) }
    if updated.day != published.day { return date(of: updated) }
    guard updated.precision >= .minute, published.precision >= .minute, clock(updated) != clock(published)
    else { return nil }
    return clock(updated)
  }

  private func date(of moment: Timestamp) -> String {
    let (year, month, day) = moment.day.civil
    if let today, moment.precision >= .day {
      let ago = today.number - moment.day.number
      if ago == 0 { return moment.precision >= .minute ? "Today \(clock(moment))" : "Today" }
      if ago == 1 { return "Yesterday" }
    }
    let name = Self.months.indices.contains(month - 1) ? Self.months[month - 1] : ""
    switch moment.precision {
    case .year: return "\(year)"
    case .month: return "\(name) \(year)"
    case .day, .minute, .second: return "\(day) \(name) \(year)"
    }
  }

  /// A moment in full: `24 November 2026, 14:00`.
  static func moment(_ moment: Timestamp) -> String {
    let line = DateLine(
      story: Story(id: StoryID(rawValue: 0), path: "", format: "", headline: ""), today: nil)
    return line.date(of: moment) + (moment.precision >= .minute ? ", " + line.clock(moment) : "")
  }

  private func clock(_ moment: Timestamp) -> String {
    let (hour, minute, _) = moment.clock
    return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November",
    "December",
  ]
}
