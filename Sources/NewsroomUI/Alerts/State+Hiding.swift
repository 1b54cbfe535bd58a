internal import Messages
internal import Stories
internal import Words

// Kept searches whose stories the list leaves out: for some days, until a date, or until they are shown.
extension State {
  /// The searches that hide today.
  private var hiding: [SavedSearch] { savedSearches.filter { $0.hides(on: now.day) } }

  /// Tells the library what to leave out, if that has changed.
  mutating func hideAgain() -> [Effect] {
    let wanted = showsHidden || isKiosk ? [] : hiding
    guard wanted != hidingNow else { return [] }
    hidingNow = wanted
    return [.hide(wanted)]
  }

  /// Shows again what was hidden until today.
  mutating func endHiding() -> [Effect] {
    let ended = hidingNow.filter { !$0.hides(on: now.day) }
    if let first = ended.first, message == nil {
      message = Message(
        text: ended.count > 1
          ? "“\(first.name)” and \(ended.count - 1) more hides no more: its time has ended."
          : "“\(first.name)” hides no more: its time has ended.")
    }
    return hideAgain()
  }

  /// Lists the kept searches, to hide what one finds.
  mutating func chooseHiding() -> [Effect] {
    guard !savedSearches.isEmpty else { return sayNoKeptSearch() }
    let items = savedSearches.sorted { $0.name < $1.name }.map { saved in
      Chooser.Item(
        title: saved.name, detail: .words(catalogue(hidingWords(saved) ?? "hides nothing")),
        choice: .toggleHiding(saved))
    }
    open(.picker(Chooser(title: "Hide what a search finds", items: items)))
    return []
  }

  /// Asks until when a search is to hide what it finds, or ends its hiding.
  mutating func startHiding(_ saved: SavedSearch) -> [Effect] {
    guard var kept = kept(saved) else { return [] }
    guard !kept.isSetByHand else {
      return sayByHand(kept, kept.hides(on: now.day) ? "hide = false" : "hide = true")
    }
    guard kept.hides(on: now.day) else {
      closeLayers()
      open(.prompt(.hiding(Field(), kept)))
      return []
    }
    kept.hiding = nil
    put(kept)
    message = Message(text: "“\(kept.name)” hides nothing any more.")
    return [.keepSearch(kept)] + hideAgain() + refillDesks()
  }

  /// Hides what a search finds until what was typed; what is not a day stays to be corrected.
  mutating func hide(_ saved: SavedSearch, _ field: Field) -> [Effect] {
    let isOpen = field.text.allSatisfy { $0 == " " }
    let end = EndDay(field.text, now: now)
    guard isOpen || end != nil, var kept = kept(saved) else { return [] }
    closeLayer()
    kept.hiding = end.map { .until($0.day) } ?? .always
    put(kept)
    showsHidden = false
    message = Message(
      text: end.map {
        "What “\(kept.name)” finds is hidden until \(date($0.day)); \(key("show-hidden")) shows it."
      } ?? "What “\(kept.name)” finds is hidden; \(key("show-hidden")) shows it.")
    return [.keepSearch(kept)] + hideAgain()
  }

  /// How what was typed is understood.
  func readingOfEnd(_ field: Field) -> String {
    if field.text.allSatisfy({ $0 == " " }) { return catalogue[EndDay.forms] }
    if let end = EndDay(field.text, now: now) {
      return catalogue("→ until \(date(end.day))")
    }
    return catalogue("not a day to come; try \(Phrase(words: EndDay.forms))")
  }

  private func date(_ day: Day) -> String { catalogue.title(of: .day(day)) }

  /// Shows what searches hide among the other stories, or hides it again.
  mutating func toggleHidden() -> [Effect] {
    let all = hiding
    guard let first = all.first else {
      message = Message(text: "No search hides anything; :mute lets one do so.")
      return []
    }
    let counts = list.window?.hidden ?? [:]
    showsHidden.toggle()
    let counted = Self.words(counts) ?? "nothing here was hidden"
    message = Message(
      text: showsHidden
        ? "Shown: \(counted) · \(key("show-hidden")) hides again"
        : all.count > 1
          ? "What “\(first.name)” and \(all.count - 1) more finds is hidden again."
          : "What “\(first.name)” finds is hidden again.")
    return hideAgain()
  }

  /// "12 hidden by “sport”"; nil if nothing is hidden.
  static func words(_ hidden: [String: Int]) -> Phrase? {
    let total = hidden.values.reduce(0, +)
    guard total > 0 else { return nil }
    let names = hidden.keys.sorted()
    let by: Phrase = names.count == 1 ? "“\(names[0])”" : "\(names.count) searches"
    return "\(Numbers.grouped(total)) hidden by \(by)"
  }

  /// How long a search hides, in words; nil if it does not.
  func hidingWords(_ saved: SavedSearch) -> Phrase? {
    guard saved.hides(on: now.day) else { return nil }
    guard case .until(let day)? = saved.hiding else { return "hides" }
    let told = catalogue.moment(Timestamp(seconds: Int64(day.number) * 86_400, precision: .day), now: nil)
    return "hides until \(told.day ?? told.date)"
  }
}
