internal import CNcurses
internal import Screen

/// What terminfo(5) says about the terminal, as far as curses doesn't use it.
///
/// Make it after `newterm`, which selects the description.
struct TerminalDescription {
  /// Turns on bracketed paste; empty if unsupported.
  let pasteOn: [UInt8]
  /// Turns off bracketed paste.
  let pasteOff: [UInt8]
  /// Asks for mouse reports; empty if they are not wanted or unsupported.
  let mouseOn: [UInt8]
  /// Ends them.
  let mouseOff: [UInt8]
  /// Lets the whole screen scroll again (DECSTBM without parameters): curses sets margins that survive a
  /// resize.
  let marginsOff: [UInt8]
  /// Before and after what belongs to one picture, so that no half of it is shown (synchronized output, the
  /// private mode 2026); empty on terminals that may not pass it over.
  let pictureBegins, pictureEnds: [UInt8]
  /// Whether its styles are those of ECMA-48, section 8.3.117, and moving the cursor leaves them as they are.
  let hasPlainStyles: Bool
  /// Restores the terminal; sent however the program ends.
  let restore: [UInt8]
  /// The key sequences that start with ESC.
  let keys: [[UInt8]: Key]

  /// Reads the description of the terminal that curses was set up for.
  ///
  /// - Parameters:
  ///   - lastRow: where to leave the cursor on terminals without an alternate screen, from 0.
  ///   - usesMouse: whether mouse reports are wanted.
  init(lastRow: Int, usesMouse: Bool) {
    let enter = Self.string("smcup")
    // Terminals with xterm's alternate screen also know xterm's paste brackets, or ignore the sequence.
    let kin = enter.contains(UInt8(ascii: "?"))
    pasteOn = Self.string("BE", else: kin ? "\u{1B}[?2004h" : "")
    pasteOff = Self.string("BD", else: kin ? "\u{1B}[?2004l" : "")
    // The same terminals know xterm's mouse; a VT would not.
    (mouseOn, mouseOff) = usesMouse && kin ? (MouseReports.on, MouseReports.off) : ([], [])
    (pictureBegins, pictureEnds) =
      kin ? (Array("\u{1B}[?2026h".utf8), Array("\u{1B}[?2026l".utf8)) : ([], [])
    hasPlainStyles =
      newsroom_flag("msgr") > 0 && newsroom_number("xmc") <= 0
      && ["\u{1B}[m", "\u{1B}[0m", "\u{1B}[0;10m", "\u{1B}(B\u{1B}[m"].contains {
        Self.string("sgr0").starts(with: $0.utf8)
      }
    let margins = Self.string("csr")
    marginsOff =
      margins.starts(with: "\u{1B}[".utf8) && margins.last == UInt8(ascii: "r") ? Array("\u{1B}[r".utf8) : []
    let bottom = newsroom_move(Int32(lastRow), 0).map { Self.bytes($0) } ?? []
    restore =
      mouseOff + pasteOff + marginsOff + Self.string("rmacs") + Self.string("sgr0") + Self.string("op")
      + Self.string("cnorm") + bottom
      + (enter.isEmpty ? [0x0D, 0x0A] : Self.string("rmcup"))
    var keys: [[UInt8]: Key] = [:]
    for (capability, key) in Self.capabilities {
      let sequence = Self.string(capability)
      if sequence.first == 0x1B, (2...16).contains(sequence.count) { keys[sequence] = key }
    }
    self.keys = keys
  }

  /// Whether a name can be a terminal's; terminfo looks up a file of that name.
  static func isName(_ name: String) -> Bool {
    name.utf8.count <= 64 && name.utf8.first != UInt8(ascii: ".") && !name.isEmpty
      && name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
          UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }

  /// A string without the padding for old terminals (`$<5/>`, terminfo(5)).
  static func withoutDelays(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if rest.starts(with: "$<".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
      }
    }
    return kept
  }

  private static func string(_ capability: String, else other: String = "") -> [UInt8] {
    newsroom_string(capability).map { bytes($0) } ?? Array(other.utf8)
  }

  private static func bytes(_ string: UnsafePointer<CChar>) -> [UInt8] {
    withoutDelays(Array(String(cString: string).utf8))
  }

  private static let capabilities: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kpp", .pageUp),
      ("knp", .pageDown),
      ("khome", .home), ("kend", .end), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
