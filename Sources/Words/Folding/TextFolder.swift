/// Folds UTF-8 in one pass, by the rules of `SearchText`.
struct TextFolder {
  /// What a byte becomes: itself or its lower-case letter, 0 for a separator, 1 for an apostrophe, 2 for a
  /// sign that may group digits, 3 from 0x80 on.
  static let ascii: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    case 0x27, 0x60: 1
    case 0x2C, 0x2E: 2
    case 0x80...0xFF: 3
    default: 0
    }
  }

  private let text: UnsafeBufferPointer<UInt8>
  private let out: UnsafeMutableBufferPointer<UInt8>
  private let ascii: UnsafeBufferPointer<UInt8>
  private let start: Int
  /// The next byte to read, and the next to write.
  private var (from, to): (Int, Int)
  /// Where the current word begins in `out` and in `text`; nil between words.
  private var word: (folded: Int, source: Int)?

  init(
    text: UnsafeBufferPointer<UInt8>, out: UnsafeMutableBufferPointer<UInt8>, at start: Int,
    ascii: UnsafeBufferPointer<UInt8>
  ) {
    (self.text, self.out, self.ascii, self.start) = (text, out, ascii, start)
    (from, to) = (0, start)
  }

  /// Folds everything, and returns the end of the output.
  mutating func run<Sink: TokenSink>(_ sink: inout Sink) -> Int {
    while from < text.count {
      switch ascii[Int(text[from])] {
      case 0:
        endWord(&sink)
        from += 1
      case 1:
        apostrophe(length: 1, &sink)
      case 2:
        if !groupsDigits(length: 1) { endWord(&sink) }
        from += 1
      case 3:
        letter(&sink)
      default:
        plainLetters()
      }
    }
    endWord(&sink)
    return to
  }

  private mutating func beginWord() -> Int {
    if let word { return word.folded }
    if to > 0, out[to - 1] != 0x20 {
      out[to] = 0x20
      to += 1
    }
    word = (to, from)
    return to
  }

  private mutating func endWord<Sink: TokenSink>(_ sink: inout Sink) {
    guard let word else { return }
    sink.word(folded: word.folded..<to, source: word.source..<from, in: UnsafeBufferPointer(out))
    self.word = nil
  }

  /// Folds a run of ASCII letters and digits.
  @inline(__always)
  private mutating func plainLetters() {
    let limit = beginWord() + SearchText.wordLimit
    var (from, to) = (from, to)
    while from < text.count {
      let plain = ascii[Int(text[from])]
      guard plain > 3 else { break }
      if to < limit {
        out[to] = plain
        to += 1
      }
      from += 1
    }
    (self.from, self.to) = (from, to)
  }

  /// Folds a character beyond ASCII.
  private mutating func letter<Sink: TokenSink>(_ sink: inout Sink) {
    let (scalar, length) = Self.scalar(in: text, at: from)
    switch FoldingClasses.shared[scalar] {
    case .parting:
      if ![0xA0, 0x2009, 0x202F].contains(scalar) || !groupsDigits(length: length) { endWord(&sink) }
      from += length
    case .dropped:
      from += length
    case .apostrophe:
      apostrophe(length: length, &sink)
    case .letter(let plain):
      put(plain, limit: beginWord() + SearchText.wordLimit)
      from += length
    case .several(let letters):
      let limit = beginWord() + SearchText.wordLimit
      for letter in FoldingClasses.shared.expansions[letters] { put(letter, limit: limit) }
      from += length
    case .alone(var character):
      endWord(&sink)
      let limit = beginWord() + SearchText.wordLimit
      from += length
      while from < text.count {
        let (next, length) = Self.scalar(in: text, at: from)
        guard let composed = Composition.compose(character, next) else { break }
        character = composed
        from += length
      }
      put(character, limit: limit)
      endWord(&sink)
    }
  }

  /// Drops an apostrophe between letters; after an elided article it separates words.
  private mutating func apostrophe<Sink: TokenSink>(length: Int, _ sink: inout Sink) {
    let grouping = groupsDigits(length: length)
    if let word, !grouping, !isLetter(at: from + length) || isElided(word.folded..<to) { endWord(&sink) }
    from += length
  }

  private func isElided(_ word: Range<Int>) -> Bool {
    switch word.count {
    case 1: [0x63, 0x64, 0x6A, 0x6C, 0x6D, 0x6E, 0x73, 0x74].contains(out[word.lowerBound])
    case 2: out[word.lowerBound] == 0x71 && out[word.lowerBound + 1] == 0x75
    default: false
    }
  }

  private func isLetter(at place: Int) -> Bool {
    guard place < text.count else { return false }
    let plain = ascii[Int(text[place])]
    guard plain == 3 else { return plain > 3 }
    switch FoldingClasses.shared[Self.scalar(in: text, at: place).scalar] {
    case .letter, .several: return true
    default: return false
    }
  }

  /// Whether the sign groups digits: one to three digits before it, exactly three after it.
  private func groupsDigits(length: Int) -> Bool {
    func isDigit(_ place: Int) -> Bool {
      text.indices.contains(place) && (0x30...0x39).contains(text[place])
    }
    let after = from + length
    return word != nil && isDigit(from - 1) && isDigit(after) && isDigit(after + 1) && isDigit(after + 2)
      && !isDigit(after + 3) && !(2...4).allSatisfy { isDigit(from - $0) }
  }

  private mutating func put(_ letter: UInt32, limit: Int) {
    let size = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4
    guard to + size <= limit else { return }
    switch size {
    case 1:
      out[to] = UInt8(truncatingIfNeeded: letter)
    case 2:
      out[to] = UInt8(truncatingIfNeeded: 0xC0 | letter >> 6)
    case 3:
      out[to] = UInt8(truncatingIfNeeded: 0xE0 | letter >> 12)
    default:
      out[to] = UInt8(truncatingIfNeeded: 0xF0 | letter >> 18)
    }
    for place in 1..<max(size, 1) {
      out[to + place] = UInt8(truncatingIfNeeded: 0x80 | letter >> (6 * UInt32(size - 1 - place)) & 0x3F)
    }
    to += size
  }

  /// The character at an index and its length in bytes; U+FFFD and 1 for invalid bytes.
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: UInt32, length: Int) {
    let first = UInt32(text[place])
    let length =
      first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, place + length <= text.count else { return (0xFFFD, 1) }
    guard length > 1 else { return (first, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for next in text[place + 1..<place + length] {
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    return (Unicode.Scalar(scalar) == nil ? 0xFFFD : scalar, length)
  }
}

/// Characters written in parts: syllables of Hangul, kana with a mark.
enum Composition {
  static func compose(_ first: UInt32, _ second: UInt32) -> UInt32? {
    switch second {
    case 0x1161...0x1175 where (0x1100...0x1112).contains(first):
      0xAC00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
    case 0x11A8...0x11C2 where (0xAC00...0xD7A3).contains(first) && (first - 0xAC00).isMultiple(of: 28):
      first + second - 0x11A7
    case 0x3099, 0xFF9E: voiced(first)
    case 0x309A, 0xFF9F: (first >= 0x30A1 ? first - 0x60 : first).isOfHa ? first + 2 : nil
    default: nil
    }
  }

  private static func voiced(_ first: UInt32) -> UInt32? {
    switch first {
    case 0x3046, 0x30A6: return first + 0x4E
    case 0x309D, 0x30FD: return first + 1
    case 0x30EF...0x30F2: return first + 8
    default: break
    }
    let hiragana = first >= 0x30A1 ? first - 0x60 : first
    let voices =
      (0x304B...0x3061).contains(hiragana) && !hiragana.isMultiple(of: 2)
      || [0x3064, 0x3066, 0x3068].contains(hiragana) || hiragana.isOfHa
    return voices ? first + 1 : nil
  }
}

extension UInt32 {
  /// は, ひ, ふ, へ or ほ.
  fileprivate var isOfHa: Bool { (0x306F...0x307B).contains(self) && (self - 0x306F).isMultiple(of: 3) }
}
