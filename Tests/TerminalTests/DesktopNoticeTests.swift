import Screen
import Testing

@testable import Terminal

/// The sequences that notify the desktop (OSC 9 and OSC 777), plain and through tmux and screen.
@Suite struct DesktopNoticeTests {
  private func sent(_ notice: Notice, _ variables: [String: String]) -> String {
    String(decoding: DesktopNotice.sequence(for: notice) { variables[$0] }, as: UTF8.self)
  }

  @Test(arguments: [
    (["TERM": "xterm-256color"], ""), (["TERM": "linux"], ""),
    (["TERM": "xterm-kitty"], "\u{1B}]9;News: An alert\u{7}"),
    (["TERM": "xterm", "TERM_PROGRAM": "iTerm.app"], "\u{1B}]9;News: An alert\u{7}"),
    (["TERM": "foot"], "\u{1B}]777;notify;News;An alert\u{7}"),
    (["TERM": "xterm", "VTE_VERSION": "7006"], "\u{1B}]777;notify;News;An alert\u{7}"),
  ])
  func aKnownTerminalIsToldInItsWay(_ variables: [String: String], _ expected: String) {
    #expect(sent(Notice(title: "News", text: "An alert"), variables) == expected)
  }

  @Test func theSettingsChooseTheWay() {
    let notice = Notice(title: "News", text: "An alert", manner: .osc777)
    #expect(sent(notice, ["TERM": "xterm"]) == "\u{1B}]777;notify;News;An alert\u{7}")
    #expect(sent(Notice(title: "N", text: "A", manner: .off), ["TERM": "foot"]).isEmpty)
  }

  @Test func tmuxAndScreenPassItOn() {
    let notice = Notice(title: "News", text: "An alert", manner: .osc9)
    #expect(
      sent(notice, ["TMUX": "x"]) == "\u{1B}Ptmux;\u{1B}\u{1B}]9;News: An alert\u{7}\u{1B}\\")
    let long = Notice(title: "News", text: String(repeating: "Ærø ", count: 200), manner: .osc9)
    let pieces = sent(long, ["STY": "x"]).components(separated: "\u{1B}\\")
    #expect(pieces.count > 2 && pieces.allSatisfy { $0.utf8.count <= 256 })
  }

  /// Nothing in a headline ends the sequence, begins another, or parts its words.
  @Test func textIsCleaned() {
    let text = "4;1\u{7}\u{1B}]0;title\u{1B}\\\u{9C}\u{202E}end"
    let words = sent(Notice(title: "a;b\u{7}", text: text, manner: .osc9), [:])
    #expect(words.unicodeScalars.count { $0 == "\u{1B}" } == 1)
    #expect(words.unicodeScalars.count { $0 == "\u{7}" } == 1 && words.hasSuffix("\u{7}"))
    #expect(words.count { $0 == ";" } == 1)
    #expect(!words.unicodeScalars.contains("\u{9C}") && !words.unicodeScalars.contains("\u{202E}"))
  }
}

extension String {
  fileprivate func components(separated by: String) -> [String] {
    var (parts, rest) = ([String](), self[...])
    while let range = rest.firstRange(of: by) {
      parts.append(String(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [String(rest)]
  }
}
