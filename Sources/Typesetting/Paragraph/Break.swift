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
    let measure = max(1, measure)
    if prepared.breakpoints.count > totalFitLimit { return firstFit(prepared, measure: measure) }
    var result: [Int] = []
    var first = 0
    for (index, place) in prepared.breakpoints.enumerated() where place.reason == .mandatory {
      totalFit(prepared, first...index, measure: measure, manner: manner, into: &result)
      first = index + 1
    }
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
    into result: inout [Int]
  ) {
    let places = prepared.breakpoints
    let base = range.lowerBound
    // Entry 0 is the beginning; entry k is the place base + k - 1.
    var costs = [Int](repeating: 0, count: range.count + 1)
    var previous = [Int](repeating: 0, count: range.count + 1)
    let begin = base == 0 ? 0 : places[base - 1].next
    for entry in 1...range.count {
      let place = places[base + entry - 1]
      let isLast = entry == range.count
      var best = Int.max
      var candidate = entry - 1
      while candidate >= 0 {
        let start = candidate == 0 ? begin : places[base + candidate - 1].next
        let width = prepared.width(from: start, to: place)
        if width > measure, best != Int.max { break }
        let afterHyphen = candidate > 0 && places[base + candidate - 1].reason == .hyphen
        let line = Line(
          slack: measure - width, reason: place.reason, afterHyphen: afterHyphen, isFirst: candidate == 0,
          isLast: isLast)
        let cost = costs[candidate] + line.cost(measure: measure, manner: manner)
        if cost < best {
          best = cost
          previous[entry] = candidate
        }
        if width > measure { break }
        candidate -= 1
      }
      costs[entry] = best
    }
    var chosen: [Int] = []
    var entry = range.count
    while entry > 0 {
      chosen.append(base + entry - 1)
      entry = previous[entry]
    }
    result.append(contentsOf: chosen.reversed())
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
  /// The cells of a line from a scalar to a place, including the hyphen it may need.
  func width(from start: Int, to place: Breakpoint) -> Int {
    cells[max(start, place.end)] - cells[start] + (place.reason == .hyphen ? 1 : 0)
  }
}
