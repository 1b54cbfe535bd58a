internal import Words

extension LanguagePack {
  /// Swedish: a blank that does not break groups the digits.
  static let swedish = LanguagePack(
    calendar: CalendarNames(
      weekdays: "måndag tisdag onsdag torsdag fredag lördag söndag",
      months: "januari februari mars april maj juni juli augusti september oktober november december",
      shortMonths: "jan. feb. mars apr. maj juni juli aug. sep. okt. nov. dec."),
    numbers: NumberSigns(group: "\u{A0}", decimal: ","),
    phrases: [
      swedishCommands,
      swedishBoxes,
      swedishList,
      swedishMessages,
      swedishMarks,
      swedishLists,
      swedishSearch,
      swedishLanguages,
      swedishReader,
      swedishLinear,
      swedishManual,
      swedishAlerts,
      swedishDone,
    ],
    told: [
      swedishToldLibrary,
      swedishToldShell,
      swedishToldSettings,
    ])
}
