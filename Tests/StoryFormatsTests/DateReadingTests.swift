import Stories
import StoryFormats
import Testing

@Test(
  arguments: [
    ("2016-03-29", nil, "2016-03-29T00:00:00Z day"),
    ("2016-03-29 09:12:00 -0500", nil, "2016-03-29T09:12:00-05:00 second"),
    ("2016-03-29T09:12Z", nil, "2016-03-29T09:12:00Z minute"),
    ("2016-03-29T09:12:30.125+02:00", nil, "2016-03-29T09:12:30+02:00 second"),
    ("2016-03-29 09:12 CEST", nil, "2016-03-29T09:12:00+02:00 minute"),
    ("20160329T091200Z", nil, "2016-03-29T09:12:00Z second"),
    ("2016-3-9", nil, "2016-03-09T00:00:00Z day"),
    ("2016/03/29", nil, "2016-03-29T00:00:00Z day"),
    ("2016-W13-2", nil, "2016-03-29T00:00:00Z day"),
    ("2016-089", nil, "2016-03-29T00:00:00Z day"),
    ("2016-03", nil, "2016-03-01T00:00:00Z month"),
    ("2016", nil, "2016-01-01T00:00:00Z year"),
    ("Tue, 29 Mar 2016 09:12:00 GMT", nil, "2016-03-29T09:12:00Z second"),
    ("Tue, 29 Mar 16 09:12 EST", nil, "2016-03-29T09:12:00-05:00 minute"),
    ("29 Mar 2016 09:12:00 +0200", nil, "2016-03-29T09:12:00+02:00 second"),
    ("Tue Mar 29 09:12:00 2016", nil, "2016-03-29T09:12:00Z second"),
    ("March 29, 2016", nil, "2016-03-29T00:00:00Z day"),
    ("March 29th, 2016 at 9:12 p.m.", nil, "2016-03-29T21:12:00Z minute"),
    ("12:05 am, 29 March 2016", nil, "2016-03-29T00:05:00Z minute"),
    ("March 2016", nil, "2016-03-01T00:00:00Z month"),
    ("tirsdag den 29. marts 2016 kl. 09.12", nil, "2016-03-29T09:12:00Z minute"),
    ("29 mars 2016 klockan 9.12", nil, "2016-03-29T09:12:00Z minute"),
    ("3. desember 2016", nil, "2016-12-03T00:00:00Z day"),
    ("Dienstag, 29. März 2016, 9 Uhr", nil, "2016-03-29T09:00:00Z minute"),
    ("29.03.2016", nil, "2016-03-29T00:00:00Z day"),
    ("29.03.2016 09:12", nil, "2016-03-29T09:12:00Z minute"),
    ("29/03/2016", nil, "2016-03-29T00:00:00Z day"),
    ("03/29/2016", nil, "2016-03-29T00:00:00Z day"),
    ("03/04/2016", "da", "2016-04-03T00:00:00Z day"),
    ("03/04/2016", "en-US", "2016-03-04T00:00:00Z day"),
    ("05/05/2016", nil, "2016-05-05T00:00:00Z day"),
  ] as [(String, String?, String)])
func aDateIsReadAsItIsWritten(text: String, language: String?, expected: String) {
  let found = DateReading.read(text, language: language)
  #expect(found.map { "\($0.iso8601) \($0.precision)" } == expected)
}

@Test(arguments: [
  "", " ", "yesterday", "2016-02-30", "2016-13-01", "2016-03-29T25:00", "2016-03-29T09:61", "03/04/2016",
  "29.03.16",
  "March", "29 March", "29 30 March 2016", "March March 29 2016", "29 March 2016 about ferries", "20161332",
  "2016-03-29Tx", "99999999999999999999", "0000-00-00", "2016-W54-1", "2015-366", "9:12",
  "29 March 2016 13 pm",
  "tomorrow at 9", "2016-03-29 09:12 +9900", "１２ March 2016", "----", "::::", "kl. kl. kl.",
])
func whatIsNoDateOrTwoIsNone(text: String) {
  #expect(DateReading.read(text) == nil)
}

@Test(arguments: [
  ("2016-03-29-harbour.md", "2016-03-29"), ("2017-2-5-zeroes.md", "2017-02-05"),
  ("20160329 harbour.md", "2016-03-29"),
  ("harbour-2016-03-29.md", "2016-03-29"), ("harbour.md", nil), ("2016-13-29-x.md", nil),
  ("Rust-1.88.0.md", nil),
  ("12345678901-x.md", nil), ("2016.md", nil), ("", nil),
])
func aFileNameMayCarryItsDate(name: String, expected: String?) {
  #expect(DateReading.inFileName(name).map { String($0.iso8601.prefix(10)) } == expected)
}

@Test(arguments: [
  ("2016/03/29/harbour", "2016-03-29 day"), ("news/2016/03/harbour.md", "2016-03-01 month"),
  ("news/2016-03-29/harbour.md", "2016-03-29 day"), ("2016/harbour.md", "2016-01-01 year"),
  ("news/harbour.md", nil),
  ("9999/01/x", nil), ("2016", nil), ("///", nil), ("", nil),
])
func foldersMaySpellADate(path: String, expected: String?) {
  #expect(DateReading.inPath(path).map { "\($0.iso8601.prefix(10)) \($0.precision)" } == expected)
}
