import Stories
import StoryFormats
import Testing

@Test(arguments: [
  ("2016-03-29", "2016-03-29T00:00:00Z", Timestamp.Precision.day),
  ("2016-03", "2016-03-01T00:00:00Z", .month),
  ("2016-03-29T09:12:00+02:00", "2016-03-29T09:12:00+02:00", .second),
  ("2016-03-29T09:12:00.123456Z", "2016-03-29T09:12:00Z", .second),
  ("2016-03-29T09:12Z", "2016-03-29T09:12:00Z", .minute),
  ("2016-03-29 09:12:00 -0500", "2016-03-29T09:12:00-05:00", .second),
  ("2016-03-29 09:12:00 +0200", "2016-03-29T09:12:00+02:00", .second),
  ("20160329T091200Z", "2016-03-29T09:12:00Z", .second),
  ("20160329", "2016-03-29T00:00:00Z", .day),
  ("2001-12-14 21:59:43.10 -5", "2001-12-14T21:59:43-05:00", .second),
  ("2016-02-29", "2016-02-29T00:00:00Z", .day),
  ("Tue, 29 Mar 2016 09:12:00 GMT", "2016-03-29T09:12:00Z", .second),
  ("29 Mar 16 09:12 EST", "2016-03-29T09:12:00-05:00", .minute),
  ("Tue, 29 Mar 2016 09:12:00 +0200 (CEST)", "2016-03-29T09:12:00+02:00", .second),
  ("Tue, 29 Mar 2016 09:12:00 CEST", "2016-03-29T09:12:00+02:00", .second),
  ("Tue, 29 Mar 2016 09:12:00 UT", "2016-03-29T09:12:00Z", .second),
  ("29 March 2016", "2016-03-29T00:00:00Z", .day),
  ("March 29, 2016", "2016-03-29T00:00:00Z", .day),
  ("March 29th, 2016", "2016-03-29T00:00:00Z", .day),
  ("March 2016", "2016-03-01T00:00:00Z", .month),
  ("Mar 29 2016, 9:12 am ET", "2016-03-29T09:12:00-04:00", .minute),
  ("Jan 29 2016, 9:12 p.m. ET", "2016-01-29T21:12:00-05:00", .minute),
  ("Tuesday, 29 March 2016 09:12", "2016-03-29T09:12:00", .minute),
  ("29. marts 2016 kl. 9.12", "2016-03-29T09:12:00", .minute),
  ("tirsdag den 29. marts 2016", "2016-03-29T00:00:00Z", .day),
  ("29 mars 2016", "2016-03-29T00:00:00Z", .day),
  ("tisdag 29 mars 2016 kl 09.12", "2016-03-29T09:12:00", .minute),
  ("29. desember 2016", "2016-12-29T00:00:00Z", .day),
  ("29. März 2016", "2016-03-29T00:00:00Z", .day),
  ("29.03.2016", "2016-03-29T00:00:00Z", .day),
  ("29.03.2016 09:12", "2016-03-29T09:12:00", .minute),
  ("29.03.16", "2016-03-29T00:00:00Z", .day),
  ("29/03/2016", "2016-03-29T00:00:00Z", .day),
  ("03/29/2016", "2016-03-29T00:00:00Z", .day),
])
func datesAreReadInTheStylesOfSites(text: String, iso: String, precision: Timestamp.Precision) {
  #expect(DateReading.read(text)?.iso8601 == iso)
  #expect(DateReading.read(text)?.precision == precision)
}

@Test(arguments: [
  "", " ", "2016-13-45", "2016-02-30", "2015-02-29", "03/04/2016", "32 March 2016", "March", "29", "tomorrow",
  "2016-03-29T25:00:00Z", "2016-03-29T09:61", "29 March 2016 or so", "29 March 30 April 2016", "0000-01-01",
  "2016-03-29T09:12:00+99:99", "99999999999999999999999999", "1459242720", "--", "2016-", "2016--03",
  "13 pm 29 March 2016", "9:12", "Tue, 29 Foo 2016",
])
func whatIsNoDateIsNotGuessed(text: String) {
  #expect(DateReading.read(text) == nil)
}

@Test(
  arguments: [
    ("2016-03-29-slug", "2016-03-29T00:00:00Z"), ("20160329-slug", "2016-03-29T00:00:00Z"),
    ("2016_03_29", "2016-03-29T00:00:00Z"), ("2016-02-30-slug", nil), ("123456789", nil), ("slug-2016", nil),
    ("2016-03-291", nil), ("", nil),
  ] as [(String, String?)])
func fileNamesTellTheirDate(name: String, iso: String?) {
  #expect(DateReading.inFileName(name)?.iso8601 == iso)
}

@Test(
  arguments: [
    ("/2016/03/29/slug", "2016-03-29T00:00:00Z"), ("news/2016/03/slug.txt", "2016-03-01T00:00:00Z"),
    ("news/2016-03-29/slug.txt", "2016-03-29T00:00:00Z"), ("2016/13/29/slug", nil), ("news/slug", nil),
    ("", nil),
  ] as [(String, String?)])
func pathsTellTheirDate(path: String, iso: String?) {
  #expect(DateReading.inPath(path)?.iso8601 == iso)
}

@Test(arguments: [
  "5 March 2026 99.99", "5 March 2026 1.", "1 2.3 March 2026 7.", "3 Mar 2026 25.00.61", "2 Mar 2026 at 9.x",
])
func brokenTimesEndTheReading(_ text: String) {
  // An invalid time is a number too many, and so no date; the point is that reading ends.
  #expect(DateReading.read(text) == nil || DateReading.read(text)?.precision == .day)
}

@Test(arguments: [
  ("6. 3. 2023 10:32", "2023-03-06T10:32:00"), ("lundi 6 mars 2023 à 10h32", "2023-03-06T10:32:00"),
  ("2023年3月6日", "2023-03-06T00:00:00Z"), ("2023/3/6 10:32", "2023-03-06T10:32:00"),
  ("6 marca 2023", "2023-03-06T00:00:00Z"), ("6 марта 2023", "2023-03-06T00:00:00Z"),
  ("6 de março de 2023 às 10h32", "2023-03-06T10:32:00"),
  ("Sept. 24, 2019 7 a.m. ET", "2019-09-24T07:00:00-04:00"),
  ("Mon Mar 06 2023 10:32:00 GMT+0100 (Central European Standard Time)", "2023-03-06T10:32:00+01:00"),
  ("maanantaina 6. maaliskuuta 2023 klo 10.32", "2023-03-06T10:32:00"),
  ("6 mar 2023 @ 10:32 pm", "2023-03-06T22:32:00"),
])
func datesAreReadInTheStylesOfPages(text: String, iso: String) {
  #expect(DateReading.read(text)?.iso8601 == iso)
}

@Test(arguments: [
  ("/2019/sep/24/slug", "2019-09-24T00:00:00Z"), ("/2019/september/slug", "2019-09-01T00:00:00Z"),
])
func pathsTellTheirMonthByName(path: String, iso: String) {
  #expect(DateReading.inPath(path)?.iso8601 == iso)
}
