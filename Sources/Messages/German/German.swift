internal import Words

extension LanguagePack {
  /// German: days of a month with a full stop.
  static let german = LanguagePack(
    calendar: CalendarNames(
      weekdays: "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
      months: "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
      shortMonths: "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.", dayMark: "."),
    numbers: NumberSigns(group: ".", decimal: ","),
    phrases: [
      germanCommands,
      germanBoxes,
      germanList,
      germanMessages,
      germanMarks,
      germanLists,
      germanSearch,
      germanLanguages,
      germanReader,
      germanLinear,
      germanManual,
      germanAlerts,
      germanDone,
    ],
    told: [
      germanToldLibrary,
      germanToldShell,
      germanToldSettings,
    ])
}
