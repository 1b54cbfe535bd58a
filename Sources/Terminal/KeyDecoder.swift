internal import Screen

/// Turns the bytes that a terminal sends into keys.
///
/// It knows the sequences of ECMA-48 terminals (xterm, the VT series, the Linux console, rxvt) and those of
/// the terminal's own description. Replies and other control sequences are swallowed whole; bytes that aren't
/// UTF-8 are dropped. It never keeps more than `maximumPaste` bytes.
struct KeyDecoder {
  /// The most bytes to keep of a paste, 1 MiB; the rest is dropped.
  static let maximumPaste = 1 << 20
  /// The longest control sequence that is interpreted; longer ones are swallowed.
  private static let maximumSequence = 32
  /// The bracket after a paste.
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// What the next byte belongs to.
  enum State: Equatable {
    case ground
    /// After ESC.
    case escape
    /// Inside `ESC [`.
    case control
    /// After `ESC O`, or `ESC [ [` of the Linux console.
    case single(linux: Bool)
    /// Inside an operating system command or another string, until BEL or `ESC \`.
    case string(escaped: Bool)
    /// In the three bytes of an old mouse report.
    case mouse(left: Int)
    /// Inside a character of more than one byte.
    case character(left: Int)
    /// Inside a paste, after this many bytes of a possible end.
    case paste(matched: Int)
  }

  private(set) var state = State.ground
  /// Whether the terminal still owes an answer, which may arrive in parts.
  var isAnswerDue = false
  private var hasAnswer = false
  private var bytes: [UInt8] = []
  private var pasted: [UInt8] = []
  private var inputs: [Input] = []
  private let described: [[UInt8]: Key]
  private let usesMouse: Bool

  /// Makes a decoder.
  ///
  /// - Parameters:
  ///   - described: the sequences in the terminal's description that start with ESC.
  ///   - usesMouse: whether mouse reports mean something; otherwise they are swallowed.
  init(described: [[UInt8]: Key] = [:], usesMouse: Bool = false) {
    (self.described, self.usesMouse) = (described, usesMouse)
  }

  /// How long to wait for the rest of a sequence, in milliseconds; nil if none has begun.
  ///
  /// ESC alone is a key, and also the first byte of every sequence: whatever follows at once belongs to it.
  var patience: Int32? {
    switch state {
    case .ground: nil
    case .paste: 500
    case .control where isAnswerDue: 500
    default: 40
    }
  }

  /// Takes bytes, and returns the inputs that are complete.
  mutating func decode(_ new: some Sequence<UInt8>) -> [Input] {
    for byte in new { take(byte) }
    defer { inputs = [] }
    return inputs
  }

  /// Ends a sequence because no more came in time: ESC was the key, and an unfinished paste is over.
  mutating func timeOut() -> [Input] {
    if state == .escape, bytes.count == 1 { add(.escape) }
    if case .paste = state { endPaste() }
    reset()
    defer { inputs = [] }
    return inputs
  }

