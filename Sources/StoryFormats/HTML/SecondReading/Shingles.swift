/// Runs of three words as hashes; the number of shared runs tells whether one text contains another.
///
/// A word is a run of letters and digits, with ASCII in lower case. In scripts without spaces between words,
/// every letter counts as a word.
struct Shingles {
  /// The hashes, each once.
  private(set) var all: Set<UInt64> = []
  /// How many words were read.
  private(set) var words = 0
  /// The first run, which identifies a text.
  private(set) var opening: UInt64?

  private var last: (first: UInt64, second: UInt64) = (0, 0)
  private var word: UInt64 = 0

  /// Starts empty.
  init() {}

  /// The runs of one text.
  init(_ text: String) {
    append(text)
    endWord()
  }

  private static let start: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01B3

  /// Adds text; a word may continue from one piece to the next.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          if byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A {
            add(byte | 0x20)
          } else if byte >= 0x30 && byte <= 0x39 {
            add(byte)
          } else if byte != 0x27 {
            endWord()
          }
          continue
        }
        let size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let end = min(index + size, bytes.count)
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        if Self.parts(byte, next) {
          // A typographic apostrophe counts as a plain one.
          if !(byte == 0xE2 && next == 0x80 && end - index == 3 && [0x98, 0x99].contains(bytes[index + 2])) {
            endWord()
          }
        } else {
          let isAlone = Self.standsAlone(byte, next)
          if isAlone { endWord() }
          for place in index..<end { add(bytes[place]) }
          if isAlone { endWord() }
        }
        index = end
      }
    }
  }

  /// Ends the current word at the end of a block.
  mutating func endWord() {
    guard word != 0 else { return }
    words += 1
    if words >= 3 {
      let run = (last.first &* 31 &+ last.second) &* 0x9E37_79B9_7F4A_7C15 &+ word
      if opening == nil { opening = run }
      all.insert(run)
    }
    last = (last.second, word)
    word = 0
  }

  private mutating func add(_ byte: UInt8) {
    word = ((word == 0 ? Self.start : word) ^ UInt64(byte)) &* Self.prime
  }

  /// Whether bytes are punctuation: U+0080 to U+00BF, general punctuation, arrows, ideographic and full-width
  /// punctuation.
  private static func parts(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch byte {
    case 0xC2: true
    case 0xE2: next <= 0xAF
    case 0xE3: next == 0x80
    case 0xEF: next == 0xBC || next == 0xBB || next == 0xB8
    default: false
    }
  }

  /// Whether bytes are a letter of Han, kana, Thai, Lao, Khmer or Burmese, which have no spaces between
  /// words.
  private static func standsAlone(_ byte: UInt8, _ next: UInt8) -> Bool {
    switch byte {
    case 0xE3...0xE9: true
    case 0xE0: (0xB8...0xBB).contains(next)
    case 0xE1: next == 0x80 || next == 0x81 || next == 0x9E || next == 0x9F
    case 0xF0: next >= 0xA0 && next <= 0xB2
    default: false
    }
  }

  /// How many of these runs others contain, and how many there are.
  func shared(with others: [Set<UInt64>]) -> (shared: Int, all: Int) {
    (all.count(where: { hash in others.contains { $0.contains(hash) } }), all.count)
  }
}
