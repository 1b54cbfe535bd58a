internal import Stories
internal import Typesetting

/// Finds the reader's place again after the text has changed.
enum PlaceInText {
  /// How many characters to look for if the block has changed.
  private static let length = ReadingPlace.length
  /// How many blocks to search for them.
  private static let most = 400

  /// The place in a newer text with the words at a place in the older one, or the nearest text that both
  /// have.
  static func find(_ place: PagePosition, of old: Story, in new: Story) -> PagePosition {
    guard let block = place.block, old.body.indices.contains(block), !new.body.isEmpty else { return place }
    let (olds, news) = (old.body.map(\.text), new.body.map(\.text))
    let places = Dictionary(grouping: news.indices, by: { news[$0] })
    func nearest(_ text: String, to block: Int) -> Int? {
      text.isEmpty ? nil : places[text]?.min { abs($0 - block) < abs($1 - block) }
    }
    // If several blocks are equal, the shift of the text around them shows which one is meant.
    let shift = shift(around: block, olds, news, places)
    if let same = nearest(olds[block], to: block + shift) {
      return PagePosition(block: same, offset: place.offset)
    }
    if let found = words(at: place.offset, of: olds[block], in: news, near: block + shift) { return found }
    // Otherwise between the nearest texts before and after that both versions have.
    let before = (0..<block).last { places[olds[$0]] != nil }.flatMap { old in
      nearest(olds[old], to: old + shift).map { $0 + block - old }
    }
    let after = (block..<olds.count).first { places[olds[$0]] != nil }.flatMap { old in
      nearest(olds[old], to: old + shift)
    }
    let wanted = min(before ?? block, after ?? news.count - 1)
    return PagePosition(block: min(max(0, wanted), news.count - 1), offset: 0)
  }

  /// How many blocks the nearest text that occurs once in both versions has moved.
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

  /// The text after or before the place, across blocks.
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

  /// The words at a place, by which it is found again; empty outside the body.
  ///
  /// If few are left in the block, the words of the next blocks follow.
  static func words(at place: PagePosition, of story: Story) -> String {
    guard let block = place.block, story.body.indices.contains(block) else { return "" }
    let text = onward(from: block, in: story)
    return String(text.letters.dropFirst(min(place.offset, text.own)).prefix(length))
  }

  /// The place with some words that is nearest to another place; nil if the story does not have the words.
  static func find(_ place: ReadingPlace, near: PagePosition, in story: Story) -> PagePosition? {
    let order = story.body.indices.sorted {
      (abs($0 - (near.block ?? 0)), $0) < (abs($1 - (near.block ?? 0)), $1)
    }
    let words = Array(place.words)
    for block in order {
      let text = onward(from: block, in: story)
      if let found = first(words, in: text.letters), found < max(1, text.own) {
        return PagePosition(block: block, offset: found)
      }
    }
    return nil
  }

  /// The letters of a block, `own` of them, and as many as a place can have of the blocks after it.
  private static func onward(from block: Int, in story: Story) -> (letters: [Character], own: Int) {
    var letters = letters(story.body[block].text)
    let own = letters.count
    for next in story.body[(block + 1)...].prefix(most) where letters.count < own + length {
      letters += Self.letters(next.text).prefix(length)
    }
    return (letters, own)
  }

  static func letters(_ text: String) -> [Character] { text.filter { !$0.isWhitespace } }

  private static func first(_ needle: [Character], in text: [Character]) -> Int? {
    guard let head = needle.first, text.count >= needle.count else { return nil }
    return (0...(text.count - needle.count)).first { start in
      text[start] == head && text[start..<(start + needle.count)].elementsEqual(needle)
    }
  }
}
