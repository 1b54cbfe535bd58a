import Screen

/// The second step: finds where lines may end, by UAX #14 tailored for news, and by hyphenation.
struct PreparedParagraph {
  /// Why a line may end at a place.
  enum Reason: UInt8 {
    case allowed, mandatory
    /// A hyphen has to be drawn.
    case hyphen
    /// Within a word too long for the line.
    case emergency
  }

  /// A place where a line may end.
  struct Breakpoint {
    /// The end of the line's text, without the spaces before the break.
    var end: Int
    /// Where the next line begins.
    var next: Int
    var reason: Reason
  }

  /// The places in order; the last is the end of the paragraph.
  var breakpoints: [Breakpoint] = []
  /// The cells before each scalar.
  var cells: [Int] = [0]

  /// Finds the places for lines of `measure` cells.
  ///
  /// - Parameter hyphenate: the places in a word (scalars, all letters) where it may be hyphenated,
  ///   ascending.
  init(_ text: ParagraphText, measure: Int, hyphenate: (([UInt32]) -> [Int])? = nil) {
    var hasMarks = false
    cells = Array(unsafeUninitializedCapacity: text.scalars.count + 1) { cells, count in
      count = text.scalars.count + 1
      cells[0] = 0
      for (index, (scalar, width)) in zip(text.scalars, text.widths).enumerated() {
        cells[index + 1] = cells[index] + Int(width)
        if width == 0, scalar != Mark.lineBreak { hasMarks = true }
      }
    }
    var answers = LineBreaking.opportunities(in: text.scalars)
    for place in text.glued where place < text.scalars.count && answers[place] == .allowed {
      answers[place] = .prohibited
    }
    if hasMarks { Self.holdMarks(of: text, &answers) }
    NewsTailoring.apply(to: &answers, scalars: text.scalars)
    var hyphens: [Int] = []
    if let hyphenate { hyphens = Self.hyphenPlaces(in: text, hyphenate) }
    gather(answers, hyphens: hyphens, text: text, measure: max(1, measure))
  }

  /// Forbids breaks before marks, which have no cell of their own.
  private static func holdMarks(of text: ParagraphText, _ answers: inout [LineBreaking.Opportunity]) {
    for place in text.scalars.indices.dropFirst() where text.widths[place] == 0 && answers[place] == .allowed
    {
      if text.scalars[place - 1] != Mark.zeroWidthSpace { answers[place] = .prohibited }
    }
  }

  private mutating func gather(
    _ answers: [LineBreaking.Opportunity], hyphens: [Int], text: ParagraphText, measure: Int
  ) {
    let scalars = text.scalars
    var start = 0
    var nextHyphen = 0
    for place in scalars.indices.dropFirst() {
      let isHyphen = nextHyphen < hyphens.count && hyphens[nextHyphen] == place
      if isHyphen { nextHyphen += 1 }
      guard answers[place] != .prohibited || isHyphen else { continue }
      var end = place
      while end > start, Self.isBlank(scalars[end - 1]) { end -= 1 }
      var reason: Reason = answers[place] == .mandatory ? .mandatory : .allowed
      if reason == .allowed, end == place, isHyphen || scalars[place - 1] == Mark.softHyphen {
        reason = .hyphen
      }
      if reason != .mandatory, cells[end] == cells[start] { continue }
      // A syllable that leaves no room for its hyphen can't end a line.
      if reason == .hyphen, cells[end] - cells[start] >= measure { continue }
      add(Breakpoint(end: end, next: place, reason: reason), from: &start, text: text, measure: measure)
    }
    var end = scalars.count
    while end > start, Self.isBlank(scalars[end - 1]) { end -= 1 }
    let last = Breakpoint(end: end, next: scalars.count, reason: .mandatory)
    add(last, from: &start, text: text, measure: measure)
  }

  /// Adds a place, and emergency places before it if the text since the last one is too long for a line.
  private mutating func add(
    _ place: Breakpoint, from start: inout Int, text: ParagraphText, measure: Int
  ) {
    if cells[place.end] - cells[start] > measure {
      for index in start..<place.end where index > start && text.widths[index] > 0 {
        guard text.scalars[index] != Mark.noBreakSpace else { continue }
        let end = text.scalars[index - 1] == Mark.noBreakSpace ? index - 1 : index
        breakpoints.append(Breakpoint(end: max(start, end), next: index, reason: .emergency))
      }
    }
    breakpoints.append(place)
    start = place.next
  }

  private static func isBlank(_ scalar: UInt32) -> Bool {
    scalar == Mark.space || scalar == Mark.lineBreak
  }

  /// The places where words may be hyphenated: never in capitals, names, addresses or the last word.
  private static func hyphenPlaces(in text: ParagraphText, _ hyphenate: ([UInt32]) -> [Int]) -> [Int] {
    var places: [Int] = []
    let scalars = text.scalars
    var span = 0
    var start = 0
    let lastWord = scalars.lastIndex(of: Mark.space) ?? 0
    while start < lastWord {
      guard Letters.isLetter(scalars[start]) else {
        start += 1
        continue
      }
      var end = start
      var isLower = true
      while end < scalars.count, Letters.isLetter(scalars[end]) {
        if isLower, Letters.isUpper(scalars[end]) { isLower = false }
        end += 1
      }
      while span + 1 < text.spans.count, text.spans[span + 1].start <= start { span += 1 }
      let isProse = text.spans.isEmpty || text.spans[span].span.isProse
      if isLower, isProse, end - start >= 6, end < lastWord + 1, !touchesAddress(scalars, start, end) {
        for offset in hyphenate(Array(scalars[start..<end])) { places.append(start + offset) }
      }
      start = end
    }
    return places
  }

  private static func touchesAddress(_ scalars: [UInt32], _ start: Int, _ end: Int) -> Bool {
    let before = start > 0 ? scalars[start - 1] : Mark.space
    let after = end < scalars.count ? scalars[end] : Mark.space
    if NewsTailoring.joinsAddress(before) || NewsTailoring.joinsAddress(after) { return true }
    guard after == 0x2E, end + 1 < scalars.count else { return false }
    return Letters.isLetter(scalars[end + 1])
  }
}

/// Letters; Latin ones are recognised without a look-up.
enum Letters {
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x61...0x7A).contains(scalar) || (0x41...0x5A).contains(scalar) }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }

  static func isUpper(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return (0x41...0x5A).contains(scalar) }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }
}
