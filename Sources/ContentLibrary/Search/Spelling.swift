/// Finds the words of the library that somebody may have meant.
///
/// A word is kept under `keys(ofVocabulary:)`, its halves and thirds with its length; with one slip, one of the halves is
/// whole, with two one of the thirds. The words under any of `keys(ofQuery:)` are thus the ones to compare, and one look into
/// a table finds them. (Of two slips that turn letters round where thirds meet, some are missed.)
public enum Spelling {
  /// How many slips are forgiven in a folded word: swapped, missing, wrong or additional letters.
  public static func tolerance(of word: String) -> Int {
    let count = word.unicodeScalars.count
    return count < 3 ? 0 : count < 7 ? 1 : 2
  }

  /// What a folded word of the vocabulary stands under; nothing for words that are too short or too long to be missed.
  public static func keys(ofVocabulary word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    guard (2...40).contains(letters.count) else { return [] }
    return [2, 3].flatMap { parts -> [String] in
      guard parts == 2 || letters.count >= 5 else { return [] }
      return cuts(letters.count, into: parts).enumerated().map {
        key(letters.count, parts, $0.offset, letters[$0.element])
      }
    }
  }

  /// What the words near a folded word stand under.
  public static func keys(ofQuery word: String) -> [String] {
    let letters = Array(word.unicodeScalars)
    let tolerance = tolerance(of: word)
    guard tolerance > 0, letters.count <= 42 else { return [] }
    var keys = Set<String>()
    for length in max(2, letters.count - tolerance)...letters.count + tolerance where length <= 40 {
      let parts = tolerance + 1
      let cuts = cuts(length, into: parts)
      for (index, cut) in cuts.enumerated() {
        // A part has moved by the letters that came or went before it.
        for shift in -tolerance...tolerance {
          let (from, to) = (cut.lowerBound + shift, cut.upperBound + shift)
          guard from >= 0, to <= letters.count else { continue }
          keys.insert(key(length, parts, index, letters[from..<to]))
        }
      }
      // Two letters that changed places across a cut spoil the parts on both sides.
      for (index, cut) in cuts.dropLast().enumerated()
      where cut.upperBound < letters.count && cut.upperBound > 0 {
        var turned = letters
        turned.swapAt(cut.upperBound - 1, cut.upperBound)
        keys.insert(key(length, parts, index, turned[cut]))
      }
    }
    return keys.sorted()
  }

  /// The nearest words, best first: fewer slips before more, then those that more stories have.
  ///
  /// The word itself is not among
  /// them.
  public static func nearest(
    to word: String, among candidates: some Sequence<(word: String, stories: Int)>, limit: Int = 3
  ) -> [String] {
    let letters = Array(word.unicodeScalars)
    let tolerance = tolerance(of: word)
    var found: [(word: String, weight: Double)] = []
    var seen: Set<String> = [word]
    for candidate in candidates where seen.insert(candidate.word).inserted {
      let others = Array(candidate.word.unicodeScalars)
      guard let distance = distance(letters, others, atMost: tolerance) else { continue }
      // A slip weighs as much as twenty times the stories; the first letter is seldom wrong.
      let slips = Double(distance) + (letters.first == others.first ? 0 : 0.5)
      var weight = Double(max(candidate.stories, 1))
      for _ in 0..<Int(slips * 2) { weight /= 4.5 }
      found.append((candidate.word, weight))
    }
    found.sort { ($0.weight, $1.word) > ($1.weight, $0.word) }
    return found.prefix(max(limit, 0)).map(\.word)
  }

  /// How many slips lie between two words (Damerau and Levenshtein's, a letter being moved once); nil when more than that.
  static func distance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], atMost bound: Int) -> Int? {
    guard abs(one.count - other.count) <= bound else { return nil }
    var (before, last) = ([Int](), Array(0...other.count))
    for row in 0..<one.count {
      var line = [row + 1]
      line.reserveCapacity(other.count + 1)
      for column in 0..<other.count {
        var best = min(
          last[column + 1] + 1, line[column] + 1, last[column] + (one[row] == other[column] ? 0 : 1))
        if row > 0, column > 0, one[row] == other[column - 1], one[row - 1] == other[column] {
          best = min(best, before[column - 1] + 1)
        }
        line.append(best)
      }
      guard line.contains(where: { $0 <= bound }) else { return nil }
      (before, last) = (last, line)
    }
    return last[other.count] <= bound ? last[other.count] : nil
  }

  private static func cuts(_ length: Int, into parts: Int) -> [Range<Int>] {
    (0..<parts).map { length * $0 / parts..<length * ($0 + 1) / parts }
  }

  private static func key(_ length: Int, _ parts: Int, _ index: Int, _ letters: ArraySlice<Unicode.Scalar>)
    -> String
  {
    var key = "\(length).\(parts).\(index) "
    key.unicodeScalars.append(contentsOf: letters)
    return key
  }
}
