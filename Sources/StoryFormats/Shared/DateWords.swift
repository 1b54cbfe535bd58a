/// The words of dates.
enum DateWords {
  /// Months by their names and abbreviations, lower case.
  static let months: [String: Int] = {
    let names = [
      "january jan januar januari janvier enero janeiro",
      "february feb februar februari février febrero febr",
      "march mar marts mars märz maart marzo mrt", "april apr avril abril", "may maj mai mei mayo",
      "june jun juni juin junio", "july jul juli juillet julio", "august aug augusti augustus août agosto",
      "september sep sept septembre septiembre", "october oct oktober okt octobre octubre",
      "november nov novembre noviembre", "december dec dezember dez desember des décembre diciembre déc",
    ]
    var table: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { table[String(name)] = index + 1 }
    }
    return table
  }()

  static let weekdays: Set<String> = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    mandag tirsdag onsdag torsdag fredag lørdag søndag man tirs ons tors fre lør søn
    måndag tisdag lördag söndag mån tis lör sön
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    """)

  /// Words that say nothing in a date.
  static let fillers: Set<String> = words(
    "of the on den d de del le der am th st nd rd uhr hrs h o clock in i")

  /// Zones by their names, in seconds east of UTC; those that mean one thing only (RFC 5322, section 4.3, and Europe's).
  static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 3600, "bst": 3600, "cet": 3600, "cest": 7200,
    "mez": 3600,
    "mesz": 7200, "eet": 7200, "eest": 10_800, "msk": 10_800, "est": -18_000, "edt": -14_400, "cst": -21_600,
    "cdt": -18_000, "mst": -25_200, "mdt": -21_600, "pst": -28_800, "pdt": -25_200, "akst": -32_400,
    "akdt": -28_800,
    "hst": -36_000, "jst": 32_400, "aest": 36_000, "aedt": 39_600, "nzst": 43_200, "nzdt": 46_800,
  ]

  /// American zones named without their season.
  static let americanZones: [String: (standard: Int, summer: Int)] = [
    "et": (-18_000, -14_400), "ct": (-21_600, -18_000), "mt": (-25_200, -21_600), "pt": (-28_800, -25_200),
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
