internal import Stories

// Going to a date.
extension State {
  /// Opens the line for a date to go to.
  mutating func startDating() -> [Effect] {
    let effects = enter(.list)
    open(.prompt(.date(Field())))
    return effects
  }

  /// Goes to the date in that line; what is none stays to be mended.
  mutating func goToDate(_ field: Field) -> [Effect] {
    let period = DatePeriod(field.text, now: now)
    if period != nil || field.text.allSatisfy({ $0 == " " }) { closeLayer() }
    return period.map { go(to: $0) } ?? []
  }

  /// What the line makes of the words typed.
  func reading(of field: Field) -> String {
    if field.text.allSatisfy({ $0 == " " }) { return DatePeriod.forms }
    if let period = DatePeriod(field.text, now: now) { return "→ \(period.title)" }
    return "not a date; try 2016, 2016-03-29, yesterday or 2w"
  }

  /// Asks for the rows of a period: the newest of it where the newest stand first, else the oldest.
  private mutating func go(to period: DatePeriod) -> [Effect] {
    var query = list.query
    if !query.order.isByTime { query.order = .newestFirst }
    let moment =
      query.order == .newestFirst ? period.end(offset: now.offset) : period.begin(offset: now.offset)
    let goal = ArticleList.DateGoal(period: period, moment: moment, now: now)
    return [list.show(query, .date(goal), reach: reach)]
  }

  /// Says where the list stands now that it was to go to a period and there is nothing of it.
  mutating func sayWhere(_ period: DatePeriod) {
    guard let row = list.selected else { return }
    let day = row.published?.day(for: now)
    if let day, (period.first...period.last).contains(day) { return }
    let isNewest = list.query.order == .newestFirst
    let place: String
    switch day {
    case nil: place = "this one has no date."
    case let day? where day < period.first: place = isNewest ? "this is the next older." : "all are older."
    default: place = isNewest ? "all are newer." : "this is the next newer."
    }
    message = Message(text: "No story from \(period.title); \(place)")
  }
}