  /// Whether the terminal has answered (`ESC [ ? … c`) since the last call.
  mutating func takeAnswer() -> Bool {
    defer { hasAnswer = false }
    return hasAnswer
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .control: control(byte)
    case .single(let linux): single(byte, linux: linux)
    case .string(let escaped): string(byte, escaped: escaped)
    case .mouse(let left): left > 1 ? (state = .mouse(left: left - 1)) : reset()
    case .character(let left): character(byte, left: left)
    case .paste(let matched): paste(byte, matched: matched)
    }
  }

  private mutating func ground(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      bytes = [byte]
      state = .escape
    case 0x08, 0x7F: add(.backspace)
    case 0x09: add(.tab)
    case 0x0A, 0x0D: add(.enter)
    case 0x01...0x1A: add(.control(Character(Unicode.Scalar(byte + 0x60))))
    case 0x00: add(.control("@"))
    case 0x1C...0x1F: add(.control(Character(Unicode.Scalar(byte + 0x40))))
    case 0x20..<0x7F: add(.character(Character(Unicode.Scalar(byte))))
    case 0xC2...0xDF: begin(byte, left: 1)
    case 0xE0...0xEF: begin(byte, left: 2)
    case 0xF0...0xF4: begin(byte, left: 3)
    default: break
    }
  }

  private mutating func begin(_ byte: UInt8, left: Int) {
    bytes = [byte]
    state = .character(left: left)
  }

  private mutating func character(_ byte: UInt8, left: Int) {
    guard (0x80...0xBF).contains(byte) else {
      reset()
      return take(byte)
    }
    bytes.append(byte)
    guard left == 1 else { return state = .character(left: left - 1) }
    let text = String(validating: bytes, as: UTF8.self)
    reset()
    if let text, let scalar = text.unicodeScalars.first, scalar.value >= 0xA0 {
      add(.character(Character(scalar)))
    }
  }

  private mutating func escape(_ byte: UInt8) {
    if bytes.count == 1, byte < 0x20 || byte == 0x7F {
      // Two keys: ESC, and one that must not be lost (Ctrl-C).
      reset()
      add(.escape)
      return take(byte)
    }
    bytes.append(byte)
    if let key = described[bytes] {
      reset()
      return add(key)
    }
    if bytes.count > 2 {
      if !isDescribedSoFar { reset() }
      return
    }
    switch byte {
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .single(linux: false)
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"), UInt8(ascii: "_"):
      state = .string(escaped: false)
    case 0xC2...0xF4:
      reset()
      add(.escape)
      take(byte)
    default:
      guard !isDescribedSoFar else { return }
      reset()
      if (0x21..<0x7F).contains(byte) { add(.alt(Character(Unicode.Scalar(byte)))) }
    }
  }

  private var isDescribedSoFar: Bool { described.keys.contains { $0.starts(with: bytes) } }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x5B where bytes.count == 2: state = .single(linux: true)
    case 0x20...0x3F:
      if bytes.count < Self.maximumSequence { bytes.append(byte) }
    case 0x40...0x7E:
      bytes.append(byte)
      let sequence = bytes
      reset()
      guard sequence.count <= Self.maximumSequence else { return }
      if let key = described[sequence] ?? KeySequences.control(sequence.dropFirst(2)) {
        add(key)
      } else if sequence.dropFirst(2).elementsEqual("200~".utf8) {
        state = .paste(matched: 0)
      } else if byte == UInt8(ascii: "c"), sequence.dropFirst(2).first == UInt8(ascii: "?") {
        hasAnswer = true
      } else if usesMouse, let action = MouseReports.action(sequence.dropFirst(2)) {
        inputs.append(.mouse(action))
      } else if sequence.count == 3, byte == UInt8(ascii: "M") {
        state = .mouse(left: 3)
      }
    default:
      reset()
      take(byte)
    }
  }

  private mutating func single(_ byte: UInt8, linux: Bool) {
    let sequence = bytes + (linux ? [0x5B, byte] : [byte])
    reset()
    if let key = described[sequence] ?? (linux ? KeySequences.linux(byte) : KeySequences.single(byte)) {
      add(key)
    } else if byte < 0x20 || byte >= 0x7F {
      take(byte)
    }
  }

  private mutating func string(_ byte: UInt8, escaped: Bool) {
    switch byte {
    case 0x07: reset()
    case 0x1B: state = .string(escaped: true)
    case 0x03, 0x18, 0x1A:
      reset()
      if byte == 0x03 { take(byte) }
    default:
      if escaped {
        reset()
        if byte != UInt8(ascii: "\\") { decodeAgain(byte) }
      }
    }
  }

  /// ESC and something other than the end cut a string off: ESC begins a new sequence.
  private mutating func decodeAgain(_ byte: UInt8) {
    ground(0x1B)
    take(byte)
  }

  private mutating func paste(_ byte: UInt8, matched: Int) {
    if byte == Self.pasteEnd[matched] {
      guard matched + 1 == Self.pasteEnd.count else { return state = .paste(matched: matched + 1) }
      endPaste()
      return reset()
    }
    // Not the end after all. Only its first byte is ESC, so no later match can have begun inside it.
    for byte in Self.pasteEnd[..<matched] { keep(byte) }
    guard byte != Self.pasteEnd[0] else { return state = .paste(matched: 1) }
    keep(byte)
    state = .paste(matched: 0)
  }

  private mutating func keep(_ byte: UInt8) {
    if pasted.count < Self.maximumPaste { pasted.append(byte) }
  }

  private mutating func endPaste() {
    let text = String(decoding: pasted, as: UTF8.self)
    pasted = []
    if !text.isEmpty { inputs.append(.pasted(text)) }
  }

  private mutating func add(_ key: Key) { inputs.append(.key(key)) }

  private mutating func reset() {
    bytes = []
    state = .ground
  }
}
