/// The moment of a change: a hybrid logical clock (Kulkarni and others, "Logical Physical Clocks", 2014).
///
/// The time of day orders changes on different machines; the count orders a change after the one that it
/// replaces, even where that one comes from a machine whose clock is ahead. The machine decides between equals,
/// so that any two changes are in the same order everywhere.
struct SyncStamp: Hashable, Comparable {
  /// Since 1970.
  var milliseconds: Int64
  var count: Int64
  var machine: String

  /// The latest moment and the highest count that are believed, so that no journal can leave the clock without
  /// a next tick: the year 10889, and a billion.
  private static let (lastMoment, lastCount) = (Int64(1) << 48, Int64(1_000_000_000))

  init(milliseconds: Int64, count: Int64 = 0, machine: String) {
    self.milliseconds = min(max(milliseconds, 0), Self.lastMoment)
    (self.count, self.machine) = (count, machine)
  }

  /// The first stamp of a machine at a moment that is later than another.
  init(milliseconds: Int64, after other: SyncStamp?, machine: String) {
    self.init(milliseconds: milliseconds, machine: machine)
    guard let other, other.milliseconds >= self.milliseconds else { return }
    (self.milliseconds, count) = (other.milliseconds, other.count + 1)
    if count > Self.lastCount { (self.milliseconds, count) = (other.milliseconds + 1, 0) }
  }

  /// Reads "019a3c5e7f80-0001"; nil for anything else.
  init?(_ text: String, machine: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...13).contains(parts[0].utf8.count), (1...8).contains(parts[1].utf8.count),
      let milliseconds = Int64(parts[0], radix: 16), let count = Int64(parts[1], radix: 16),
      (0...Self.lastMoment).contains(milliseconds), (0...Self.lastCount).contains(count)
    else { return nil }
    (self.milliseconds, self.count, self.machine) = (milliseconds, count, machine)
  }

  /// The moment and the count in hexadecimal digits, which are in the order of the texts too.
  var text: String { "\(Self.digits(milliseconds, 12))-\(Self.digits(count, 4))" }

  private static func digits(_ number: Int64, _ length: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }

  static func < (one: SyncStamp, other: SyncStamp) -> Bool {
    (one.milliseconds, one.count, one.machine) < (other.milliseconds, other.count, other.machine)
  }
}
