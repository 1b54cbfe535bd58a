public import Stories
public import Words

extension Catalogue {
  /// A moment as it is written in the language.
  ///
  /// - Parameter now: the reader's clock; nil for the moment's own zone.
  public func moment(_ moment: Timestamp, now: Timestamp?) -> ToldMoment {
    ToldMoment(moment, now: now, names: calendar)
  }

  /// The name of a period: "March 2016", "since 29 March 2016".
  public func title(of period: DatePeriod.Name) -> String {
    switch period {
    case .day(let day): date(day)
    case .month(let year, let month): "\(calendar.month(month)) \(year)"
    case .year(let year): "\(year)"
    case .moment(let day, let clock): "\(date(day)), \(clock)"
    case .hoursAgo(let hours): self(Phrase.counted(hours, "hour ago", "hours ago"))
    case .week(let word): self["\(word) week"]
    case .since(let name): self("since \(title(of: name))")
    case .after(let name): self("after \(title(of: name))")
    case .until(let name): self("until \(title(of: name))")
    case .before(let name): self("before \(title(of: name))")
    case .range(let one, let other): self("\(title(of: one)) to \(title(of: other))")
    }
  }

  private func date(_ day: Day) -> String {
    let (year, month, number) = day.civil
    return "\(calendar.day(number, month)) \(year)"
  }
}

extension Phrase {
  /// The name of a language, by its tag: "Swedish", "Portuguese (BR)".
  public init(language tag: String) {
    let parts = tag.split(separator: "-", maxSplits: 1)
    let name = Languages.name(of: parts.first.map(String.init) ?? tag)
    let isKnown = name != parts.first.map(String.init)
    guard isKnown else {
      self = .verbatim(tag)
      return
    }
    self = parts.count > 1 ? "\(Phrase(words: name)) (\(parts[1]))" : Phrase(words: name)
  }
}
