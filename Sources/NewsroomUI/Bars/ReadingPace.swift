public import Messages
public import Stories

/// How fast a directory is being read, how much is done, and how long the rest will take.
///
/// Rates are averages of the last few seconds: current, but steady enough to read.
public struct ReadingPace: Hashable, Sendable {
  private struct Sample: Hashable {
    var elapsed: Double
    var files: Int
    var bytes: Int
  }

  private var samples: [Sample] = []

  /// Seconds over which a rate is averaged.
  private static let span = 5.0
  /// Seconds before the first rate.
  private static let least = 1.0
  /// Seconds between samples, at least.
  private static let step = 0.25

  /// Nothing read yet.
  public init() {}

  /// Records how far the reading has come after `elapsed` seconds.
  public mutating func note(_ progress: IndexProgress, elapsed: Double) {
    let sample = Sample(elapsed: elapsed, files: progress.filesDone, bytes: progress.bytes)
    // The walk reads nothing, and each round of reading starts from zero.
    let last = samples.last
    if progress.walking || last.map({ elapsed < $0.elapsed || sample.files < $0.files }) ?? false {
      samples = [sample]
      return
    }
    if samples.count > 1, elapsed - samples[samples.count - 2].elapsed < Self.step { samples.removeLast() }
    samples.append(sample)
    while samples.count > 2, elapsed - samples[1].elapsed >= Self.span { samples.removeFirst() }
  }

  /// Files and bytes per second; nil in the first second.
  private var rates: (files: Double, bytes: Double)? {
    guard let first = samples.first, let last = samples.last, last.elapsed - first.elapsed >= Self.least
    else {
      return nil
    }
    let seconds = last.elapsed - first.elapsed
    return (Double(last.files - first.files) / seconds, Double(last.bytes - first.bytes) / seconds)
  }

  /// How much is done, 0 to 1, by bytes if their number is known; nil while the directory is being listed.
  public static func share(of progress: IndexProgress) -> Double? {
    guard !progress.walking, progress.filesFound > 0 else { return nil }
    let (done, all) =
      progress.bytesTotal > 0
      ? (progress.bytes, progress.bytesTotal) : (progress.filesDone, progress.filesFound)
    return min(1, max(0, Double(done) / Double(all)))
  }

  /// "4.1 MB/s", or "310 files/s" if the files are not read; nil while there is no rate.
  func rate(_ progress: IndexProgress) -> Phrase? {
    guard !progress.walking, let rates, rates.files > 0 || rates.bytes > 0 else { return nil }
    let megabytes = rates.bytes / 1_000_000
    if megabytes >= 10 { return "\(Numbers.grouped(Int(megabytes.rounded()))) MB/s" }
    if megabytes >= 0.1 { return "\(Phrase.decimal(tenths: Int((megabytes * 10).rounded()))) MB/s" }
    return "\(Numbers.grouped(Int(rates.files.rounded(.up)))) files/s"
  }

  /// "23 s left", "4 min left"; nil while it is unknown.
  func timeLeft(_ progress: IndexProgress) -> Phrase? {
    guard !progress.walking, let rates else { return nil }
    let byBytes = progress.bytesTotal > 0
    let (left, rate) =
      byBytes
      ? (progress.bytesTotal - progress.bytes, rates.bytes)
      : (progress.filesFound - progress.filesDone, rates.files)
    guard left > 0, rate > 0 else { return nil }
    let seconds = Double(left) / rate
    guard seconds < 100 * 3600 else { return nil }
    let whole = max(1, Int(seconds.rounded(.up)))
    switch whole {
    case ..<60: return "\(whole) s left"
    case ..<3600: return "\((whole + 59) / 60) min left"
    default: return "\(whole / 3600) h \(whole % 3600 / 60) min left"
    }
  }

  /// "Reading 12,300 of 100,000 files · 4.1 MB/s · 23 s left", as much of it as fits.
  public func sentence(
    _ progress: IndexProgress, columns: Int = .max, _ catalogue: Catalogue = .english
  ) -> String {
    let what = Self.what(progress)
    let (rate, left) = (rate(progress), timeLeft(progress))
    let candidates = [[what, rate, left], [what, left], [Self.inShort(progress) ?? what, left]]
    return candidates.lazy.map { catalogue(.joined($0.compactMap(\.self))) }.first { $0.count <= columns }
      ?? catalogue(what)
  }

  private static func what(_ progress: IndexProgress) -> Phrase {
    if progress.walking, progress.filesDone == 0 {
      return "Looking for stories · \(Numbers.counted(progress.filesFound, "file", "files"))"
    }
    let (done, found) = (Numbers.grouped(progress.filesDone), progress.filesFound)
    if let megabytes = megabytes(progress) {
      return "Reading \(Numbers.grouped(megabytes.done)) of \(Numbers.grouped(megabytes.all)) MB"
    }
    let files = Numbers.counted(found, "file", "files")
    return progress.walking ? "Reading \(done) of at least \(files)" : "Reading \(done) of \(files)"
  }

  /// The same where there is little room; nil where it can't be shorter.
  private static func inShort(_ progress: IndexProgress) -> Phrase? {
    guard !progress.walking, megabytes(progress) == nil, progress.filesFound != 1 else { return nil }
    return "\(Numbers.grouped(progress.filesDone)) of \(Numbers.grouped(progress.filesFound))"
  }

  /// How much is read, if the number of files says little because they are few and large.
  private static func megabytes(_ progress: IndexProgress) -> (done: Int, all: Int)? {
    guard !progress.walking, progress.filesFound < 20, progress.bytesTotal >= 20_000_000 else { return nil }
    return (progress.bytes / 1_000_000, progress.bytesTotal / 1_000_000)
  }
}
