internal import Screen
internal import Typesetting

/// A page with what reading it needs: where each line stands in the text, whatever the width.
struct Sheet: Sendable {
  /// The typeset story.
  let page: Page
  /// Visible letters before each line, and at last the sum of all. Spaces and line ends don't count, so that
  /// the same word has the same number at every width.
  let lettersBefore: [Int]

  /// Counts a page.
  init(_ page: Page) {
    self.page = page
    var sums = [0]
    sums.reserveCapacity(page.lines.count + 1)
    var sum = 0
    for line in page.lines {
      for run in line.runs where run.role != .linkNumber && run.role != .rule {
        for byte in run.text.utf8 where byte > 0x20 && byte & 0xC0 != 0x80 { sum += 1 }
      }
      sums.append(sum)
    }
    lettersBefore = sums
  }

  /// All letters of the page.
  var letters: Int { lettersBefore[lettersBefore.count - 1] }

  /// The line that holds the letter number `letter`, from 0.
  func line(at letter: Int) -> Int {
    guard letter > 0, !page.lines.isEmpty else { return 0 }
    var low = 0
    var high = page.lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lettersBefore[middle] <= letter { low = middle } else { high = middle - 1 }
    }
    // Blank lines share the count of the line after them: the place is the line with the words.
    return low
  }

  /// The first letter on or after a line.
  func letter(at line: Int) -> Int {
    lettersBefore[clamp(line, 0, lettersBefore.count - 1)]
  }
}
