internal import Screen
public import Stories

/// Sets the difference between two versions of a story.
///
/// Signs mark the words as well as a style, since nothing is said by colour alone: `[-removed-]` and
/// `{+added+}`.
public enum DifferenceLines {
  /// The widest line, in cells.
  private static let measure = 72

  /// The lines, with a blank one between paragraphs.
  public static func of(_ difference: Difference, columns: Int) -> [Page.Line] {
    let indent = columns >= 40 ? 3 : 0
    let width = max(1, min(columns - 2 * indent, measure))
    var lines: [Page.Line] = []
    for paragraph in difference.paragraphs {
      if !lines.isEmpty { lines.append(Page.Line()) }
      lines += set(paragraph, width: width).map { Page.Line(indent: indent, runs: $0) }
    }
    return lines
  }

  private static func set(_ pieces: [Difference.Piece], width: Int) -> [[Page.Run]] {
    var lines: [[Page.Run]] = [[]]
    var column = 0
    for piece in pieces {
      let role = piece.change.role
      let words = CellText.clean(piece.change.signed(piece.text)).split(separator: " ")
      for word in words.flatMap({ parts(of: $0, width: width) }) {
        let cells = CellText.width(of: word)
        if column > 0, column + 1 + cells > width {
          lines.append([])
          column = 0
        }
        let last = lines.count - 1
        if column > 0 {
          column += 1
          // A space between two words of the same change has their style, any other space has none.
          if let run = lines[last].last, run.role == role {
            lines[last][lines[last].count - 1].text += " "
          } else {
            lines[last].append(Page.Run(" ", role: .text))
          }
        }
        column += cells
        if let run = lines[last].last, run.role == role {
          lines[last][lines[last].count - 1].text += word
        } else {
          lines[last].append(Page.Run(String(word), role: role))
        }
      }
    }
    return lines
  }

  /// A word split into parts that fit on a line.
  private static func parts(of word: Substring, width: Int) -> [Substring] {
    var (rest, parts) = (word, [Substring]())
    while !rest.isEmpty {
      parts.append(CellText.prefix(of: rest, columns: width))
      rest = rest[parts[parts.count - 1].endIndex...]
    }
    return parts
  }
}

extension Difference.Change {
  fileprivate var role: Role {
    switch self {
    case .kept: .text
    case .removed: .removed
    case .added: .added
    }
  }

  fileprivate func signed(_ text: String) -> String {
    switch self {
    case .kept: text
    case .removed: "[-\(text)-]"
    case .added: "{+\(text)+}"
    }
  }
}
