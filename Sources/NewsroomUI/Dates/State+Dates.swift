internal import Messages
internal import Stories
internal import Words

// Going to a date.
extension State {
  /// Opens the prompt for a date.
  mutating func startDating() -> [Effect] {
    let effects = enter(.list)
    open(.prompt(.date(Field())))
    return effects
  }

  /// Goes to the date that was typed; anything else stays in the prompt to be corrected.
  mutating func goToDate(_ field: Field) -> [Effect] {
    let period = DatePeriod(field.text, now: now)
    if period != nil || field.text.allSatisfy({ $0 == " " }) { closeLayer() }
    return period.map { go(to: $0) } ?? []
  }

  /// How the typed words are understood.
  func reading(of field: Field) -> String {
    if field.text.allSatisfy({ $0 == " " }) { return catalogue[DatePeriod.forms] }
    if let period = DatePeriod(field.text, now: now) { return "→ \(catalogue.title(of: period.name))" }
    return catalogue["not a date; try 2016, 2016-03-29, yesterday or 2w"]
  }

  /// Asks for the rows of a period: its newest if the list begins with the newest, otherwise its oldest.
  ///
  /// If the period is open at that end, asks for the rows at that end of the list.
  private mutating func go(to period: DatePeriod) -> [Effect] {
    var query = list.query
    if !query.order.isByTime { query.order = .newestFirst }
    if query.groupedBy != nil { query.grouping = .dates }
    let ends = Day(year: 1, month: 1, day: 1).number...Day(year: 9999, month: 12, day: 31).number
    let moment =
      query.order == .newestFirst
      ? period.until.map { $0 - 1 } ?? Int64(ends.upperBound) * 86_400
      : period.from ?? Int64(ends.lowerBound) * 86_400
    let goal = ArticleList.DateGoal(period: period, moment: moment, now: now)
    return [list.show(query, .date(goal), reach: reach)]
  }

  /// Says which story is selected instead, if none is from the period.
  mutating func sayWhere(_ period: DatePeriod) {
    guard let row = list.selected else { return }
    let day = row.published?.day(for: now)
    if let day, period.contains(day) { return }
    let isNewest = list.query.order == .newestFirst
    let place: Phrase
    switch day {
    case nil: place = "this story has no date."
    case let day? where period.first.map { day < $0 } == true:
      place = isNewest ? "this is the next older one." : "all are older."
    default: place = isNewest ? "all are newer." : "this is the next newer one."
    }
    let title = catalogue.title(of: period.name)
    message = Message(
      text: period.from == nil || period.until == nil
        ? "No stories \(title); \(place)" : "No stories from \(title); \(place)")
  }
}
