import Foundation
import Screen
import TestSupport
import Testing

/// A terminal's own measure: tmux's cursor after cleaned text is where the width function says.
@Suite(.serialized) struct TmuxCursorTests {
  @Test(.enabled(if: TmuxPane.isAvailable, "tmux is not installed"))
  func theCursorIsWhereTheWidthsSay() async throws {
    let pane = try await TmuxPane()
    for text in Self.hardStrings {
      let cleaned = CellText.clean(text)
      let column = try await pane.cursorColumn(after: cleaned)
      #expect(column == CellText.width(of: cleaned), "\(text) → \(cleaned)")
    }
  }

  private static let hardStrings = [
    // Letters, and letters with marks.
    "Harbour cities agree", "Malmo\u{308}", "x\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
    "\u{301}leading mark",
    "Tiếng Việt",
    """
    Zalgo\u{300}\u{301}\u{315}\u{31B}\u{338}\u{489}
    """, "กำลังจะมา", "किताब", "தமிழ்", "שָׁלוֹם", "مَرْحَبًا",
    "ᄒᆞᆫ글",
    // Wide ones, and half-width ones.
    "漢字かな交じり文", "한글 신문", "ＡＢＣ", "ｶﾀｶﾅ", "「引用」、。", "か\u{3099}", "𠮷野家", "〜と—",
    // Emoji that terminals measure in different ways.
    "👨‍👩‍👧‍👦 family", "👩🏽‍🚀", "👍🏽", "❤️‍🔥", "☎️", "☎︎", "🏳️‍🌈", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇩🇰🇸🇪🇳🇴", "1️⃣ 2️⃣ #️⃣", "⌚⏰⭐", "🫠🫶", "🫨🩷",
    // Ambiguous widths, box drawing, blocks, private use, unassigned.
    "“quotes” – — …", "½ × ÷ ± ° § ¶", "│─┼╳█▌░", "①②③ ★ ☆ ♠ → ⇒", "Ω α я Ж", "\u{E0B0}\u{F8FF}",
    "\u{378}\u{FFFF}",
    // Invisible characters.
    "a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}f\u{AD}g", "a\u{202E}b\u{2066}c\u{2069}d",
    "a\u{A0}b\u{3000}c\u{2003}d",
    "\u{3164}\u{115F}\u{FFA0}", "a\u{E0041}\u{E0100}b",
    // Commands.
    "\u{1B}[10Cx", "\u{1B}]0;title\u{7}x", "\u{9B}5Cx", "a\u{8}\u{8}b", "a\tb\rc\nd",
    "\u{1B}7\u{1B}[5;5H\u{1B}8",
    "\u{E}qqq\u{F}", "\u{90}q\u{9C}", "\u{1B}%@é",
  ]
}

/// A tmux terminal on its own socket, into which text can be written.
private final class TmuxPane {
  static let isAvailable = Spawn.has("tmux")

  private let folder: ScratchFolder
  private var screen = FileHandle.nullDevice

  init() async throws {
    folder = try ScratchFolder()
    try tmux("new-session", "-d", "-x", "200", "-y", "10", "cat")
    let path = try tmux("display", "-p", "#{pane_tty}")
    screen = try #require(FileHandle(forWritingAtPath: path))
    // The pane exists before its screen: wait until it responds.
    for _ in 0..<50 where try await cursorColumn(after: "ready") != 5 {}
  }

  deinit {
    _ = try? tmux("kill-server")
    Leftovers.awaitEnd(of: URL(fileURLWithPath: folder.path).lastPathComponent)
  }

  /// The column of the cursor after `text` on an empty screen.
  ///
  /// A title set after the text shows that tmux has read all of it.
  func cursorColumn(after text: String) async throws -> Int? {
    let mark = UUID().uuidString
    try screen.write(contentsOf: Data("\u{1B}[2J\u{1B}[H\(text)\u{1B}]2;\(mark)\u{1B}\\".utf8))
    for _ in 0..<200 {
      let answer = try tmux("display", "-p", "#{pane_title} #{cursor_y} #{cursor_x}").split(separator: " ")
      if answer.count == 3, answer[0] == mark { return answer[1] == "0" ? Int(answer[2]) : nil }
      try await Task.sleep(for: .milliseconds(20))
    }
    return nil
  }

  /// tmux's answer.
  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    let command = ["tmux", "-u", "-f", "/dev/null", "-S", folder.file("tmux")] + arguments
    let answer = try Spawn.output(of: command, environment: ["PATH": Spawn.path, "LC_ALL": "C.UTF-8"])
    return String(decoding: answer ?? Data(), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
