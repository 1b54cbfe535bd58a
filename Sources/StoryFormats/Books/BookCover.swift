/// The cover of a book: its title, and what is in it, as a drawing.
struct BookCover {
  let title: String
  let lines: [String]

  /// The longest line of the title, and the most of them.
  private static let (width, most) = (16, 6)

  /// The drawing.
  var svg: String {
    var parts: [String] = []
    func add(_ text: String, at height: Int, size: Int, weight: String) {
      parts.append(
        """
        <text x="400" y="\(height)" font-size="\(size)" font-weight="\(weight)" text-anchor="middle" \
        font-family="serif" fill="#1b1b1b">\(Harmless.markup(text))</text>
        """)
    }
    var height = 330
    for line in titleLines {
      add(line, at: height, size: 76, weight: "bold")
      height += 92
    }
    height += 50
    for line in lines {
      add(line.cutAtWord(over: 40, to: 40), at: height, size: 34, weight: "normal")
      height += 50
    }
    return """
      <?xml version="1.0" encoding="utf-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 1200" width="800" height="1200">
      <rect width="800" height="1200" fill="#f6f1e4"/>
      <rect x="60" y="150" width="680" height="6" fill="#1b1b1b"/>
      <rect x="60" y="1080" width="680" height="2" fill="#1b1b1b"/>
      \(parts.joined(separator: "\n"))
      </svg>

      """
  }

  /// The title in short lines.
  private var titleLines: [String] {
    var lines: [String] = []
    for word in title.split(whereSeparator: \.isWhitespace).prefix(40) {
      if let last = lines.last, last.count + word.count < Self.width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word.prefix(Self.width + 4)))
      }
    }
    return Array(lines.prefix(Self.most))
  }
}
