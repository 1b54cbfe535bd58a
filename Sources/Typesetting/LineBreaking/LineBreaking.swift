/// The Unicode line breaking algorithm, UAX #14 for Unicode 15.0, without tailoring.
///
/// Numbers follow the regular expression of its section 8.2, example 7, as the conformance test does.
enum LineBreaking {
  /// Whether a line may or must end at a place.
  enum Opportunity: UInt8 {
    case prohibited, allowed, mandatory
  }

  /// The answer for each place: before every scalar, and after the last (`mandatory`, rule LB3).
  static func opportunities(in scalars: [UInt32]) -> [Opportunity] {
    var answers = [Opportunity](repeating: .prohibited, count: scalars.count + 1)
    guard let first = scalars.first else { return answers }
    let table = LineBreakClass.table
    var state = State(first: table.lookUp(first))
    table.basic.withUnsafeBufferPointer { basic in
      for index in 1..<max(1, scalars.count) {
        let scalar = Int(scalars[index])
        let next = scalar < basic.count ? basic[scalar] : table.lookUp(scalars[index])
        // Letters and spaces are most of most texts. Nothing changes within a word (LB28).
        if next == .al, state.isInWord { continue }
        if next == .sp, state.isInWord {
          state.leaveWord()  // LB7
        } else if next == .al, state.isBetweenWords {
          answers[index] = .allowed  // LB18
          state.enterWord()
        } else {
          answers[index] = state.step(to: next) { numberFollows(index, in: scalars) }
        }
      }
    }
    answers[scalars.count] = .mandatory
    return answers
  }

  /// Whether the character after `index`, marks skipped, is a digit.
  private static func numberFollows(_ index: Int, in scalars: [UInt32]) -> Bool {
    var after = index + 1
    // No real text has more marks on one bracket; the limit keeps hostile text linear.
    let limit = min(scalars.count, index + 16)
    while after < limit {
      switch LineBreakClass.of(scalars[after]) {
      case .cm, .zwj: after += 1
      case .nu: return true
      default: return false
      }
    }
    return false
  }

  /// What the rules need to know about the text before the current place.
  private struct State {
    /// The state of a number: not begun, within `NU (NU | SY | IS)*`, after its closing bracket.
    enum Number { case none, digits, closed }

    /// The class before the place; marks count as their base (LB9).
    var before: LineBreakClass
    /// The same, ignoring spaces.
    var beforeSpaces: LineBreakClass
    var afterJoiner: Bool
    var afterHebrewHyphen = false
    var oddRegionalIndicators: Bool
    var number: Number

    init(first: LineBreakClass) {
      before = first == .cm || first == .zwj ? .al : first
      beforeSpaces = before
      afterJoiner = first == .zwj
      oddRegionalIndicators = first == .ri
      number = first == .nu ? .digits : .none
    }

    /// Whether the place is behind a letter, and no rule but LB28 applies before another one.
    var isInWord: Bool { before == .al && !afterJoiner && !afterHebrewHyphen && number == .none }

    /// Whether the place is behind a letter and spaces.
    var isBetweenWords: Bool { before == .sp && beforeSpaces == .al }

    /// Moves past a space behind a letter.
    mutating func leaveWord() {
      before = .sp
      oddRegionalIndicators = false
    }

    /// Moves past a letter behind a space.
    mutating func enterWord() {
      before = .al
      oddRegionalIndicators = false
    }

    /// Decides about the place before a character of class `next`, and moves past it.
    mutating func step(to next: LineBreakClass, digitFollows: () -> Bool) -> Opportunity {
      if next == .cm || next == .zwj {
        switch before {
        case .bk, .cr, .lf, .nl, .sp, .zw: break
        default:  // LB9: a mark belongs to its base
          afterJoiner = next == .zwj
          return .prohibited
        }
        let answer = decide(.al, digitFollows)  // LB10
        advance(to: .al)
        afterJoiner = next == .zwj
        return answer
      }
      let answer = decide(next, digitFollows)
      advance(to: next)
      return answer
    }

