internal import Words

extension LanguagePack {
  /// Danish: days of a month with a full stop, hours and minutes too.
  static let danish = LanguagePack(
    calendar: CalendarNames(
      weekdays: "mandag tirsdag onsdag torsdag fredag lørdag søndag",
      months: "januar februar marts april maj juni juli august september oktober november december",
      shortMonths: "jan. feb. mar. apr. maj jun. jul. aug. sep. okt. nov. dec.", dayMark: ".", clockMark: "."),
    numbers: NumberSigns(group: ".", decimal: ","),
    phrases: [
      danishCommands,
      danishBoxes,
      danishList,
      danishMessages,
      danishMarks,
      danishLists,
      danishSearch,
      danishLanguages,
      danishReader,
      danishLinear,
      danishManual,
      danishAlerts,
      danishDone,
    ],
    told: [
      danishToldLibrary,
      danishToldShell,
      danishToldSettings,
    ])
}
