import Stories
import Testing

@testable import NewsroomUI

private func progress(_ done: Int, of found: Int, bytes: Int = 0, total: Int = 0) -> IndexProgress {
  var progress = IndexProgress()
  (progress.filesDone, progress.filesFound, progress.walking) = (done, found, false)
  (progress.bytes, progress.bytesTotal) = (bytes, total)
  return progress
}

@Test func rateAndTimeLeftFollowTheLastSeconds() {
  var pace = ReadingPace()
  pace.note(progress(0, of: 100_000), elapsed: 0)
  pace.note(progress(500, of: 100_000, bytes: 400_000), elapsed: 0.5)
  #expect(pace.sentence(progress(500, of: 100_000)) == "Reading 500 of 100,000 files")
  for tenth in 6...100 {
    pace.note(progress(tenth * 100, of: 100_000, bytes: tenth * 410_000), elapsed: Double(tenth) / 10)
  }
  let now = progress(10_000, of: 100_000, bytes: 41_000_000)
  #expect(pace.sentence(now) == "Reading 10,000 of 100,000 files · 4.1 MB/s · 2 min left")
  #expect(pace.sentence(now, columns: 45) == "Reading 10,000 of 100,000 files · 2 min left")
  #expect(pace.sentence(now, columns: 31) == "10,000 of 100,000 · 2 min left")
  #expect(pace.sentence(now, columns: 3) == "Reading 10,000 of 100,000 files")
  // Twice as fast for longer than the span: the old rate is forgotten.
  for tenth in 101...170 {
    let files = 10_000 + (tenth - 100) * 200
    pace.note(progress(files, of: 100_000, bytes: files * 4_100), elapsed: Double(tenth) / 10)
  }
  #expect(pace.sentence(progress(24_000, of: 100_000, bytes: 98_400_000)).contains(" · 8.2 MB/s · 38 s left"))
}

@Test func skippedFilesAreCounted() {
  var pace = ReadingPace()
  pace.note(progress(0, of: 9_000), elapsed: 0)
  pace.note(progress(3_000, of: 9_000), elapsed: 2)
  #expect(
    pace.sentence(progress(3_000, of: 9_000)) == "Reading 3,000 of 9,000 files · 1,500 files/s · 4 s left")
}

@Test func aFewLargeFilesAreMeasuredByTheirBytes() {
  var pace = ReadingPace()
  let begun = progress(0, of: 1, bytes: 312_000_000, total: 1_024_000_000)
  pace.note(progress(0, of: 1, total: 1_024_000_000), elapsed: 0)
  pace.note(begun, elapsed: 6)
  #expect(pace.sentence(begun) == "Reading 312 of 1,024 MB · 52 MB/s · 14 s left")
  #expect(ReadingPace.share(of: begun) == 312.0 / 1_024)
  #expect(ReadingPace.share(of: progress(1, of: 4)) == 0.25)
  #expect(ReadingPace.share(of: progress(0, of: 0)) == nil)
  #expect(ReadingPace.share(of: IndexProgress()) == nil)
}

@Test func unknownFiguresAreNotShown() {
  var pace = ReadingPace()
  var walking = IndexProgress()
  walking.filesFound = 1_234
  pace.note(walking, elapsed: 0)
  pace.note(walking, elapsed: 9)
  #expect(pace.sentence(walking) == "Looking for stories · 1,234 files")
  pace.note(progress(0, of: 10), elapsed: 9)
  pace.note(progress(0, of: 10), elapsed: 20)
  #expect(pace.sentence(progress(0, of: 10)) == "Reading 0 of 10 files")
  // Another round starts the numbers again, and time never runs backwards.
  pace.note(progress(8, of: 10), elapsed: 22)
  pace.note(progress(2, of: 10), elapsed: 23)
  pace.note(progress(3, of: 10), elapsed: 1)
  #expect(pace.sentence(progress(3, of: 10)) == "Reading 3 of 10 files")
}

@Test func theBottomLineShowsRateAndTimeLeft() {
  var desk = Desk(size: (100, 30))
  desk.send(.progress(progress(0, of: 100_000), elapsed: 0))
  desk.send(.progress(progress(12_300, of: 100_000, bytes: 12_300_000), elapsed: 3))
  #expect(
    desk.row(29).hasPrefix(" Reading 12,300 of 100,000 files · 4.1 MB/s · 22 s left  ━━──"), "\(desk.row(29))"
  )
  desk.resize(40, 12)
  #expect(desk.row(11) == " 12,300 of 100,000 · 22 s left   1 of 6", "\(desk.row(11))")
  desk.resize(50, 12)
  desk.send(.progress(nil))
  #expect(!desk.row(11).contains("Reading"))
}
