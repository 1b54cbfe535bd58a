internal import Messages
internal import Screen
internal import Stories

// Kept searches that tell of stories as they arrive.
extension State {
  /// The searches that alert.
  private var alerting: [SavedSearch] { savedSearches.filter(\.alerts) }

  /// Looks for arrivals that these searches find; nothing without any.
  func lookForAlerts() -> [Effect] {
    alerting.isEmpty || isKiosk ? [] : [.lookForAlerts(alerting)]
  }

  /// Tells of new alerts, in the bottom line and outside the reader.
  mutating func hear(of found: AlertsFound) -> [Effect] {
    alertCounts = found.unseen
    let effects = refillDesks()
    guard let latest = found.latest, !found.fresh.isEmpty else { return effects }
    let words = Self.sentence(of: found, latest)
    if message?.isFailure != true {
      message = Message(text: "\(words) · \(key("alerts")) lists alerts", isAlert: true)
    }
    let notice = Notice(
      title: libraryName, text: catalogue(words), bell: preferences.bell, manner: preferences.notify)
    return effects + (notice.bell == .off && notice.manner == .off ? [] : [.ring(notice)])
  }

  /// "Alert from “Ferries”: Ferry line to reopen", or how many there are.
  private static func sentence(of found: AlertsFound, _ latest: StoryAlert) -> Phrase {
    let names = found.fresh.keys.sorted()
    let count = found.fresh.values.reduce(0, +)
    let title = latest.listing.headline.isEmpty ? latest.listing.path : latest.listing.headline
    if count == 1 { return "Alert from “\(latest.search)”: \(title)" }
    let from = Phrase.joined(names.prefix(2).map { "“\($0)”" }, ", ")
    return names.count > 2
      ? "\(Numbers.grouped(count)) alerts from \(from) …" : "\(Numbers.grouped(count)) alerts from \(from)"
  }

  /// Lists what was found since the last look, and after it what was found before.
  mutating func showAlerts() -> [Effect] {
    guard !savedSearches.isEmpty else { return sayNoKeptSearch() }
    guard !alerting.isEmpty else {
      message = Message(text: "No search alerts yet: choose one with :alert.")
      return []
    }
    return [.alerts(alerting)]
  }

  /// Opens the list of alerts.
  mutating func list(_ alerts: [StoryAlert]) {
    alertCounts = [:]
    guard !alerts.isEmpty else {
      message = Message(text: "No alerts: nothing has arrived that a search with an alert finds.")
      return
    }
    let items = alerts.map { alert in
      Chooser.Item(
        alert.listing, detail: alert.search + (alert.isSeen ? "" : " · " + catalogue["new", as: "news"]))
    }
    let count = alerts.count { !$0.isSeen }
    open(
      .picker(Chooser(title: count == 0 ? "Alerts" : "Alerts · \(Numbers.grouped(count)) new", items: items)))
  }

  /// Lists the kept searches, to let one alert or to end it.
  mutating func chooseAlerting() -> [Effect] {
    guard !savedSearches.isEmpty else { return sayNoKeptSearch() }
    let items = savedSearches.sorted { $0.name < $1.name }.map { saved in
      Chooser.Item(
        title: saved.name, detail: .words(catalogue[saved.alerts ? "alerts" : "does not alert"]),
        choice: .toggleAlert(saved))
    }
    open(.picker(Chooser(title: "Alert of what arrives", items: items)))
    return []
  }

  /// Lets a kept search alert, or ends it.
  mutating func toggleAlert(_ saved: SavedSearch) -> [Effect] {
    guard var kept = kept(saved) else { return [] }
    guard !kept.isSetByHand else { return sayByHand(kept, "alert = \(!kept.alerts)") }
    kept.alerts.toggle()
    put(kept)
    message = Message(
      text: kept.alerts
        ? "“\(kept.name)” tells of what arrives; \(key("alerts")) lists it."
        : "“\(kept.name)” alerts no more.")
    if !kept.alerts { alertCounts[kept.name] = nil }
    return [.keepSearch(kept)] + lookForAlerts() + refillDesks()
  }

  /// The search as it is kept now; nil if it no longer is.
  func kept(_ saved: SavedSearch) -> SavedSearch? {
    savedSearches.first { $0.name == saved.name }
  }

  /// How many alerts a search has, in words; nil without alerts.
  func alertWords(_ saved: SavedSearch) -> Phrase? {
    guard saved.alerts else { return nil }
    let count = alertCounts[saved.name] ?? 0
    return count == 0 ? "alerts" : Numbers.counted(count, "alert", "alerts")
  }

  /// How many alerts have not been looked at.
  var unseenAlerts: Int { alertCounts.values.reduce(0, +) }

  /// Says how a search is kept.
  mutating func sayNoKeptSearch() -> [Effect] {
    message = Message(
      text: "No search is kept: \(key("find")) searches, and \(key("keep-search")) keeps the search.")
    return []
  }

  /// Says what to write into the settings file, which the reader never changes.
  mutating func sayByHand(_ saved: SavedSearch, _ setting: String) -> [Effect] {
    message = Message(
      text: "“\(saved.name)” is set in newsroom.toml; write { search = …, \(setting) } there.")
    return []
  }
}

extension Commands {
  static let alerts = [
    Command(
      "alerts", "List what kept searches have found among arrivals since you last looked", .finding,
      keys: [.character("!")]
    ) { state, _ in state.showAlerts() },
    Command("alert", "Let a kept search tell of what arrives, or end it", .finding, sequences: ["z a"]) {
      state, _ in
      state.chooseAlerting()
    },
    Command(
      "mute", "Hide what a kept search finds, for some days or until a date, or end it", .list,
      sequences: ["z h"]
    ) { state, _ in state.chooseHiding() },
    Command(
      "show-hidden", "Show the stories that searches hide, or hide them again", .list,
      keys: [.character("&")]
    ) { state, _ in state.toggleHidden() },
  ]

  static let alertsInLayers = [
    Command(
      "alert-kept", "Let the kept search tell of what arrives, or end it", .choosing,
      keys: [.control("a")], in: [.facets]
    ) { state, _ in state.withKeptSearch { $0.toggleAlert($1) } },
    Command(
      "hide-kept", "Hide what the kept search finds, or end it", .choosing, keys: [.control("x")],
      in: [.facets]
    ) { state, _ in state.withKeptSearch { $0.startHiding($1) } },
  ]
}

extension State {
  /// Does something with the kept search that is selected in the list of desks.
  mutating func withKeptSearch(_ work: (inout State, SavedSearch) -> [Effect]) -> [Effect] {
    guard case .search(let saved)? = picker?.selected?.choice, saved != .new else {
      message = Message(text: "Select a kept search first; they are beside the desks.")
      return []
    }
    return work(&self, saved)
  }
}
