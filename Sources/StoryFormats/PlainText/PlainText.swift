public import Stories

/// Plain text as it is scraped or saved: a headline, a standfirst, paragraphs, and the site's own lines among them.
///
/// The grammar, and the order in which a part of the file is decided about, is in ARCHITECTURE.md, "Plain text".
/// What can't be told apart stays body text.
public struct PlainText: StoryFormat {
  /// "text".
  public let name = "text"
  /// For `newsroom formats`.
  public let summary =
    "plain text, as copied from a page: headline, standfirst, text, READ MORE lines, teasers"
  /// Endings of plain text.
  public let fileExtensions = ["txt", "text"]

  /// Speech is told from what is only a quotation.
  public let edition = "3"

  /// Makes the format.
  public init() {}

  /// Whether the bytes are prose: text of several lines or of a sentence, with more letters than signs.
  public func recognises(_ source: Source) -> Bool {
    guard !source.bytes.isEmpty, !TextDecoding.looksBinary(source.bytes) else { return false }
    let name = source.fileName.lowercased()
    if Self.neverStories.contains(name) || source.bytes.starts(with: [0x23, 0x21]) { return false }
    let sample = source.bytes.prefix(4_096)
    let letters = sample.count { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 >= 0x80 || $0 == 0x20 }
    let first = sample.first { $0 > 0x20 }
    return letters * 10 > sample.count * 8 && first != UInt8(ascii: "<") && first != UInt8(ascii: "{")
  }

  /// Files without an ending that are about a project, not stories.
  private static let neverStories: Set<String> = [
    "makefile", "dockerfile", "license", "licence", "copying", "authors", "contributors", "changelog", "news",
    "readme",
    "todo", "install", "gemfile", "rakefile", "procfile", "codeowners", "notice", "version",
  ]

  /// Reads the one story of the file.
  public func read(_ source: Source) -> Reading {
    let decoded = TextDecoding.decode(source.bytes)
    let (header, pieces) = Self.pieces(of: decoded.text)
    guard !pieces.isEmpty || !header.isEmpty else {
      return Reading(problems: [Problem(path: source.path, reason: "the file has no text")])
    }
    var assembler = TextAssembler(source: source, header: header)
    for piece in pieces { assembler.add(piece) }
    if decoded.isDamaged {
      let reason = "some bytes are not valid \(decoded.encoding.rawValue) and are shown as \u{FFFD}"
      assembler.story.problems.append(Problem(path: source.path, reason: reason))
    }
    return Reading(stories: [assembler.finished()])
  }

  /// What each part of a file was taken for, and why.
  public func explain(_ source: Source) -> [ExplainedPart] {
    Self.pieces(of: TextDecoding.decode(source.bytes).text).pieces.map(ExplainedPart.init)
  }

  private static func pieces(of text: String) -> (header: TextHeader, pieces: [TextPiece]) {
    var steps = 0
    return pieces(of: text, steps: &steps)
  }

  /// The parts of a text, and how often a line or unit of it was looked at.
  static func pieces(of text: String, steps: inout Int) -> (header: TextHeader, pieces: [TextPiece]) {
    let long = LongText(text)
    let (header, lines) = TextHeader.take(from: long.lines)
    var gathering = UnitGathering(lines)
    gathering.run()
    var classifier = TextClassifier(units: gathering.units + [long.rest].compactMap { $0 }, header: header)
    let pieces = classifier.run()
    steps += gathering.steps + classifier.steps
    return (header, pieces)
  }
}

/// A part of a plain-text file, with what it was taken for.
public struct ExplainedPart: Hashable, Sendable, CustomStringConvertible {
  /// The lines, from 1.
  public var lines: ClosedRange<Int>
  /// What it was taken for, such as "headline", "paragraph" and "teaser".
  public var role: String
  /// How sure, 0 to 1.
  public var confidence: Double
  /// What spoke for it.
  public var reason: String
  /// Its first words.
  public var beginning: String

  init(_ piece: TextPiece) {
    lines = piece.lines
    role = piece.role.name
    confidence = piece.judgement.confidence
    reason = piece.judgement.reason
    beginning = String(piece.text.prefix(60)).replacing("\n", with: " ")
  }

  /// One line: lines, role, confidence, reason, first words, by tabs.
  public var description: String {
    let place = lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
    return "\(place)\t\(role)\t\(Int((confidence * 100).rounded())) %\t\(reason)\t\(beginning)"
  }
}
