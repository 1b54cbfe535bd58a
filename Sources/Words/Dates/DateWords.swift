/// The words that dates are made of.
package enum DateWords {
  /// Months by their names and abbreviations in lower case.
  package static let months: [String: Int] = {
    let names = [
      "january jan januar januari janvier enero ene janeiro gennaio gen",
      "february feb februar februari février febrero febr fevereiro fev febbraio",
      "march mar marts mars märz maart marzo mrt março", "april apr avril abril avr abr aprile",
      "may maj mai mei mayo maio maggio mag", "june jun juni juin junio junho giugno giu",
      "july jul juli juillet julio juil julho luglio lug",
      "august aug augusti augustus août agosto aoû ago",
      "september sep sept septembre septiembre setembro settembre set",
      "october oct oktober okt octobre octubre outubro out ottobre ott",
      "november nov novembre noviembre novembro",
      "december dec dezember dez desember des décembre diciembre déc dezembro dic dicembre",
    ]
    var table: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in (line + " " + farNames[index]).split(separator: " ") { table[String(name)] = index + 1 }
    }
    return table
  }()

  /// Months in Finnish, Polish, Czech, Catalan, Hungarian, Romanian, Turkish, Icelandic, Russian, Ukrainian
  /// and Greek.
  private static let farNames = [
    """
    tammikuuta tammikuu stycznia styczeń ledna leden gener január ianuarie ocak janúar января янв січня \
    ιανουαρίου
    """,
    """
    helmikuuta helmikuu lutego luty února únor febrer február februarie şubat febrúar февраля фев лютого \
    φεβρουαρίου
    """,
    "maaliskuuta maaliskuu marca marzec března březen març március martie mart марта мар березня μαρτίου",
    """
    huhtikuuta huhtikuu kwietnia kwiecień dubna duben április aprilie nisan apríl апреля апр квітня \
    απριλίου
    """,
    "toukokuuta toukokuu maja května květen maig május mayıs maí мая травня μαΐου",
    "kesäkuuta kesäkuu czerwca czerwiec června červen juny június iunie haziran júní июня июн червня ιουνίου",
    """
    heinäkuuta heinäkuu lipca lipiec července červenec juliol július iulie temmuz júlí июля июл липня \
    ιουλίου
    """,
    """
    elokuuta elokuu sierpnia sierpień srpna srpen agost augusztus ağustos ágúst августа авг серпня \
    αυγούστου
    """,
    """
    syyskuuta syyskuu września wrzesień září setembre szeptember septembrie eylül сентября сен вересня \
    σεπτεμβρίου
    """,
    """
    lokakuuta lokakuu października październik října říjen octubre október octombrie ekim октября окт \
    жовтня οκτωβρίου
    """,
    """
    marraskuuta marraskuu listopada listopad listopadu novembre noiembrie kasım nóvember ноября ноя \
    листопада νοεμβρίου
    """,
    """
    joulukuuta joulukuu grudnia grudzień prosince prosinec desembre decembrie aralık desember декабря дек \
    грудня δεκεμβρίου
    """,
  ]

  /// Names of months with at least four letters; outside English these are no other words.
  package static var monthNames: [String] { months.keys.filter { $0.count > 3 } }

  package static let weekdays: Set<String> = words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
    mandag tirsdag onsdag torsdag fredag lørdag søndag man tirs ons tors fre lør søn
    måndag tisdag lördag söndag mån tis lör sön
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so
    lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo
    lunedì martedì mercoledì giovedì venerdì sabato domenica gio ven sab dom mer
    lun jeu sam dim mié mie jue vie sáb seg ter qua qui sex
    maanantai maanantaina tiistai tiistaina keskiviikko keskiviikkona torstai torstaina perjantai perjantaina
    lauantai lauantaina sunnuntai sunnuntaina segunda terça quarta quinta sexta feira domingo lunis
    poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月 火 水 木 金 土 日
    """)

  /// Words without meaning in a date.
  package static let fillers: Set<String> = words(
    """
    of the on den d de del le der am th st nd rd er º ª uhr hrs h o clock in i à a às as las los el dia alle
    ore om uur
    """)

  /// Time zones by name, in seconds east of UTC; only unambiguous ones (RFC 5322, section 4.3, and Europe's).
  package static let zones: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "ut": 0, "wet": 0, "west": 3600, "bst": 3600, "cet": 3600, "cest": 7200,
    "mez": 3600,
    "mesz": 7200, "eet": 7200, "eest": 10_800, "msk": 10_800, "est": -18_000, "edt": -14_400, "cst": -21_600,
    "cdt": -18_000, "mst": -25_200, "mdt": -21_600, "pst": -28_800, "pdt": -25_200, "akst": -32_400,
    "akdt": -28_800,
    "hst": -36_000, "jst": 32_400, "aest": 36_000, "aedt": 39_600, "nzst": 43_200, "nzdt": 46_800,
    "kst": 32_400, "hkt": 28_800, "sgt": 28_800, "wib": 25_200, "sast": 7200, "awst": 28_800, "acst": 34_200,
    "acdt": 37_800, "brt": -10_800,
  ]

  /// American zones named without a season.
  package static let americanZones: [String: (standard: Int, summer: Int)] = [
    "et": (-18_000, -14_400), "ct": (-21_600, -18_000), "mt": (-25_200, -21_600), "pt": (-28_800, -25_200),
  ]

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
