internal import Stories

/// Reads a message of IPTC 7901: header, keywords, head lines, text, day and time.
struct IPTC7901Reader {
  let message: WireMessage

  /// The most lines of a head, and the longest of them, in bytes.
  private static let most = 10
  private static let longest = 160

  init(_ message: WireMessage) {
    self.message = message
  }

  func read(into item: inout WireItem) {
    var head = message.head[...]
    while let first = head.first, Self.isBlank(first) || first.hasPrefix("ZCZC") { head.removeFirst() }
    let header = head.first.flatMap { WireHeader($0.trimmedASCII) }
    if header != nil { head.removeFirst() }
    if header == nil { item.note("the message's header line can't be read", line: message.line) }
    var text = message.text.map { $0[...] } ?? []
    if message.text == nil {
      // Without STX, only its lines tell where the head ends and the text begins.
      let end = Self.endOfHead(head)
      (head, text) = (head[..<end], head[end...])
      item.note("there is no STX between the message's head and its text", line: message.line)
    }
    if message.isCut { item.note("the message is cut short: there is no ETX", line: message.line) }
    var tail = message.tail.filter { !Self.isBlank($0) && $0.trimmedASCII != "NNNN" }
    takeEnd(of: &text, tail: &tail, into: &item)
    var lines = head.map(MarkupTree.collapsed).filter { !$0.isEmpty }
    if let first = lines.first, Self.isSlug(first, isAlone: lines.count == 1) {
      item.slugline = first
      lines.removeFirst()
    }
    lines += Self.takeHeadlines(of: &text, isAlone: lines.isEmpty)
    Self.readHead(lines, into: &item)
    item.append(WireText.content(wired: text.map { $0 }))
    item.notes += tail.map(MarkupTree.collapsed)
    if let header {
      item.urgency = header.priority
      item.section = header.category
      item.provider = header.provider(in: text.map { $0 })
      item.otherNames = [header.number]
    }
    item.dateline = Self.dateline(of: text)
  }

  private static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }

  // MARK: The end

  /// Takes day and time, after ETX or last in the text, with whatever follows them in the text.
  private func takeEnd(of text: inout ArraySlice<String>, tail: inout [String], into item: inout WireItem) {
    while let last = text.last, Self.isBlank(last) || last.trimmedASCII == "NNNN" { text.removeLast() }
    if let found = WireTime.find(in: tail) {
      item.versionCreated = found.date
      tail.removeAll { $0 == found.line }
    } else if let found = WireTime.find(in: text.suffix(6)), let place = text.lastIndex(of: found.line) {
      item.versionCreated = found.date
      tail.insert(contentsOf: text[(place + 1)...].filter { !Self.isBlank($0) }, at: 0)
      text = text[..<place]
    } else {
      item.note("the message does not end with a day and time", line: message.line)
    }
    while let last = text.last, Self.isBlank(last) { text.removeLast() }
  }

  // MARK: The head

  /// The end of the head in a message without STX: after the line that ends in "=", else at the second empty
  /// line.
  private static func endOfHead(_ lines: ArraySlice<String>) -> Int {
    let beginning = lines.prefix(most * 2)
    if let last = beginning.firstIndex(where: { $0.hasSuffix("=") }) { return last + 1 }
    var blanks = 0
    for index in beginning.indices {
      let isEnd = isBlank(lines[index]) && index > lines.startIndex && !isBlank(lines[index - 1])
      if isEnd { blanks += 1 }
      if blanks == 1, isEnd { return index }
    }
    return beginning.endIndex
  }

  /// Whether a line has keywords: separated by strokes, or the only line before the text.
  private static func isSlug(_ line: String, isAlone: Bool) -> Bool {
    guard line.utf8.count <= 100, !line.hasSuffix("=") else { return false }
    let words = line.split(separator: " ")
    return line.contains("/") && words.count <= 6 || words.count == 1 || (isAlone && words.count <= 4)
  }

  /// Takes the lines above the text after STX: up to one that ends in "=", else one short line that the text
  /// does not continue.
  private static func takeHeadlines(of text: inout ArraySlice<String>, isAlone: Bool) -> [String] {
    while let first = text.first, isBlank(first) { text.removeFirst() }
    let beginning = text.prefix(most)
    if let end = beginning.firstIndex(where: { $0.hasSuffix("=") }) {
      let lines = text[...end]
      let isHead = lines.allSatisfy { !isBlank($0) && $0.utf8.count <= longest && !isIndented($0) }
      if isHead {
        text = text[(end + 1)...]
        return lines.map(MarkupTree.collapsed)
      }
    }
    guard isAlone, let first = text.first, first.utf8.count <= longest, !isIndented(first),
      !TextMarks.endsSentence(first), dateline(of: text.prefix(1)) == nil
    else { return [] }
    let next = text.dropFirst().first
    guard let next, isBlank(next) || isIndented(next) else { return [] }
    text.removeFirst()
    return [MarkupTree.collapsed(first)]
  }

  private static func isIndented(_ line: String) -> Bool { line.hasPrefix("  ") || line.hasPrefix("\t") }

  /// Reads headline, lines below it, byline, and notes to the desk from the lines of the head.
  private static func readHead(_ lines: [String], into item: inout WireItem) {
    var wrapped = false
    for line in lines {
      var text = line[...]
      while text.last == "=" || text.last == " " || text.last == "<" { text.removeLast() }
      let words = String(text)
      guard !words.isEmpty else { continue }
      if TextBylines.names(in: words) != nil {
        item.bylines.append(words)
      } else if isRemark(words), lines.count > 1 {
        item.notes.append(words)
      } else if item.headline == nil {
        item.headline = words
        // A full line continues in the next.
        wrapped = line.utf8.count >= 56 && !line.hasSuffix("=")
      } else if wrapped || words.first?.isLowercase == true, item.standfirsts.isEmpty,
        let before = item.headline, words.first?.isUppercase != true
      {
        item.headline = before + " " + words
        wrapped = line.utf8.count >= 56
      } else {
        item.standfirsts.append(words)
      }
    }
    if item.headline == nil, let note = item.notes.popLast() { item.headline = note }
  }

  /// Whether a line is a note to the desk: "REFILE", "1ST LEAD", "(Achtung)", "URGENT"; all in capitals, or
  /// in brackets.
  private static func isRemark(_ line: String) -> Bool {
    if line.hasPrefix("("), line.hasSuffix(")") { return true }
    let letters = line.filter(\.isLetter)
    return line.utf8.count <= 30 && !letters.isEmpty && line.split(separator: " ").count <= 3
      && letters == letters.uppercased() && letters != letters.lowercased()
  }

  /// The place before an agency in brackets and a dash: "Torn (dpa) - The board …", "PARIS, 5 oct (AFP) – …".
  private static func dateline(of text: ArraySlice<String>) -> String? {
    guard let first = text.first(where: { !isBlank($0) }) else { return nil }
    let line = MarkupTree.collapsed(first.prefix(120))
    guard let open = line.firstIndex(of: "("), let close = line[open...].firstIndex(of: ")"),
      open > line.startIndex
    else { return nil }
    let place = line[..<open]
    let agency = line[line.index(after: open)..<close]
    guard place.first?.isUppercase == true, place.utf8.count <= 60, agency.utf8.count <= 24,
      !agency.contains(where: \.isNumber), place.split(separator: " ").count <= 6
    else { return nil }
    return WireText.place(inDateline: String(place))
  }
}
