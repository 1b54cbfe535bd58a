import System
import TestSupport
import Testing

@testable import Terminal

/// Styles said in fewer bytes, and frames gathered into one write.
@Suite struct BriefStylesTests {
  /// Styles as curses says them, and the same in brief.
  @Test(arguments: [
    ("\u{1B}(B\u{1B}[0;1mHarbour\u{1B}(B\u{1B}[m", "\u{1B}[1mHarbour\u{1B}[m"),
    (
      "\u{1B}[39;49m\u{1B}[38;5;245m1\u{1B}[20;4H\u{1B}[39m\u{1B}(B\u{1B}[m",
      "\u{1B}[38;5;245m1\u{1B}[20;4H\u{1B}[m"
    ),
    (
      "\u{1B}[38;5;255m\u{1B}[48;5;237m \u{1B}[38;5;173m\u{1B}[48;5;237m|\u{1B}[38;5;255m\u{1B}[48;5;237m ",
      "\u{1B}[38;5;255;48;5;237m \u{1B}[38;5;173m|\u{1B}[38;5;255m "
    ),
    // Erasing and scrolling fill with the colour behind, so it is said before.
    ("\u{1B}[44m\u{1B}[K\u{1B}[2d\u{1B}(B\u{1B}[m\u{1B}[2S", "\u{1B}[44m\u{1B}[K\u{1B}[2d\u{1B}[m\u{1B}[2S"),
    // Styles that nothing is written in, and setting back what is set back.
    ("\u{1B}[4m\u{1B}[24m\u{1B}(B\u{1B}[mFerry", "Ferry"),
    ("\u{1B}[31;1;4mA\u{1B}[24mB\u{1B}[39mC", "\u{1B}[1;4;31mA\u{1B}[24mB\u{1B}[39mC"),
    ("\u{1B}[31;1;7mA\u{1B}[0;1m\u{1B}[31mB", "\u{1B}[1;7;31mA\u{1B}[0;1;31mB"),
    ("\u{1B}[38:2::10:20:30mA\u{1B}[48;2;1;2;3mB", "\u{1B}[38:2::10:20:30mA\u{1B}[48;2;1;2;3mB"),
    // Line graphics of terminals with two character sets.
    ("\u{E}q\u{F}\u{1B}[m\u{F}A", "\u{E}q\u{F}A"),
    ("\u{1B}(0q\u{1B}(BA", "\u{1B}(0q\u{1B}(BA"),
  ])
  func stylesInBrief(said: String, brief: String) {
    var styles = Self.plain
    #expect(Self.brief(said, &styles) == brief)
  }

  /// As long as it is unknown what the terminal writes in, everything is said.
  @Test func nothingIsLeftOutOnAnUnknownTerminal() {
    var styles = BriefStyles()
    for said in ["\u{1B}[1mA", "\u{1B}[31mB", "\u{1B}[39;49m\u{1B}(B\u{1B}[mC"] {
      #expect(Self.brief(said, &styles) == said)
    }
    #expect(Self.brief("\u{1B}(B\u{1B}[mD", &styles) == "D")
    styles.forget()
    #expect(Self.brief("\u{1B}(B\u{1B}[mE", &styles) == "\u{1B}(B\u{1B}[mE")
    // A style that is unknown here, and one that the terminal takes out of its memory.
    for unknown in ["\u{1B}[4:3m", "\u{1B}[53m", "\u{1B}8", "\u{1B}c"] {
      #expect(Self.brief(unknown + "F\u{1B}[mG", &styles) == unknown + "F\u{1B}[mG")
    }
  }

