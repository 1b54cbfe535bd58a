internal import Stories

/// Reads a message of ANPA 1312 as North American agencies send it.
///
/// Its head has service, number, priority, category, keywords, day and word count; lines above the text begin
/// with "^" and end in "<" or "="; paragraphs begin with a tab or spaces.
struct ANPAReader {
  let message: WireMessage

  init(_ message: WireMessage) {
    self.message = message
  }

  func read(into item: inout WireItem) {
    var lines = (message.head + (message.text ?? []))[...]
    var tail = message.tail
    while let first = lines.first, first.allSatisfy(\.isWhitespace) || first.hasPrefix("ZCZC") {
      lines.removeFirst()
    }
    if let first = lines.popFirst() { item.otherNames = [String(first.trimmedASCII.prefix(5))] }
    if let second = lines.first, !second.hasPrefix("^") { readSecond(second, &lines, into: &item) }
    if message.isCut { item.note("the message is cut short: there is no ETX", line: message.line) }
    takeTime(of: &lines, &tail, into: &item)
    readHead(&lines, into: &item)
    let text = lines.map(Self.written)
    item.append(WireText.content(wired: text, heading: "^"))
    item.notes += tail.map { Self.bare($0) }.filter { !$0.isEmpty && $0 != "NNNN" }
    readDateline(text, into: &item)
  }

  /// Reads "r z BC-Harbour 1stLd-Writethru   02-20 0500": priority, category, keywords, day, word count.
  private func readSecond(_ line: String, _ lines: inout ArraySlice<String>, into item: inout WireItem) {
    var words = line.split { $0 == " " || $0 == "\t" }[...]
    guard words.count >= 3, words[0].count == 1, words[1].count == 1 else { return }
    lines.removeFirst()
    let priorities = ["f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "a": 5, "s": 6]
    item.urgency = priorities[words.removeFirst().lowercased()]
    item.section = String(words.removeFirst())
    if let last = words.last, last.count <= 5, last.allSatisfy(\.isNumber) { words.removeLast() }
    if let last = words.last, last.count == 5, last.contains("-"),
      last.allSatisfy({ $0.isNumber || $0 == "-" })
    {
      words.removeLast()
    }
    if !words.isEmpty { item.slugline = words.joined(separator: " ") }
  }

  private func takeTime(of lines: inout ArraySlice<String>, _ tail: inout [String], into item: inout WireItem)
  {
    tail = tail.map(Self.bare)
    if let found = WireTime.find(in: tail) {
      item.versionCreated = found.date
      tail.removeAll { $0 == found.line }
      return
    }
    let last = lines.suffix(6).map(Self.bare)
    if let found = WireTime.find(in: last) {
      item.versionCreated = found.date
      if let place = lines.lastIndex(where: { Self.bare($0) == found.line }) { lines.remove(at: place) }
    } else {
      item.note("the message does not end with a day and time", line: message.line)
    }
  }

  /// Reads the lines with "^" above the text: keywords again, headline, remarks, byline with a job, a
  /// summary.
  private func readHead(_ lines: inout ArraySlice<String>, into item: inout WireItem) {
    while let line = lines.first {
      let words = Self.bare(line)
      guard line.hasPrefix("^") || words.isEmpty else { return }
      lines.removeFirst()
      guard !words.isEmpty else { continue }
      if item.headline == nil, Self.isSlug(words, item.slugline) {
        item.slugline = Self.withoutCount(words)
      } else if words.hasPrefix("AP Photo") || words.hasPrefix("AP Graphic") || words.hasPrefix("Eds:")
        || words.hasPrefix("EDS:") || words.hasPrefix("With ")
      {
        item.notes.append(words)
      } else if TextBylines.names(in: words) != nil {
        item.bylines.append(words)
      } else if !item.bylines.isEmpty {
        // "Staff Writer": the job of the authors.
        item.notes.append(words)
      } else if item.headline == nil {
        item.headline = words
      } else {
        item.standfirsts.append(words)
      }
    }
  }

  private static func isSlug(_ words: String, _ slug: String?) -> Bool {
    if ["BC-", "AM-", "PM-"].contains(where: words.hasPrefix) { return true }
    guard let slug, let first = slug.split(separator: " ").first else { return false }
    return words.hasPrefix(first)
  }

  /// Keywords without the word count after the last comma.
  private static func withoutCount(_ words: String) -> String {
    guard let comma = words.lastIndex(of: ","), words[words.index(after: comma)...].allSatisfy(\.isNumber)
    else {
      return words
    }
    return String(words[..<comma])
  }

  /// A line without its typesetting signs.
  private static func bare(_ line: String) -> String {
    var text = MarkupTree.collapsed(line)[...]
    if text.hasPrefix("^") { text.removeFirst() }
    while let last = text.last, last == "<" || last == "=" || last == " " { text.removeLast() }
    return written(String(text))
  }

  /// Quotation marks and dashes as written by machines without them: ``words'', and _ between spaces.
  private static func written(_ line: String) -> String {
    var result: [UInt8] = []
    let bytes = Array(line.utf8)
    var index = 0
    func isAt(_ place: Int, _ byte: UInt8) -> Bool {
      place >= 0 && place < bytes.count && bytes[place] == byte
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x60, isAt(index + 1, 0x60) {
        result += "“".utf8
        index += 2
      } else if byte == 0x27, isAt(index + 1, 0x27) {
        result += "”".utf8
        index += 2
      } else if byte == 0x5F, isAt(index - 1, 0x20), isAt(index + 1, 0x20) {
        result += "—".utf8
        index += 1
      } else {
        result.append(byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func readDateline(_ text: [String], into item: inout WireItem) {
    guard let first = text.first(where: { !$0.allSatisfy(\.isWhitespace) }) else { return }
    let line = MarkupTree.collapsed(first.prefix(120))
    guard let open = line.firstIndex(of: "("), let close = line[open...].firstIndex(of: ")"),
      open > line.startIndex
    else { return }
    let agency = line[line.index(after: open)..<close]
    let place = line[..<open].trimmedASCII
    guard agency.allSatisfy({ $0.isUppercase || $0 == "/" || $0 == "-" }), !agency.isEmpty,
      place.utf8.count <= 60,
      place.first?.isUppercase == true
    else { return }
    item.dateline = WireText.place(inDateline: place)
    if item.provider == nil { item.provider = String(agency) }
  }
}
