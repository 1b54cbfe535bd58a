internal import System

/// A summary of a text in 37 bytes, by which similar texts are found.
///
/// A text is the set of its runs of four words. Each run is hashed into one of several rows, and each row
/// keeps its smallest hash (one permutation hashing). Two texts agree in a row with the probability that a
/// run of either is in both (Broder, "On the resemblance and containment of documents"). The first rows
/// have 16 bits, enough to look up texts; the others have four, enough to count how many agree.
///
/// A short text has too few runs for that, and is similar only to an equal text.
struct Sketch: Hashable, Sendable {
  /// Rows of 16 bits.
  static let wideRows = 10
  /// Rows of four bits.
  static let narrowRows = 32
  static let rows = wideRows + narrowRows
  /// The size of a stored sketch, in bytes.
  static let byteCount = 37
  /// Texts with fewer words are similar only if they are equal.
  static let fewWords = 30
  /// The number of words in a run.
  private static let run = 4
  /// Each run is put into the rows twice as often as this, so that a short text fills them.
  private static let mixesOfRun: UInt64 = 2

  /// Eight wide rows, and the two others.
  private(set) var wide: (UInt64, UInt64, UInt32) = (0, 0, 0)
  private(set) var narrow: (UInt64, UInt64) = (0, 0)
  /// The number of runs, as 16 times its binary logarithm; 0 for a short text.
  private(set) var length: UInt8 = 0

  /// The sketch of folded words (`SearchText`); nil if there are none.
  ///
  /// - Parameter headline: folded words, which count only for short texts.
  init?(of words: [UInt8], headline: [UInt8]) {
    guard !words.isEmpty || !headline.isEmpty else { return nil }
    let isSketched = words.withUnsafeBufferPointer { words in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.rows) { rows in
        rows.initialize(repeating: .max)
        let runs = Self.fill(rows, with: words)
        guard runs >= Self.fewWords - Self.run + 1 else { return false }
        length = Self.length(ofRuns: runs)
        Self.spread(rows)
        for row in rows.indices { set(row, to: rows[row]) }
        return true
      }
    }
    guard !isSketched else { return }
    var hash = Self.hash(headline)
    hash = Self.mixed(hash ^ Self.hash(words))
    for row in 0..<Self.rows { set(row, to: UInt32(truncatingIfNeeded: Self.mixed(hash &+ UInt64(row)))) }
  }

  static func == (one: Sketch, other: Sketch) -> Bool {
    one.wide == other.wide && one.narrow == other.narrow && one.length == other.length
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(wide.0)
    hasher.combine(narrow.0)
  }

  private mutating func set(_ row: Int, to least: UInt32) {
    switch row {
    case ..<4: wide.0 |= UInt64(least & 0xFFFF) << (16 * UInt64(row))
    case ..<8: wide.1 |= UInt64(least & 0xFFFF) << (16 * UInt64(row - 4))
    case ..<10: wide.2 |= (least & 0xFFFF) << (16 * UInt32(row - 8))
    case ..<26: narrow.0 |= UInt64(least & 0xF) << (4 * UInt64(row - 10))
    default: narrow.1 |= UInt64(least & 0xF) << (4 * UInt64(row - 26))
    }
  }

  /// Whether the text is so short that only an equal one is similar.
  var isOfFewWords: Bool { length == 0 }

  /// The value of a wide row; similar texts share some of them.
  func key(_ row: Int) -> UInt16 {
    switch row {
    case ..<4: UInt16(truncatingIfNeeded: wide.0 >> (16 * UInt64(row)))
    case ..<8: UInt16(truncatingIfNeeded: wide.1 >> (16 * UInt64(row - 4)))
    default: UInt16(truncatingIfNeeded: wide.2 >> (16 * UInt32(row - 8)))
    }
  }
}

// MARK: - Making

extension Sketch {
  /// Puts every run of words into its row; returns the number of runs.
  private static func fill(_ rows: UnsafeMutableBufferPointer<UInt32>, with words: UnsafeBufferPointer<UInt8>)
    -> Int
  {
    func drop(_ value: UInt64) {
      let row = Int(truncatingIfNeeded: (value &* UInt64(Sketch.rows)) >> 32)
      rows[row] = min(rows[row], UInt32(truncatingIfNeeded: value))
    }
    return forRuns(of: words) { hash in
      // Each number gives two entries of 32 bits.
      for turn in 1...mixesOfRun {
        let thrown = mixed(hash &+ turn &* 0xD6E8_FEB8_6659_FD93)
        drop(thrown >> 32)
        drop(thrown & 0xFFFF_FFFF)
      }
    }
  }

