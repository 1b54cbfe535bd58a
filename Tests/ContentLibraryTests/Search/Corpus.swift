import ContentLibrary
import Database
import Stories
import TestSupport
import Words

/// A few stories in the tables of the index.
struct Corpus {
  struct Story {
    var headline = ""
    var facets = ""
    var body = ""

    /// Its words by field; a facet is one word, as in the index.
    var columns: [[String]] {
      [SearchText.words(headline), Story.words(of: facets), SearchText.words(body)]
    }

    static func words(of facet: String) -> [String] {
      let word = SearchText.words(facet).joined()
      return word.isEmpty ? [] : [word]
    }
  }

  let database: DatabaseQueue
  let count: Int

  init(stories: [Story]) throws {
    database = try DatabaseQueue()
    count = stories.count
    try database.write { db in
      try db.execute(
        sql: """
          CREATE VIRTUAL TABLE search USING fts5(body, headline, byline, facets, content='', \
          tokenize='ascii', detail=full);
          """)
      for (row, story) in stories.enumerated() {
        let folded = story.columns.map { $0.joined(separator: " ") }
        try db.execute(
          sql: "INSERT INTO search(rowid, headline, facets, body) VALUES (?, ?, ?, ?)",
          arguments: [row, folded[0], folded[1], folded[2]])
      }
    }
  }

  func found(_ query: CompiledQuery) throws -> Set<Int> {
    func rows(_ match: String) throws -> Set<Int> {
      try database.read { db in
        Set(try Int.fetchAll(db, sql: "SELECT rowid FROM search WHERE search MATCH ?", arguments: [match]))
      }
    }
    switch MatchExpression(query).stories {
    case .all: return Set(0..<count)
    case .none: return []
    case .matching(let match): return try rows(match)
    case .notMatching(let match): return Set(0..<count).subtracting(try rows(match))
    }
  }
}

/// Searches by reading every story.
struct BruteForce {
  var query: SearchQuery

  func matches(_ story: Corpus.Story) -> Bool {
    query.root.map { holds($0, story.columns, story) }
      ?? true
  }

  private func holds(_ node: SearchQuery.Node, _ columns: [[String]], _ story: Corpus.Story) -> Bool {
    switch node {
    case .word(let word):
      let isPrefix = word.isPrefix || word.isLast && query.lastWordIsPrefix
      return columns.contains { Self.has(SearchText.words(word.text), isPrefix: isPrefix, in: $0) }
    case .phrase(let text):
      return columns.contains { Self.has(SearchText.words(text), isPrefix: false, in: $0) }
    case .near(let words, let distance):
      return columns.contains { Self.isNear(words.map { SearchText.words($0) }, distance, in: $0) }
    case .title(let node): return holds(node, [columns[0]], story)
    case .facet(let facet):
      return columns.count == 3
        && Self.has(Corpus.Story.words(of: facet.value), isPrefix: false, in: columns[1])
    case .all(let nodes): return nodes.allSatisfy { holds($0, columns, story) }
    case .any(let nodes): return nodes.contains { holds($0, columns, story) }
    case .not(let node): return !holds(node, columns, story)
    }
  }

  private static func places(_ words: [String], isPrefix: Bool, in text: [String]) -> [Int] {
    guard let last = words.last, text.count >= words.count else { return [] }
    return (0...text.count - words.count).filter { start in
      let part = text[start..<start + words.count]
      return part.dropLast().elementsEqual(words.dropLast())
        && (isPrefix ? part.last?.hasPrefix(last) == true : part.last == last)
    }
  }

  private static func has(_ words: [String], isPrefix: Bool, in text: [String]) -> Bool {
    !places(words, isPrefix: isPrefix, in: text).isEmpty
  }

  /// Two phrases with at most `distance` words between the end of one and the beginning of the other.
  private static func isNear(_ phrases: [[String]], _ distance: Int, in text: [String]) -> Bool {
    guard phrases.count == 2 else { return false }
    let (first, second) = (
      places(phrases[0], isPrefix: false, in: text), places(phrases[1], isPrefix: false, in: text)
    )
    return first.contains { one in
      second.contains { other in
        one <= other
          ? other - (one + phrases[0].count) <= distance : one - (other + phrases[1].count) <= distance
      }
    }
  }
}

/// Random queries.
enum RandomQuery {
  static func text(words: [String], depth: Int, _ random: inout SplitMix) -> String {
    func word() -> String { words.randomElement(using: &random) ?? "" }
    return (0..<Int.random(in: 1...3, using: &random)).map { _ in
      switch Int.random(in: 0..<(depth > 0 ? 12 : 8), using: &random) {
      case 0: "\"\(word()) \(word())\""
      case 1: "\(word().prefix(3).filter { !$0.isPunctuation })*"
      case 2: "-\(word())"
      case 3: "title:\(word())"
      case 4: "near:(\(word()) \(word()), \(Int.random(in: 0...3, using: &random)))"
      case 5: "\(word()) OR \(word())"
      case 6, 7: word()
      case 8: "(\(text(words: words, depth: depth - 1, &random)))"
      case 9: "-(\(text(words: words, depth: depth - 1, &random)))"
      case 10: "title:(\(text(words: words, depth: depth - 1, &random)))"
      default: "\(word()) OR (\(text(words: words, depth: depth - 1, &random))) OR desk:\(word())"
      }
    }.joined(separator: " ")
  }
}