    private mutating func advance(to next: LineBreakClass) {
      afterHebrewHyphen = before == .hl && (next == .hy || next == .ba)
      oddRegionalIndicators = next == .ri && !oddRegionalIndicators
      switch next {
      case .nu: number = .digits
      case .sy, .is: if number != .digits { number = .none }
      case .cl, .cp, .cpWide: number = number == .digits ? .closed : .none
      default: number = .none
      }
      afterJoiner = false
      before = next
      if next != .sp { beforeSpaces = next }
    }

    private func decide(_ next: LineBreakClass, _ digitFollows: () -> Bool) -> Opportunity {
      switch (before, next) {  // LB4 to LB7
      case (.cr, .lf): return .prohibited
      case (.bk, _), (.cr, _), (.lf, _), (.nl, _): return .mandatory
      case (_, .bk), (_, .cr), (_, .lf), (_, .nl), (_, .sp), (_, .zw): return .prohibited
      default: break
      }
      if beforeSpaces == .zw { return .allowed }  // LB8
      if afterJoiner { return .prohibited }  // LB8a
      if staysTogetherOverSpaces(next) { return .prohibited }
      if before == .sp { return .allowed }  // LB18
      if before == .qu || next == .qu { return .prohibited }  // LB19
      if before == .cb || next == .cb { return .allowed }  // LB20
      return pairStays(next, digitFollows) ? .prohibited : .allowed
    }

    /// LB11 to LB17.
    private func staysTogetherOverSpaces(_ next: LineBreakClass) -> Bool {
      if before == .wj || next == .wj || before == .gl { return true }
      switch next {
      case .gl: if before != .sp && before != .ba && before != .hy { return true }
      case .cl, .cp, .cpWide, .ex, .is, .sy: return true
      default: break
      }
      switch (beforeSpaces, next) {
      case (.op, _), (.opWide, _): return true
      case (.qu, .op), (.qu, .opWide): return true
      case (.cl, .ns), (.cp, .ns), (.cpWide, .ns): return true
      case (.b2, .b2): return true
      default: return false
      }
    }

    /// LB21 to LB30b: neighbours without a space between them.
    private func pairStays(_ next: LineBreakClass, _ digitFollows: () -> Bool) -> Bool {
      if afterHebrewHyphen { return true }
      if number != .none, next == .po || next == .pr { return true }
      if number == .digits, next == .nu { return true }
      switch (before, next) {
      case (_, .ba), (_, .hy), (_, .ns), (.bb, _), (.sy, .hl), (_, .in): return true  // LB21, 21b, 22
      case (.al, .nu), (.hl, .nu), (.nu, .al), (.nu, .hl): return true  // LB23
      case (.pr, .id), (.pr, .idReserved), (.pr, .eb), (.pr, .em): return true  // LB23a
      case (.id, .po), (.idReserved, .po), (.eb, .po), (.em, .po): return true
      case (.pr, .al), (.pr, .hl), (.po, .al), (.po, .hl): return true  // LB24
      case (.al, .pr), (.al, .po), (.hl, .pr), (.hl, .po): return true
      case (.pr, .nu), (.po, .nu), (.op, .nu), (.opWide, .nu), (.hy, .nu): return true  // LB25
      case (.jl, .jl), (.jl, .jv), (.jl, .h2), (.jl, .h3): return true  // LB26
      case (.jv, .jv), (.jv, .jt), (.h2, .jv), (.h2, .jt), (.jt, .jt), (.h3, .jt): return true
      case (.jl, .po), (.jv, .po), (.jt, .po), (.h2, .po), (.h3, .po): return true  // LB27
      case (.pr, .jl), (.pr, .jv), (.pr, .jt), (.pr, .h2), (.pr, .h3): return true
      case (.al, .al), (.al, .hl), (.hl, .al), (.hl, .hl), (.is, .al), (.is, .hl): return true  // LB28, 29
      case (.al, .op), (.hl, .op), (.nu, .op), (.cp, .al), (.cp, .hl), (.cp, .nu): return true  // LB30
      case (.ri, .ri): return oddRegionalIndicators  // LB30a
      case (.eb, .em), (.idReserved, .em): return true  // LB30b
      case (.pr, .op), (.po, .op), (.pr, .opWide), (.po, .opWide): return digitFollows()  // LB25
      default: return false
      }
    }
  }
}