  /// Whatever is said, a terminal writes the same characters in the same styles.
  @Test func terminalsShowTheSame() {
    var random = SplitMix(seed: 17)
    let words = [
      "\u{1B}[m", "\u{1B}[0m", "\u{1B}[0;1m", "\u{1B}[1m", "\u{1B}[3m", "\u{1B}[23m", "\u{1B}[4;7m",
      "\u{1B}[22;24m", "\u{1B}[27m", "\u{1B}[31m", "\u{1B}[97m", "\u{1B}[38;5;245m", "\u{1B}[48;5;237m",
      "\u{1B}[38;2;1;2;3m", "\u{1B}[48:2::9:8:7m", "\u{1B}[39m", "\u{1B}[39;49m", "\u{1B}[49m",
      "\u{1B}[0;10m", "\u{1B}[11m", "\u{1B}(B", "\u{1B}(0", "\u{E}", "\u{F}", "A", "Malmö", " ", "\u{1B}[K",
      "\u{1B}[5X", "\u{1B}[3;4H", "\u{1B}[7d", "\r", "\n", "\u{8}", "\u{1B}[2S", "\u{1B}M", "\u{1B}[21m",
      "\u{1B}[1;9r", "\u{1B}[?25l", "\u{1B}[38;5m", "\u{1B}[38;9;9m", "\u{1B}[;m", "\u{1B}7", "\u{1B}8",
    ]
    for _ in 0..<2_000 {
      var (styles, said, brief) = (BriefStyles(), "", "")
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let frame = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in
          words.randomElement(using: &random)
        }.joined()
        said += frame
        brief += Self.brief(frame, &styles)
      }
      #expect(Paper(said).marks == Paper(brief).marks, "\(said.debugDescription)")
      #expect(Paper(said).style == Paper(brief).style, "\(said.debugDescription)")
    }
  }

  /// What curses writes while a frame is drawn reaches no terminal, however much it is.
  @Test(arguments: [0, 1, 3_000, 300_000])
  func aFrameIsGathered(count: Int) throws {
    let pipe = try WakePipe()
    var galley = try Galley(terminal: pipe.number)
    let descriptor = galley.descriptor
    for round in 0..<3 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 + round) }
      let gathered = galley.gather {
        for start in stride(from: 0, to: count, by: 70_000) {
          try? descriptor.write(bytes[start..<min(count, start + 70_000)])
        }
      }
      #expect(gathered == bytes[...])
    }
    // Afterwards the descriptor leads to the terminal again: here to a pipe that something is in.
    pipe.ring()
    var byte: [UInt8] = [0]
    #expect(try descriptor.read(into: &byte) == 1)
  }

  /// Styles on a terminal that writes in nothing special.
  private static var plain: BriefStyles {
    var styles = BriefStyles()
    _ = brief("\u{1B}(B\u{F}\u{1B}[39;49m\u{1B}[m.", &styles)
    return styles
  }

  private static func brief(_ text: String, _ styles: inout BriefStyles) -> String {
    var output: [UInt8] = []
    styles.write(Array(text.utf8)[...], to: &output)
    return String(decoding: output, as: UTF8.self)
  }
}

/// A terminal on paper: what it does, one thing after another, and the style it does it in.
private struct Paper {
  private(set) var marks: [String] = []
  private(set) var style: [String: String] = [:]
  private var saved: [String: String] = [:]

  init(_ text: String) {
    var rest = Substring(text)
    while let letter = rest.unicodeScalars.popFirst() {
      switch letter {
      case "\u{E}", "\u{F}": style["shift"] = String(letter)
      case "\u{8}", "\r": marks.append(String(letter))
      case "\u{1B}": follow(&rest)
      default: marks.append("\(letter)\(told)")
      }
    }
  }

  private var told: String {
    style.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }

  private mutating func follow(_ rest: inout Substring) {
    switch rest.unicodeScalars.popFirst() {
    case "(": style["charset"] = rest.unicodeScalars.popFirst().map { String($0) }
    case "7": saved = style
    case "8": style = saved
    case "[":
      var parameters = ""
      while let letter = rest.unicodeScalars.popFirst() {
        guard letter.value >= 0x40 else {
          parameters.unicodeScalars.append(letter)
          continue
        }
        if letter == "m" {
          set(parameters)
        } else if "Hdr".unicodeScalars.contains(letter) {
          marks.append(parameters + String(letter))
        } else {
          marks.append("\(parameters)\(letter)\(told)")
        }
        return
      }
    case let other: marks.append("\(other.map(String.init) ?? "")\(told)")
    }
  }

  private mutating func set(_ parameters: String) {
    var codes = parameters.split(separator: ";", omittingEmptySubsequences: false).map(String.init)[...]
    while let code = codes.popFirst() {
      switch code {
      case "", "0": style = style.filter { ["charset", "shift", "font"].contains($0.key) }
      case "22": (style["1"], style["2"]) = (nil, nil)
      case "23", "24", "27": style[String(code.suffix(1))] = nil
      case "39": style["3x"] = nil
      case "49": style["4x"] = nil
      case "10", "11": style["font"] = code
      case "38" where codes.count >= 2 && codes.first == "5",
        "48" where codes.count >= 2 && codes.first == "5":
        style[code == "38" ? "3x" : "4x"] = codes.prefix(2).joined(separator: ";")
        codes = codes.dropFirst(2)
      case "38" where codes.count >= 4 && codes.first == "2":
        style["3x"] = codes.prefix(4).joined(separator: ";")
        codes = codes.dropFirst(4)
      case _ where code.hasPrefix("48:"): style["4x"] = code
      case _ where code.count == 2 && "39".contains(code.prefix(1)): style["3x"] = code
      default: style[code] = "on"
      }
    }
  }
}
