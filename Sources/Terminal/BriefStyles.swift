/// Says the styles of a frame in the fewest bytes (ECMA-48, section 8.3.117).
///
/// curses sets back everything before it sets anything, says colours one by one, and says styles that no
/// character is then written in. Here a style is only remembered, and said when something is to look so.
struct BriefStyles {
  /// What the terminal writes in; nil if it is not known.
  private var current: Look?
  /// What curses wants it to write in.
  private var wanted = Look()
  /// What curses said of it since something was last written; sent as it is while `current` is nil.
  private var said: [UInt8] = []
  /// Whether that began with setting everything back, so that `wanted` is all there is.
  private var isWhole = false
  /// Whether the terminal knows 39 and 49, the colours that it began with.
  private var knowsOwnColours = false
  /// The codes from 22 to 29 that it knows, by which single attributes end: a bit for each, from 20.
  private var knownEnds: UInt16 = 0

  private struct Look: Equatable {
    /// One bit for each of the codes 1 to 9.
    var attributes: UInt16 = 0
    var foreground: StyleColour?
    var background: StyleColour?
    /// 10 to 19, or 0 if never said; setting everything back may leave it as it is.
    var font: UInt8 = 0
    /// What G0 holds, and which of G0 and G1 is shown; 0 if never said.
    var charset: UInt8 = 0
    var shift: UInt8 = 0

    /// Whether it is what setting everything back gives.
    var isPlain: Bool { attributes == 0 && foreground == nil && background == nil }
  }

  /// Notes that others may have written on the terminal.
  mutating func forget() { (current, wanted, isWhole) = (nil, Look(), false) }

  /// Adds what curses has sent for a frame to `output`; the terminal shows the same.
  mutating func write(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var rest = bytes
    while let byte = rest.first {
      switch byte {
      case 0x1B:
        let sequence = rest.prefix(Self.length(rest))
        rest = rest[sequence.endIndex...]
        follow(sequence, to: &output)
      case 0x0E, 0x0F:
        wanted.shift = byte
        said.append(byte)
        rest = rest.dropFirst()
      // These only move the cursor.
      case 0x08, 0x0D:
        output.append(byte)
        rest = rest.dropFirst()
      default:
        settle(to: &output)
        let end = rest.dropFirst().firstIndex { $0 < 0x20 } ?? rest.endIndex
        output.append(contentsOf: rest[..<end])
        rest = rest[end...]
      }
    }
    settle(to: &output)
  }

  /// How many bytes the escape sequence at the beginning has.
  private static func length(_ bytes: ArraySlice<UInt8>) -> Int {
    guard bytes.count > 1 else { return 1 }
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["):
      let end = bytes.dropFirst(2).firstIndex { (0x40...0x7E).contains($0) }
      return (end.map { $0 + 1 } ?? bytes.endIndex) - bytes.startIndex
    case 0x20...0x2F: return min(3, bytes.count)
    default: return 2
    }
  }

  private mutating func follow(_ sequence: ArraySlice<UInt8>, to output: inout [UInt8]) {
    let kind = sequence.dropFirst().first
    if kind == UInt8(ascii: "("), let charset = sequence.dropFirst(2).first {
      wanted.charset = charset
      said.append(contentsOf: sequence)
      return
    }
    guard kind == UInt8(ascii: "["), let last = sequence.last else {
      settle(to: &output)
      output.append(contentsOf: sequence)
      // Reverse line feed changes no style; others may.
      if kind != UInt8(ascii: "M") { forget() }
      return
    }
    switch last {
    case UInt8(ascii: "m"):
      if take(sequence.dropFirst(2).dropLast()) {
        said.append(contentsOf: sequence)
      } else {
        settle(to: &output)
        output.append(contentsOf: sequence)
        forget()
      }
    // Moving the cursor and setting margins.
    case UInt8(ascii: "A")...UInt8(ascii: "H"), UInt8(ascii: "a"), UInt8(ascii: "d")...UInt8(ascii: "f"),
      UInt8(ascii: "`"), UInt8(ascii: "r"):
      output.append(contentsOf: sequence)
    default:
      settle(to: &output)
      output.append(contentsOf: sequence)
    }
  }

  /// Takes the parameters of a style; false if one of them is unknown.
  private mutating func take(_ parameters: ArraySlice<UInt8>) -> Bool {
    var rest = parameters
    repeat {
      if let colour = StyleColour(taking: &rest) {
        if colour.isBackground { wanted.background = colour } else { wanted.foreground = colour }
        continue
      }
      guard let code = StyleColour.number(taking: &rest) else { return false }
      switch code {
      case 0:
        wanted = Look(font: wanted.font, charset: wanted.charset, shift: wanted.shift)
        isWhole = true
      case 1...9: wanted.attributes |= 1 << UInt16(code)
      case 10...19: wanted.font = UInt8(code)
      case 22...25, 27...29:
        knownEnds |= 1 << UInt16(code - 20)
        wanted.attributes &= code == 22 ? ~0b110 : ~(1 << UInt16(code - 20))
      case 39: (wanted.foreground, knowsOwnColours) = (nil, true)
      case 49: (wanted.background, knowsOwnColours) = (nil, true)
      default: return false
      }
    } while !rest.isEmpty
    return true
  }

