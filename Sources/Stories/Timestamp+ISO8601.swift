extension Timestamp {
  /// The moment in ISO 8601 with seconds and zone: `2016-03-29T09:12:00+02:00`, `…Z` for UTC; without a zone where it
  /// is missing.
  public var iso8601: String {
    let (year, month, dayOfMonth) = day.civil
    let (hour, minute, second) = clock
    let date = "\(year.padded(4))-\(month.padded(2))-\(dayOfMonth.padded(2))"
    let time = "\(hour.padded(2)):\(minute.padded(2)):\(second.padded(2))"
    if zone == .missing { return "\(date)T\(time)" }
    guard offset != 0 else { return "\(date)T\(time)Z" }
    let minutes = abs(offset) / 60
    return "\(date)T\(time)\(offset < 0 ? "-" : "+")\((minutes / 60).padded(2)):\((minutes % 60).padded(2))"
  }
}

extension Int {
  /// The number padded with zeros to `width` digits.
  package func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}
