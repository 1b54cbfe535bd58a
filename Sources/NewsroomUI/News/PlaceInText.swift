internal import Stories
internal import Typesetting

/// Finds the words again that a reader was at when the text around them has changed.
enum PlaceInText {
  /// So many letters and signs are looked for where a block has changed.
  private static let length = ReadingPlace.length
  /// So many blocks are looked through for them.
  private static let most = 400

  /// The place in a newer text that has the words of a place in an older one; else the nearest that both
  /// have.
  static func find(_ place: PagePosition, of old: Story, in new: Story) -> PagePosition {
    guard let block = place.block, old.body.indices.contains(block), !new.body.isEmpty else { return place }
    let (olds, news) = (old.body.map(\.text), new.body.map(\.text))
    let places = Dictionary(grouping: news.indices, by: { news[$0] })
    func nearest(_ text: String, to block: Int) -> Int? {
      text.isEmpty ? nil : places[text]?.min { abs($0 - block) < abs($1 - block) }
    }
    // How far the text around has moved tells which of several equal blocks is meant.
    let shift = shift(around: block, olds, news, places)
    if let same = nearest(olds[block], to: block + shift) {
      return PagePosition(block: same, offset: place.offset)
    }
    if let found = words(at: place.offset, of: olds[block], in: news, near: block + shift) { return found }
    // Between the texts before and after it that both have.
    let before = (0..<block).last { places[olds[$0]] != nil }.flatMap { old in
      nearest(olds[old], to: old + shift).map { $0 + block - old }
    }
    let after = (block..<olds.count).first { places[olds[$0]] != nil }.flatMap { old in
      nearest(olds[old], to: old + shift)
    }
    let wanted = min(before ?? block, after ?? news.count - 1)
    return PagePosition(block: min(max(0, wanted), news.count - 1), offset: 0)
  }

  /// By how many blocks the nearest text that stands once in both has moved.
  private static func shift(
    around block: Int, _ olds: [String], _ news: [String], _ places: [String: [Int]]
  ) -> Int {
    for distance in 0..<olds.count {
      for near in [block - distance, block + distance] where olds.indices.contains(near) {
        if !olds[near].isEmpty, let found = places[olds[near]], found.count == 1 { return found[0] - near }
      }
    }
    return news.count - olds.count
  }

  /// The words after or before the place, in the blocks around it.
  private static func words(at offset: Int, of text: String, in news: [String], near block: Int)
    -> PagePosition?
  {
    let letters = letters(text)
    let place = min(max(0, offset), letters.count)
    let after = Array(letters[place..<min(letters.count, place + length)])
    let before = Array(letters[max(0, place - length)..<place])
    let order = news.indices.sorted { (abs($0 - block), $0) < (abs($1 - block), $1) }.prefix(most)
    let texts = order.map { ($0, Self.letters(news[$0])) }
    for (needle, end) in [(after, 0), (before, before.count)] where needle.count >= length / 2 {
      for (index, text) in texts {
        if let found = first(needle, in: text) { return PagePosition(block: index, offset: found + end) }
      }
    }
    return nil
  }

  /// The words at a place, by which it is found again; none outside the body.
  ///
  /// Where a block has few left, those of the blocks after it follow.
  static func words(at place: PagePosition, of story: Story) -> String {
    guard let block = place.block, story.body.indices.contains(block) else { return "" }
    var words = letters(story.body[block].text)[...].dropFirst(place.offset)
    var next = block + 1
    while words.count < length, next < min(story.body.count, block + most) {
      words += letters(story.body[next].text)
      next += 1
    }
    return String(words.prefix(length))
  }

  /// The place in a story that has words, the nearest to another place; nil where it has them nowhere.
  static func find(_ place: ReadingPlace, near: PagePosition, in story: Story) -> PagePosition? {
    let order = story.body.indices.sorted {
      (abs($0 - (near.block ?? 0)), $0) < (abs($1 - (near.block ?? 0)), $1)
    }
    let words = Array(place.words)
    for block in order {
      var text = letters(story.body[block].text)
      let own = text.count
      // Words that run over into the blocks after it.
      var next = block + 1
      while text.count < own + words.count, next < min(story.body.count, block + most) {
        text += letters(story.body[next].text).prefix(words.count)
        next += 1
      }
      if let found = first(words, in: text), found < max(1, own) {
        return PagePosition(block: block, offset: found)
      }
    }
    return nil
  }

  private static func letters(_ text: String) -> [Character] { text.filter { !$0.isWhitespace } }

  private static func first(_ needle: [Character], in text: [Character]) -> Int? {
    guard let head = needle.first, text.count >= needle.count else { return nil }
    return (0...(text.count - needle.count)).first { start in
      text[start] == head && text[start..<(start + needle.count)].elementsEqual(needle)
    }
  }
}