  /// Says what is wanted, because something is about to be written or erased.
  private mutating func settle(to output: inout [UInt8]) {
    guard !said.isEmpty else { return }
    defer { (said, isWhole) = ([], false) }
    guard let current else {
      output.append(contentsOf: said)
      if isWhole { self.current = wanted }
      return
    }
    guard current != wanted else { return }
    if current.charset != wanted.charset {
      output.append(contentsOf: [0x1B, UInt8(ascii: "("), wanted.charset])
    }
    if current.shift != wanted.shift { output.append(wanted.shift) }
    say(from: current, to: &output)
    self.current = wanted
  }

  /// Says what differs, by itself or after setting everything back, whichever is shorter.
  private func say(from current: Look, to output: inout [UInt8]) {
    var whole = Self.codes(of: wanted)
    whole.insert(whole.isEmpty ? [] : Array("0".utf8), at: 0)
    let gone = current.attributes & ~wanted.attributes
    // Bold and faint end together.
    let kept = gone & 0b110 == 0 ? current.attributes : current.attributes & ~0b110
    let ends = gone & 0b110 == 0 ? gone : gone & ~0b110 | 0b100
    var step = (2...9).filter { ends & 1 << UInt16($0) != 0 }.map { Array("\(20 + $0)".utf8) }
    step += Self.codes(of: Look(attributes: wanted.attributes & ~kept))
    if let foreground = wanted.foreground, foreground != current.foreground { step.append(foreground.code) }
    if let background = wanted.background, background != current.background { step.append(background.code) }
    let isForegroundGone = wanted.foreground == nil && current.foreground != nil
    let isBackgroundGone = wanted.background == nil && current.background != nil
    if isForegroundGone { step.append(Array("39".utf8)) }
    if isBackgroundGone { step.append(Array("49".utf8)) }
    let mustReset =
      ends & ~knownEnds != 0 || (isForegroundGone || isBackgroundGone) && !knowsOwnColours
    func length(_ codes: [[UInt8]]) -> Int { codes.reduce(codes.count) { $0 + $1.count } }
    var codes = mustReset || length(whole) < length(step) ? whole : step
    if current.font != wanted.font { codes.append(Array("\(wanted.font)".utf8)) }
    guard !codes.isEmpty else { return }
    output.append(contentsOf: [0x1B, UInt8(ascii: "[")])
    output.append(contentsOf: codes.joined(separator: [UInt8(ascii: ";")]))
    output.append(UInt8(ascii: "m"))
  }

  private static func codes(of look: Look) -> [[UInt8]] {
    let attributes: [[UInt8]] = (1...9).compactMap { code in
      look.attributes & 1 << UInt16(code) == 0 ? nil : [UInt8(ascii: "0") + UInt8(code)]
    }
    return attributes + [look.foreground, look.background].compactMap { $0?.code }
  }
}

/// A colour in a style, by the words that a terminal described it with.
struct StyleColour: Equatable {
  /// Whether it is the one behind the letters.
  let isBackground: Bool
  /// Its parameters: "31", "48;5;237", "38:2::10:20:30".
  var code: [UInt8] { Array(words.utf8) }
  /// Short enough (at most 15 bytes) to be kept without memory of its own.
  private let words: String

  /// Takes a colour from the beginning of parameters, and the semicolon after it; nil if another code is
  /// there.
  init?(taking rest: inout ArraySlice<UInt8>) {
    var after = rest
    let field = after.prefix { $0 != UInt8(ascii: ";") }
    let code = field.prefix { $0 != UInt8(ascii: ":") }
    guard let number = Self.value(code) else { return nil }
    switch number {
    case 30...37, 90...97: isBackground = false
    case 40...47, 100...107: isBackground = true
    case 38, 48: isBackground = number == 48
    default: return nil
    }
    var end = field.endIndex
    if number == 38 || number == 48, code.count == field.count {
      // 38;5;n and 38;2;r;g;b.
      after = rest[end...].dropFirst()
      let kind = Self.number(taking: &after)
      guard kind == 5 || kind == 2 else { return nil }
      for _ in 0..<(kind == 5 ? 1 : 3) {
        let value = after.prefix { $0 != UInt8(ascii: ";") }
        guard Self.value(value) != nil else { return nil }
        end = value.endIndex
        after = after[end...].dropFirst()
      }
    }
    words = String(decoding: rest[..<end], as: UTF8.self)
    rest = rest[end...].dropFirst()
  }

  /// Takes a number and the semicolon after it; an empty one is 0 (ECMA-48, section 5.4.2).
  static func number(taking rest: inout ArraySlice<UInt8>) -> Int? {
    let field = rest.prefix { $0 != UInt8(ascii: ";") }
    guard let number = value(field) ?? (field.isEmpty ? 0 : nil) else { return nil }
    rest = rest[field.endIndex...].dropFirst()
    return number
  }

  private static func value(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 8 else { return nil }
    var value = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }
}
