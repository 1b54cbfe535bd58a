/// The third step: chooses the places at which lines end.
///
/// It returns positions, never text.
enum LineBreaker {
  /// How the lines should look.
  enum Manner {
    /// Ragged right with as little raggedness as possible; the last line may have any length.
    case paragraph
    /// As few lines as possible, of similar length: for headlines.
    case balanced
  }

  /// With more places than this, the first fit is used, so that the time stays linear at any width.
  static let totalFitLimit = 20_000

  /// The breakpoints (indexes into `prepared.breakpoints`) at which lines end, including the last.
  static func breaks(_ prepared: PreparedParagraph, measure: Int, manner: Manner = .paragraph) -> [Int] {
    var compared = 0
    return breaks(prepared, measure: measure, manner: manner, compared: &compared)
  }

  /// The same, and how many lines were compared to find them.
  static func breaks(
    _ prepared: PreparedParagraph, measure: Int, manner: Manner, compared: inout Int
  ) -> [Int] {
    let measure = max(1, measure)
    if prepared.breakpoints.count > totalFitLimit { return firstFit(prepared, measure: measure) }
    var result: [Int] = []
    var first = 0
    var scratch = Scratch()
    for (index, place) in prepared.breakpoints.enumerated() where place.reason == .mandatory {
      let range = first...index
      if prepared.fitsOnOneLine(range, measure: measure) {
        result.append(index)
      } else {
        totalFit(prepared, range, measure: measure, manner: manner, by: &scratch, into: &result)
      }
      first = index + 1
    }
    compared += scratch.compared
    return result
  }

  /// Fills every line as far as possible.
  static func firstFit(_ prepared: PreparedParagraph, measure: Int) -> [Int] {
    var result: [Int] = []
    var start = 0
    var fitting: Int?
    for (index, place) in prepared.breakpoints.enumerated() {
      if let last = fitting, prepared.width(from: start, to: place) > measure {
        result.append(last)
        start = prepared.breakpoints[last].next
      }
      fitting = index
      if place.reason == .mandatory {
        result.append(index)
        start = place.next
        fitting = nil
      }
    }
    return result
  }

  /// The lines with the least sum of squared slack.
  ///
  /// After Knuth and Plass, "Breaking Paragraphs into Lines" (1981), for ragged right text in cells. Only
  /// places that fit on one line are compared.
  private static func totalFit(
    _ prepared: PreparedParagraph, _ range: ClosedRange<Int>, measure: Int, manner: Manner,
    by scratch: inout Scratch, into result: inout [Int]
  ) {
    scratch.prepare(prepared, range)
    let last = scratch.entries.count - 1
    var compared = 0
    scratch.entries.withUnsafeMutableBufferPointer { entries in
      for entry in 1...last {
        let place = entries[entry]
        var best = Int.max
        var previous = 0
        var candidate = entry - 1
        while candidate >= 0 {
          let before = entries[candidate]
          let width = max(0, place.end - before.next) + (place.reason == .hyphen ? 1 : 0)
          if width > measure, best != Int.max { break }
          let line = Line(
            slack: measure - width, reason: place.reason,
            afterHyphen: candidate > 0 && before.reason == .hyphen, isFirst: candidate == 0,
            isLast: entry == last)
          compared += 1
          let cost = before.cost + line.cost(measure: measure, manner: manner)
          if cost < best {
            best = cost
            previous = candidate
          }
          if width > measure { break }
          candidate -= 1
        }
        entries[entry].cost = best
        entries[entry].previous = previous
      }
    }
    scratch.compared += compared
    let base = result.count
    var entry = last
    while entry > 0 {
      result.append(range.lowerBound + entry - 1)
      entry = scratch.entries[entry].previous
    }
    result[base...].reverse()
  }

  /// The room in which lines are compared, kept from one stretch to the next.
  private struct Scratch {
    /// Entry 0 is the beginning; entry k is the place k - 1 of the stretch.
    var entries: [Entry] = []
    /// How many lines were compared.
    var compared = 0

    /// A place, and the best way to it.
    struct Entry {
      /// The cells before the end of the line, and before the beginning of the next.
      var end: Int
      var next: Int
      var reason: PreparedParagraph.Reason
      var cost = 0
      var previous = 0
    }

    mutating func prepare(_ prepared: PreparedParagraph, _ range: ClosedRange<Int>) {
      entries.removeAll(keepingCapacity: true)
      let start = prepared.start(of: range)
      entries.append(Entry(end: 0, next: prepared.cells[start], reason: .mandatory))
      for place in prepared.breakpoints[range] {
        entries.append(
          Entry(end: prepared.cells[place.end], next: prepared.cells[place.next], reason: place.reason))
      }
    }
  }

  /// One line as the cost function sees it.
  private struct Line {
    var slack: Int
    var reason: PreparedParagraph.Reason
    var afterHyphen: Bool
    var isFirst: Bool
    var isLast: Bool

    func cost(measure: Int, manner: Manner) -> Int {
      // A single cluster wider than the measure is unavoidable, but must never be preferred.
      if slack < 0 { return 1000 * measure * measure }
      let square = measure * measure
      var cost = slack * slack
      switch manner {
      case .balanced: cost += 100 * square
      case .paragraph:
        if isLast {
          // A last line of a word or two is better avoided.
          let short = measure / 5 - (measure - slack)
          cost = !isFirst && short > 0 ? short * short : 0
        }
      }
      switch reason {
      case .hyphen: cost += square / 36 + (afterHyphen ? square / 16 : 0)
      case .emergency: cost += 10 * square
      case .allowed, .mandatory: break
      }
      return cost
    }
  }
}

extension PreparedParagraph {
  /// The scalar at which the line before some places begins.
  fileprivate func start(of range: ClosedRange<Int>) -> Int {
    range.lowerBound == 0 ? 0 : breakpoints[range.lowerBound - 1].next
  }

  /// Whether all text up to the last of some places fits on one line, and any shorter line would leave cells
  /// free: then no other choice of lines is as good.
  fileprivate func fitsOnOneLine(_ range: ClosedRange<Int>, measure: Int) -> Bool {
    let start = start(of: range)
    guard width(from: start, to: breakpoints[range.upperBound]) <= measure else { return false }
    return range.count == 1 || width(from: start, to: breakpoints[range.upperBound - 1]) + 1 < measure
  }

  /// The cells of a line from a scalar to a place, including the hyphen it may need.
  func width(from start: Int, to place: Breakpoint) -> Int {
    cells[max(start, place.end)] - cells[start] + (place.reason == .hyphen ? 1 : 0)
  }
}
