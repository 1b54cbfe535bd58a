/// The words of dates in English, Danish, Swedish, Norwegian and German, all lower case.
enum DateWords {
  /// The month from 1 that a name or its short form means; "mar." and "mai" are one in every language that has them.
  static func month(_ word: String) -> Int? { months[word] }

  private static let months: [String: Int] = {
    let names = [
      "january jan januar januari jänner jän", "february feb februar februari febr",
      "march mar marts mars märz mrz mär maerz", "april apr", "may maj mai", "june jun juni", "july jul juli",
      "august aug augusti", "september sep sept", "october oct oktober okt", "november nov",
      "december dec desember des dezember dez",
    ]
    var months: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[String(name)] = index + 1 }
    }
    return months
  }()

  /// Names of weekdays: they are passed over, as the date says which day it was.
  static let weekdays = Set(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    mandag tirsdag onsdag torsdag fredag lørdag søndag man tir tirs ons tor tors fre lør søn
    måndag tisdag lördag söndag mån tis lör sön
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Words between the parts of a date that say nothing.
  static let fillers: Set<String> = [
    "den", "d", "the", "of", "on", "om", "am", "der", "dem", "uhr", "hrs", "h", "a",
  ]

  /// Words that announce a time of day.
  static let clock: Set<String> = ["kl", "klokken", "klokka", "klockan", "at", "um", "ved"]
}
