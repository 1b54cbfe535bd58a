/// Line breaking rules for news beyond UAX #14 (see its section 8, "Customization").
enum NewsTailoring {
  /// Adjusts the answers: addresses may break after `/ . - ? & =`; no line begins with `%`, with a currency
  /// sign after its number, or with a dash between spaces.
  static func apply(to answers: inout [LineBreaking.Opportunity], scalars: [UInt32]) {
    var start = 0
    var isAddress = false
    for index in scalars.indices {
      let scalar = scalars[index]
      switch scalar {
      case 0x2D, 0x2010: holdOption(at: index, &answers, scalars)
      case Mark.space, Mark.lineBreak, Mark.noBreakSpace:
        if isAddress { openAddress(start..<index, &answers, scalars) }
        start = index + 1
        isAddress = false
      case 0x25, 0x2030, 0x20AC, 0xA3, 0x24: holdUnit(at: index, &answers, scalars)
      case 0x2013, 0x2014: holdDash(at: index, &answers, scalars)
      case 0x2F:
        if index > start + 1, scalars[index - 1] == 0x2F, scalars[index - 2] == 0x3A { isAddress = true }
      case 0x2E: if index == start + 3, scalars[start..<index].allSatisfy({ $0 == 0x77 }) { isAddress = true }
      default: break
      }
    }
    if isAddress { openAddress(start..<scalars.count, &answers, scalars) }
  }

  /// Whether a word beside this character belongs to an address or an identifier.
  static func joinsAddress(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2F, 0x40, 0x5F, 0x3D, 0x26, 0x23, 0x5C, 0x25, 0x30...0x39: true
    default: false
    }
  }

  private static func opensAfter(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2F, 0x2E, 0x2D, 0x3F, 0x26, 0x3D: true
    default: false
    }
  }

  private static func openAddress(
    _ range: Range<Int>, _ answers: inout [LineBreaking.Opportunity], _ scalars: [UInt32]
  ) {
    for index in range.dropFirst() where answers[index] != .mandatory {
      let before = scalars[index - 1]
      guard opensAfter(before) else { continue }
      let slashes = before == 0x2F && (scalars[index] == 0x2F || (index >= 2 && scalars[index - 2] == 0x2F))
      // A full stop before a closing mark ends a sentence and no address.
      let joined =
        !opensAfter(scalars[index]) && LineBreakClass.of(scalars[index]) != .cl
        && LineBreakClass.of(scalars[index]) != .cp && LineBreakClass.of(scalars[index]) != .qu
      answers[index] = joined && !slashes ? .allowed : .prohibited
    }
  }

  /// The longest command-line option that is kept on one line, in characters.
  private static let longestOption = 32

  /// Forbids breaks after the hyphens that begin a word (rule LB20a of UAX #14 since Unicode 15.1), and
  /// inside a command-line option: `--no-verify` stays whole, "well-known" may be broken.
  private static func holdOption(
    at index: Int, _ answers: inout [LineBreaking.Opportunity], _ scalars: [UInt32]
  ) {
    guard index == 0 || beginsWord(after: scalars[index - 1]) else { return }
    var end = index
    while end < scalars.count, isHyphen(scalars[end]), end - index < longestOption { end += 1 }
    guard end < scalars.count, Letters.isLetter(scalars[end]) else { return }
    for place in (index + 1)...end where answers[place] == .allowed { answers[place] = .prohibited }
    let first = end
    while end < scalars.count, end - index <= longestOption, isHyphen(scalars[end]) || isWord(scalars[end]) {
      end += 1
    }
    guard end - index <= longestOption, end > first else { return }
    for place in first..<end where answers[place] == .allowed && isHyphen(scalars[place - 1]) {
      answers[place] = .prohibited
    }
  }

  private static func isHyphen(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0x2010 }

  private static func isWord(_ scalar: UInt32) -> Bool {
    Letters.isLetter(scalar) || (0x30...0x39).contains(scalar) || scalar == 0x5F || scalar == 0x3D
  }

  /// Whether a word begins after this character: after spaces, brackets and quotation marks.
  private static func beginsWord(after scalar: UInt32) -> Bool {
    switch LineBreakClass.of(scalar) {
    case .sp, .bk, .cr, .lf, .nl, .zw, .gl, .cb, .op, .opWide, .qu: true
    default: scalar == Mark.space || scalar == Mark.lineBreak || scalar == 0x7C || scalar == 0x2C
    }
  }

  /// Keeps a sign with its number, with or without a space: `10 %`, `25 €`.
  private static func holdUnit(
    at index: Int, _ answers: inout [LineBreaking.Opportunity], _ scalars: [UInt32]
  ) {
    guard index > 0, answers[index] == .allowed else { return }
    let blank = scalars[index - 1] == Mark.space
    let number = index - (blank ? 2 : 1)
    if number >= 0, (0x30...0x39).contains(scalars[number]) { answers[index] = .prohibited }
  }

  /// Puts a dash between spaces at the end of a line rather than at the start of the next.
  private static func holdDash(
    at index: Int, _ answers: inout [LineBreaking.Opportunity], _ scalars: [UInt32]
  ) {
    guard index > 0, index + 1 < scalars.count, answers[index] == .allowed else { return }
    if scalars[index - 1] == Mark.space, scalars[index + 1] == Mark.space { answers[index] = .prohibited }
  }
}
