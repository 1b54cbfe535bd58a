extension Timestamp {
  /// The moment in ISO 8601 with seconds and zone: `2016-03-29T09:12:00+02:00`, `…Z` for UTC; without a zone
  /// if it is missing.
  public var iso8601: String {
    let (hour, minute, second) = clock
    let date = day.iso8601
    let time = "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
    if zone == .missing { return "\(date)T\(time)" }
    guard offset != 0 else { return "\(date)T\(time)Z" }
    let minutes = abs(offset) / 60
    return "\(date)T\(time)\(offset < 0 ? "-" : "+")\((minutes / 60).padded(2)):\((minutes % 60).padded(2))"
  }
}

extension Day {
  /// A day in ISO 8601: "2026-03-02"; nil for anything else.
  public init?(iso8601 text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard numbers.count == 3, numbers[0] > 0, (1...12).contains(numbers[1]),
      (1...Day.count(year: numbers[0], month: numbers[1])).contains(numbers[2])
    else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The day in ISO 8601: "2026-03-02".
  public var iso8601: String {
    let (year, month, day) = civil
    return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
  }
}

extension Int {
  /// The number padded with zeros to `width` digits.
  package func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