  /// Hashes every run of four folded words, in order; returns the number of runs.
  @inline(__always)
  static func forRuns(of words: UnsafeBufferPointer<UInt8>, _ each: (UInt64) -> Void) -> Int {
    var last: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var lone: (UInt64, UInt64, UInt64) = (0, 0, 0)
    var (count, word) = (0, offset)
    // The bytes of the word, and the bits set in all of them.
    var (length, common) = (0, UInt8.max)
    func end() {
      var word = word
      // In scripts without spaces each character is a word, and four of them say too little: with the three
      // before it, a character is about a word.
      if common >= 0x80, (3...4).contains(length) {
        let character = word
        word = mixed(
          word ^ lone.0 &* prime ^ lone.1 &* 0xC2B2_AE3D_27D4_EB4F ^ lone.2 &* 0x9E37_79B9_7F4A_7C15)
        lone = (character, lone.0, lone.1)
      }
      count += 1
      if count >= run {
        var hash = (last.0 &* 0x9E37_79B9_7F4A_7C15) ^ last.1
        hash = (hash &* 0xC2B2_AE3D_27D4_EB4F) ^ last.2
        each((hash &* 0x9E37_79B9_7F4A_7C15) ^ word)
      }
      last = (last.1, last.2, word)
    }
    for byte in words {
      guard byte == 0x20 else {
        word = (word ^ UInt64(byte)) &* prime
        common &= byte
        length += 1
        continue
      }
      end()
      (word, length, common) = (offset, 0, .max)
    }
    if length > 0 { end() }
    return max(0, count - run + 1)
  }

  /// Fills empty rows from other rows, chosen the same way for every text (Shrivastava, "Optimal
  /// densification for fast and accurate minwise hashing").
  private static func spread(_ rows: UnsafeMutableBufferPointer<UInt32>) {
    guard rows.contains(.max) else { return }
    let filled = Array(rows)
    for row in rows.indices where filled[row] == .max {
      var turn = UInt64(row) << 32
      var other = row
      while filled[other] == .max {
        turn += 1
        other = Int(truncatingIfNeeded: ((mixed(turn) >> 32) &* UInt64(Sketch.rows)) >> 32)
      }
      rows[row] = filled[other]
    }
  }

  private static func length(ofRuns runs: Int) -> UInt8 {
    UInt8(min(max((BinaryExponent.power(of: Double(runs)) * 16).rounded(), 1), 255))
  }

  // FNV-1a, as `Fingerprint`, in 64 bits.
  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func hash(_ words: [UInt8]) -> UInt64 {
    words.reduce(offset) { ($0 ^ UInt64($1)) &* prime }
  }

  /// Makes every bit depend on every other (the last step of SplitMix64).
  @inline(__always)
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

// MARK: - Comparing

extension Sketch {
  /// The thresholds for one story: the share of all runs that are in both, or of the shorter text's runs if
  /// it is not too short.
  private static let (likeness, containment, least) = (0.3, 0.5, 0.2)

  /// Whether two texts may be versions of one story; `TextRuns` decides.
  func isLike(_ other: Sketch) -> Bool {
    guard !isOfFewWords, !other.isOfFewWords else { return self == other }
    guard (0..<Self.wideRows).contains(where: { key($0) == other.key($0) }) else { return false }
    let likeness = resemblance(to: other)
    guard likeness < Self.likeness else { return true }
    guard likeness >= Self.least else { return false }
    let ratio = BinaryExponent.of(Double(length.distance(to: other.length).magnitude) / 16)
    return likeness * (1 + ratio) / (1 + likeness) >= Self.containment
  }

  /// Whether two texts share about a tenth of their runs or more, as texts with a site's boilerplate do.
  func touches(_ other: Sketch) -> Bool {
    !isOfFewWords && !other.isOfFewWords && resemblance(to: other) >= 0.1
  }

  /// The share of all runs that are in both, 0 to 1 (Jaccard), within 0.07.
  func resemblance(to other: Sketch) -> Double {
    let wide =
      Self.zeroes16(wide.0 ^ other.wide.0) + Self.zeroes16(wide.1 ^ other.wide.1)
      + Self.zeroes16(UInt64(wide.2 ^ other.wide.2) | 0xFFFF_FFFF << 32)
    let narrow = Self.zeroes4(narrow.0 ^ other.narrow.0) + Self.zeroes4(narrow.1 ^ other.narrow.1)
    // One in sixteen narrow rows is equal by chance.
    let agreeing = Double(wide) + (Double(narrow) - Double(Self.narrowRows) / 16) * 16 / 15
    return max(0, agreeing / Double(Self.rows))
  }

  /// How many of four groups of 16 bits are zero.
  private static func zeroes16(_ bits: UInt64) -> Int {
    let low: UInt64 = 0x7FFF_7FFF_7FFF_7FFF
    return 4 - (((bits & low) &+ low | bits) & ~low).nonzeroBitCount
  }

  /// How many of sixteen groups of four bits are zero.
  private static func zeroes4(_ bits: UInt64) -> Int {
    let pairs = bits | bits >> 1
    return 16 - ((pairs | pairs >> 2) & 0x1111_1111_1111_1111).nonzeroBitCount
  }
}

// MARK: - Writing down

extension Sketch {
  /// Appends its bytes.
  func write(to bytes: inout [UInt8]) {
    for word in [wide.0, wide.1, narrow.0, narrow.1] {
      withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
    }
    withUnsafeBytes(of: wide.2.littleEndian) { bytes.append(contentsOf: $0) }
    bytes.append(length)
  }

  /// Reads `byteCount` bytes, which must exist, from a place on.
  init(_ bytes: UnsafeRawBufferPointer, at place: Int) {
    func word(_ number: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 8 * number, as: UInt64.self))
    }
    wide = (
      word(0), word(1),
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place + 32, as: UInt32.self))
    )
    narrow = (word(2), word(3))
    length = bytes[place + 36]
  }
}
