internal import Stories

/// Reads appointments that come with a message (RFC 5545): when, where, what.
enum MailCalendar {
  /// The most appointments of one part.
  private static let most = 50
  /// The component for a task (RFC 5545, section 3.6.2).
  private static let task = "VTO" + "DO"

  /// One list per appointment, and its description as paragraphs.
  static func content(of text: String) -> HTMLFragment.Content {
    var content = HTMLFragment.Content()
    var fields: [String: (parameters: String, value: String)] = [:]
    var isEvent = false
    var count = 0
    for line in unfolded(text) where count < most {
      guard let colon = colon(in: line) else { continue }
      let name = line[..<colon].prefix { $0 != ";" }.uppercased()
      let value = String(line[line.index(after: colon)...])
      switch (name, value.uppercased()) {
      case ("BEGIN", "VEVENT"), ("BEGIN", Self.task): (isEvent, fields) = (true, [:])
      case ("END", "VEVENT"), ("END", Self.task):
        add(event(fields), to: &content)
        isEvent = false
        count += 1
      case ("BEGIN", _), ("END", _): continue
      default:
        if isEvent, fields[name] == nil {
          fields[name] = (line[..<colon].dropFirst(name.count).description, value)
        }
      }
    }
    return content
  }

  private static func add(_ more: HTMLFragment.Content, to content: inout HTMLFragment.Content) {
    let shift = content.references.count
    content.references += more.references
    content.blocks += more.blocks.map { $0.shiftingReferences(by: shift) }
  }

  private static func event(_ fields: [String: (parameters: String, value: String)]) -> HTMLFragment.Content {
    func words(_ name: String) -> String? {
      fields[name].map { unescaped($0.value) }.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    }
    var lines = [words("SUMMARY").map(MarkupTree.collapsed)]
    let start = fields["DTSTART"].map { moment($0.value) }
    let end = (fields["DTEND"] ?? fields["DUE"]).map { moment($0.value) }
    let zone = fields["DTSTART"]?.parameters.split(separator: ";").first { $0.hasPrefix("TZID=") }.map {
      $0.dropFirst(5)
    }
    let span = [start, end].compactMap { $0 }.joined(separator: " – ")
    if !span.isEmpty { lines.append(zone.map { "\(span) (\($0))" } ?? span) }
    lines.append(words("LOCATION").map(MarkupTree.collapsed))
    let items = lines.compactMap { $0 }.map { Block.Item([Block(.paragraph([Inline($0)]))]) }
    var content = HTMLFragment.Content(blocks: items.isEmpty ? [] : [Block(.list(start: nil, items))])
    if let description = words("DESCRIPTION") { add(PlainBody.content(of: description), to: &content) }
    return content
  }

  /// "2026-10-05 08:00 UTC" for "20261005T080000Z"; anything else unchanged.
  private static func moment(_ value: String) -> String {
    let digits = value.filter(\.isNumber)
    guard digits.count == 8 || digits.count == 14, value.allSatisfy({ $0.isNumber || $0 == "T" || $0 == "Z" })
    else {
      return value
    }
    func part(_ start: Int, _ length: Int) -> Substring { digits.dropFirst(start).prefix(length) }
    let day = "\(part(0, 4))-\(part(4, 2))-\(part(6, 2))"
    guard digits.count == 14 else { return day }
    return "\(day) \(part(8, 2)):\(part(10, 2))\(value.hasSuffix("Z") ? " UTC" : "")"
  }

  /// Joins each line that begins with a space to the one before (section 3.1).
  private static func unfolded(_ text: String) -> [String] {
    var lines: [String] = []
    for line in text.utf8.split(separator: 0x0A).prefix(20_000) {
      if line.first == 0x20 || line.first == 0x09, !lines.isEmpty {
        lines[lines.count - 1] += String(Substring(line.dropFirst()))
      } else {
        lines.append(String(Substring(line)))
      }
    }
    return lines
  }

  private static func colon(in line: String) -> String.Index? {
    var isQuoted = false
    for (index, byte) in zip(line.utf8.indices, line.utf8) {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ":"), !isQuoted { return index }
    }
    return nil
  }

  private static func unescaped(_ value: String) -> String {
    var result = ""
    var isEscaped = false
    for scalar in value.unicodeScalars {
      if isEscaped {
        result.unicodeScalars.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
