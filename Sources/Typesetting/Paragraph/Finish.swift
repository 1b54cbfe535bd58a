/// The last step: turns positions into lines of runs.
enum Finish {
  /// A line of a paragraph before it is placed on the page.
  struct SetLine {
    var runs: [Page.Run]
    /// Its width in cells.
    var columns: Int
    /// The number of letters and signs on it, without spaces.
    var letters: Int
    var flow: Page.Line.Flow
  }

  /// The lines of a paragraph, in order.
  static func lines(of text: ParagraphText, _ prepared: PreparedParagraph, breaks: [Int]) -> [SetLine] {
    var lines: [SetLine] = []
    lines.reserveCapacity(breaks.count)
    var start = 0
    var span = 0
    for index in breaks {
      let place = prepared.breakpoints[index]
      let end = max(start, place.end)
      var line = SetLine(
        runs: [], columns: prepared.width(from: start, to: place), letters: 0,
        flow: flow(at: place, isLast: index == prepared.breakpoints.count - 1))
      add(start..<end, of: text, from: &span, to: &line)
      if place.reason == .hyphen, !line.runs.isEmpty { line.runs[line.runs.count - 1].text += "-" }
      lines.append(line)
      start = place.next
    }
    return lines
  }

  /// The only line of a paragraph that has no line end and more than enough room; nil for any other.
  static func onlyLine(of text: ParagraphText, measure: Int) -> SetLine? {
    guard text.scalars.count + 1 < measure else { return nil }
    var line = SetLine(runs: [], columns: 0, letters: 0, flow: .ends)
    for (scalar, width) in zip(text.scalars, text.widths) {
      if scalar == Mark.lineBreak { return nil }
      line.columns += Int(width)
    }
    guard line.columns + 1 < measure else { return nil }
    var end = text.scalars.count
    while end > 0, text.scalars[end - 1] == Mark.space {
      end -= 1
      line.columns -= 1
    }
    var span = 0
    add(0..<end, of: text, from: &span, to: &line)
    return line
  }

  /// Adds the runs of some scalars, whose first span is `span` or a later one.
  private static func add(
    _ range: Range<Int>, of text: ParagraphText, from span: inout Int, to line: inout SetLine
  ) {
    var from = range.lowerBound
    while from < range.upperBound {
      while span + 1 < text.spans.count, text.spans[span + 1].start <= from { span += 1 }
      let limit =
        span + 1 < text.spans.count ? min(range.upperBound, text.spans[span + 1].start) : range.upperBound
      let (words, letters) = string(text.scalars[from..<limit])
      line.letters += letters
      if !words.isEmpty {
        let style = text.spans[span].span
        line.runs.append(Page.Run(words, role: style.role, reference: style.reference))
      }
      from = limit
    }
  }

  private static func flow(at place: PreparedParagraph.Breakpoint, isLast: Bool) -> Page.Line.Flow {
    if isLast { return .ends }
    switch place.reason {
    case .hyphen: return .hyphenated
    case .emergency: return .joined
    case .allowed: return place.end == place.next ? .joined : .spaced
    case .mandatory: return .spaced
    }
  }

  /// The text of some scalars without marks, and how many letters and signs it has.
  private static func string(_ scalars: ArraySlice<UInt32>) -> (String, letters: Int) {
    var letters = 0
    let text = scalars.withUnsafeBufferPointer { scalars in
      // A scalar has at most four bytes, and most have one.
      let capacity = scalars.reduce(0) { $0 + ($1 < 0x80 ? 1 : 4) }
      return String(unsafeUninitializedCapacity: capacity) { bytes in
        var count = 0
        for value in scalars {
          switch value {
          case Mark.softHyphen, Mark.zeroWidthSpace, Mark.lineBreak: continue
          case Mark.space, Mark.noBreakSpace:
            bytes[count] = 0x20
            count += 1
          case 0..<0x80:
            bytes[count] = UInt8(truncatingIfNeeded: value)
            count += 1
            letters += 1
          default:
            guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else { continue }
            for byte in encoded {
              bytes[count] = byte
              count += 1
            }
            letters += 1
          }
        }
        return count
      }
    }
    return (text, letters)
  }
}
