/// Where a Markdown text contains code, which only the parser may examine: fenced and indented blocks, and
/// spans.
///
/// An approximation of CommonMark 0.31 (sections 4.4, 4.5 and 6.1) in linear time; doubtful text counts as
/// code.
struct CodeRanges {
  /// The ranges in order, without overlap.
  private(set) var ranges: [Range<Int>] = []
  private let bytes: [UInt8]
  private let findsSpans: Bool

  /// Finds code blocks, and spans if `findsSpans`.
  init(_ bytes: [UInt8], findsSpans: Bool = true) {
    self.bytes = bytes
    self.findsSpans = findsSpans
    findBlocks()
  }

  private struct Fence {
    var mark: UInt8
    var count: Int
    var isQuoted: Bool
    var start: Int
  }

  private mutating func findBlocks() {
    var fence: Fence?
    var paragraph: Int?
    var isInList = false
    var wasBlank = true
    var at = 0
    while at < bytes.count {
      let (text, next) = FrontMatter.line(of: bytes, at: at)
      let start = at
      at = next
      let (content, isQuoted) = content(of: text)
      if let open = fence {
        let run = bytes[content..<text.upperBound].prefix { $0 == open.mark }
        let isEnd =
          run.count >= open.count && bytes[run.endIndex..<text.upperBound].allSatisfy(\.isSpace)
        if isEnd || (open.isQuoted && !isQuoted) {
          ranges.append(open.start..<(isEnd ? next : start))
          fence = nil
        }
        continue
      }
      let isBlank = content == text.upperBound
      let indent = bytes[text].prefix { $0 == 0x20 || $0 == 0x09 }
      let isIndented = indent.count >= 4 || indent.first == 0x09
      if isBlank {
        close(&paragraph, at: start)
      } else if let (mark, count) = fenceMark(content..<text.upperBound) {
        close(&paragraph, at: start)
        fence = Fence(mark: mark, count: count, isQuoted: isQuoted, start: start)
      } else if isIndented, !isInList, wasBlank, paragraph == nil {
        ranges.append(start..<next)
        continue
      } else {
        if startsItem(text) { isInList = true } else if wasBlank, indent.isEmpty { isInList = false }
        paragraph = paragraph ?? start
      }
      wasBlank = isBlank
    }
    if let fence { ranges.append(fence.start..<bytes.count) }
    close(&paragraph, at: bytes.count)
  }

  /// Where a line's own text begins, after quote marks and one list marker.
  private func content(of line: Range<Int>) -> (start: Int, isQuoted: Bool) {
    var at = line.lowerBound
    var isQuoted = false
    while at < line.upperBound, bytes[at].isSpace || bytes[at] == 0x3E {
      if bytes[at] == 0x3E { isQuoted = true }
      at += 1
    }
    let item = Self.itemMark(bytes, at..<line.upperBound)
    at += item
    while at < line.upperBound, bytes[at].isSpace { at += 1 }
    return (at, isQuoted)
  }

  private func startsItem(_ line: Range<Int>) -> Bool {
    let start = bytes[line].firstIndex { !$0.isSpace && $0 != 0x3E } ?? line.upperBound
    return Self.itemMark(bytes, start..<line.upperBound) > 0
  }

  /// The length of the list marker at the start of a text; 0 for none.
  static func itemMark(_ bytes: [UInt8], _ text: Range<Int>) -> Int {
    guard let first = bytes[text].first else { return 0 }
    var end = text.lowerBound
    if [0x2A, 0x2B, 0x2D].contains(first) {
      end += 1
    } else {
      while end < text.upperBound, bytes[end].isDigit, end - text.lowerBound < 9 { end += 1 }
      guard end > text.lowerBound, end < text.upperBound, bytes[end] == 0x2E || bytes[end] == 0x29 else {
        return 0
      }
      end += 1
    }
    return end < text.upperBound && (bytes[end] == 0x20 || bytes[end] == 0x09) ? end - text.lowerBound : 0
  }

  private func fenceMark(_ text: Range<Int>) -> (mark: UInt8, count: Int)? {
    guard let mark = bytes[text].first, mark == 0x60 || mark == 0x7E else { return nil }
    let run = bytes[text].prefix { $0 == mark }
    guard run.count >= 3, mark == 0x7E || !bytes[run.endIndex..<text.upperBound].contains(0x60) else {
      return nil
    }
    return (mark, run.count)
  }

  /// Ends a paragraph and pairs its runs of backticks, each with the next of the same length.
  private mutating func close(_ paragraph: inout Int?, at end: Int) {
    guard let start = paragraph else { return }
    paragraph = nil
    guard findsSpans else { return }
    ranges += Self.spans(bytes, start..<end)
  }

  /// The code spans in a text: each run of backticks is paired with the next of the same length.
  static func spans(_ bytes: [UInt8], _ text: Range<Int>) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var runs: [Range<Int>] = []
    var at = text.lowerBound
    while at < text.upperBound {
      guard bytes[at] == 0x60 else { at += 1; continue }
      let run = at
      while at < text.upperBound, bytes[at] == 0x60 { at += 1 }
      runs.append(run..<at)
    }
    guard runs.count > 1 else { return [] }
    var next = [Int?](repeating: nil, count: runs.count)
    var latest: [Int: Int] = [:]
    for index in runs.indices.reversed() {
      next[index] = latest[runs[index].count]
      latest[runs[index].count] = index
    }
    var index = 0
    while index < runs.count {
      let isEscaped = runs[index].lowerBound > text.lowerBound && bytes[runs[index].lowerBound - 1] == 0x5C
      if !isEscaped, let partner = next[index] {
        spans.append(runs[index].lowerBound..<runs[partner].upperBound)
        index = partner
      }
      index += 1
    }
    return spans
  }
}
