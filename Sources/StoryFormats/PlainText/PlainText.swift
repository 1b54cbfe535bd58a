public import Stories

/// Plain text as scraped or saved: a headline, a standfirst, paragraphs, and lines of the site among them.
///
/// `TextClassifier` decides what each part is, in this order; the first rule that applies wins:
///
/// 1. Teasers: a bullet whose text the next line repeats is proof; the bullets around it are teasers too.
/// 2. Labelled lines: `READ MORE:` and similar in five languages, with a separator; and invitations that end
///    in "here", whose address was lost.
/// 3. Byline and date, at the head of the story.
/// 4. Headline: the first block, at most 140 characters, no full stop. Standfirst: the second, at most 240,
///    no full stop or followed by byline or date.
/// 5. Promotion: set apart from the text or last in it, with promotional words; kept as `asides`.
/// 6. Subheading: one line, at most ten words, no closing stop.
/// 7. Quotation.
/// 8. Paragraph.
///
/// Doubtful text stays body text. Tables, boxes and code are taken out first.
public struct PlainText: StoryFormat {
  /// "text".
  public let name = "text"
  /// The line for `newsroom formats`.
  public let summary =
    "plain text, as copied from a page: headline, standfirst, text, READ MORE lines, teasers"
  /// The extensions of plain text.
  public let fileExtensions = ["txt", "text"]

  /// Raised whenever files are read differently.
  public let edition = "3"

  /// Makes the format.
  public init() {}

  /// Whether the bytes are prose: several lines or a sentence, with more letters than signs.
  public func recognises(_ source: Source) -> Bool {
    guard !source.bytes.isEmpty, !TextDecoding.looksBinary(source.bytes) else { return false }
    let name = source.fileName.lowercased()
    if Self.neverStories.contains(name) || source.bytes.starts(with: [0x23, 0x21]) { return false }
    let sample = source.bytes.prefix(4_096)
    let letters = sample.count { ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || $0 >= 0x80 || $0 == 0x20 }
    let first = sample.first { $0 > 0x20 }
    return letters * 10 > sample.count * 8 && first != UInt8(ascii: "<") && first != UInt8(ascii: "{")
  }

  /// Files without extension that are about a project, not stories.
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

  /// The parts of a text, and how many steps that took.
  static func pieces(of text: String, steps: inout Int) -> (header: TextHeader, pieces: [TextPiece]) {
    let long = LongText(text)
    let (header, lines) = TextHeader.take(from: long.lines)
    var gathering = UnitGathering(lines)
    gathering.run()
    var classifier = TextClassifier(units: long.units(gathering.units), header: header)
    let pieces = classifier.run()
    steps += gathering.steps + classifier.steps
    return (header, pieces)
  }
}

/// A part of a plain text file, and what it was taken for.
public struct ExplainedPart: Hashable, Sendable, CustomStringConvertible {
  /// Its lines, from 1.
  public var lines: ClosedRange<Int>
  /// Its role, such as "headline", "paragraph" or "teaser".
  public var role: String
  /// How sure that is, from 0 to 1.
  public var confidence: Double
  /// The evidence.
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

  /// One line: lines, role, confidence, reason and first words, separated by tabs.
  public var description: String {
    let place = lines.count == 1 ? "\(lines.lowerBound)" : "\(lines.lowerBound)-\(lines.upperBound)"
    return "\(place)\t\(role)\t\(Int((confidence * 100).rounded())) %\t\(reason)\t\(beginning)"
  }
}
