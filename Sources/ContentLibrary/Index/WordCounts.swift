internal import Database
internal import Words

/// Counts how many stories have each word, by language, while stories are written.
///
/// The counts only guide ranking, word forms and spelling; they never decide what is found. So they may be
/// rough: in a large library every eighth story counts for eight, words seen once are dropped if there are
/// too many, and removed stories are not subtracted.
final class WordCounts {
  private struct Slot {
    var hash: UInt64 = 0
    var start: UInt32 = 0
    var stories: UInt32 = 0
    /// The last story counted for it.
    var last: UInt32 = 0
    var length: UInt8 = 0
    var language: UInt8 = 0
  }

  /// The most words held before they are written.
  private static let capacity = 150_000
  /// The number of stories up to which every story is counted.
  private static let all = 30_000
  private static let share = 8
  /// The lengths of words worth counting, in bytes.
  private static let lengths = 3...32

  private var slots = [Slot](repeating: Slot(), count: 1 << 10)
  private var letters: [UInt8] = []
  private(set) var count = 0
  private var stories = 0
  private var current: UInt32 = 0
  private var weight: UInt32 = 1
  private var hasForgotten = false

  /// Whether it is time to write.
  var isFull: Bool { count >= Self.capacity }

  /// Counts the words of a story, folded and separated by spaces.
  ///
  /// - Parameter language: nil for a language without a stemmer.
  func count(_ texts: [UInt8]..., language: StemLanguage?) {
    stories += 1
    weight = stories > Self.all ? UInt32(Self.share) : 1
    guard weight == 1 || stories % Self.share == 0 else { return }
    current &+= 1
    let number = UInt8(language?.number ?? 0)
    for text in texts {
      text.withUnsafeBufferPointer { count($0, number) }
    }
  }

  private func count(_ text: UnsafeBufferPointer<UInt8>, _ language: UInt8) {
    var start = 0
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isWord = true
    for index in 0...text.count {
      let byte = index < text.count ? text[index] : 0x20
      if byte != 0x20 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        if byte &- 0x30 < 10 { isWord = false }
        continue
      }
      if isWord, Self.lengths.contains(index - start) {
        add(
          UnsafeBufferPointer(rebasing: text[start..<index]),
          hash ^ UInt64(language) &* 0x9E37_79B9_7F4A_7C15, language)
      }
      (start, hash, isWord) = (index + 1, 0xCBF2_9CE4_8422_2325, true)
    }
  }

  private func add(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ language: UInt8) {
    var place = firstPlace(of: hash)
    while slots[place].length > 0 {
      if slots[place].hash == hash, Int(slots[place].length) == word.count {
        guard slots[place].last != current else { return }
        slots[place].last = current
        slots[place].stories &+= weight
        return
      }
      place = (place + 1) & (slots.count - 1)
    }
    slots[place] = Slot(
      hash: hash, start: UInt32(letters.count), stories: weight, last: current, length: UInt8(word.count),
      language: language)
    letters.append(contentsOf: word)
    count += 1
    if count * 2 > slots.count { grow() }
  }

  private func firstPlace(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
  }

  private func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.length > 0 {
      var place = firstPlace(of: slot.hash)
      while slots[place].length > 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = slot
    }
  }

  /// Writes all counts, in the order of the table, and starts again.
  func write(to db: Connection) throws {
    guard count > 0 else { return }
    // If there are too many, words seen once are dropped first.
    hasForgotten = hasForgotten || isFull
    let least = hasForgotten ? 2 * weight : 0
    var words = slots.filter { $0.length > 0 && $0.stories >= least }
      .map { (word: letters[Int($0.start)..<Int($0.start) + Int($0.length)], slot: $0) }
    words.sort { $0.word.lexicographicallyPrecedes($1.word) }
    let writing = try Insertion(
      db,
      """
      INSERT INTO word(word, language, stories) VALUES (?, ?, ?)
      ON CONFLICT(word, language) DO UPDATE SET stories = stories + excluded.stories
      """)
    for (word, slot) in words {
      try writing.run(.utf8(Array(word)), .int(Int(slot.language)), .int(Int(slot.stories)))
    }
    (slots, letters, count) = ([Slot](repeating: Slot(), count: 1 << 10), [], 0)
  }
}
