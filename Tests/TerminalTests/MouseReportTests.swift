import Screen
import TestSupport
import Testing

@testable import Terminal

@Suite struct MouseReportTests {
  private func decoded(_ text: String, usesMouse: Bool = true) -> [Input] {
    var decoder = KeyDecoder(usesMouse: usesMouse)
    return decoder.decode(text.utf8)
  }

  private func mouse(_ kind: MouseAction.Kind, _ column: Int, _ row: Int) -> Input {
    .mouse(MouseAction(kind, at: Frame.Position(column: column, row: row)))
  }

  /// As xterm, tmux and kitty send them: a press with its release, the wheel, and columns beyond 223.
  @Test func pressesAndTheWheelAreReported() {
    #expect(decoded("\u{1B}[<0;1;1M\u{1B}[<0;1;1m") == [mouse(.click, 0, 0)])
    #expect(decoded("\u{1B}[<64;10;5M\u{1B}[<65;10;5M") == [mouse(.wheelUp, 9, 4), mouse(.wheelDown, 9, 4)])
    #expect(decoded("\u{1B}[<0;300;99M") == [mouse(.click, 299, 98)])
  }

  @Test(arguments: [
    "\u{1B}[<2;1;1M", "\u{1B}[<1;4;4M", "\u{1B}[<32;4;4M", "\u{1B}[<35;4;4M", "\u{1B}[<4;4;4M",
    "\u{1B}[<0;0;4M",
    "\u{1B}[<0;4;0M", "\u{1B}[<0;4M", "\u{1B}[<0;4;4;4M", "\u{1B}[<;;M", "\u{1B}[<0;-4;4M",
    "\u{1B}[<0;70000;4M",
    "\u{1B}[<99999999999999999999;4;4M", "\u{1B}[<0;4;4m", "\u{1B}[0;4;4M", "\u{1B}[M !!",
  ])
  func otherReportsMeanNothing(text: String) {
    #expect(decoded(text + "j") == [.key(.character("j"))])
  }

  @Test func withoutTheMouseReportsAreSwallowed() {
    #expect(decoded("\u{1B}[<0;1;1Mj", usesMouse: false) == [.key(.character("j"))])
  }

  /// Reports cut anywhere are the same reports; broken ones leave the next key alone.
  @Test func streamsInPiecesAndBrokenStreamsAreRead() {
    let stream = Array("j\u{1B}[<0;12;7M\u{1B}[<0;12;7m\u{1B}[<65;1;1Mk".utf8)
    let whole = decoded(String(decoding: stream, as: UTF8.self))
    #expect(whole.count == 4)
    for cut in stream.indices {
      var decoder = KeyDecoder(usesMouse: true)
      #expect(decoder.decode(stream[..<cut]) + decoder.decode(stream[cut...]) == whole)
    }
    var random = SplitMix(seed: 7)
    for _ in 0..<2_000 {
      var broken = stream
      for _ in 0..<3 { broken[Int(random.next() % UInt64(broken.count))] = UInt8(random.next() & 0xFF) }
      var decoder = KeyDecoder(usesMouse: true)
      _ = decoder.decode(broken)
      _ = decoder.timeOut()
      _ = decoder.decode("\u{1B}\\\u{1B}[201~".utf8)
      #expect(decoder.decode("q".utf8).last == .key(.character("q")) || decoder.patience != nil)
    }
  }

  @Test func twoQuickClicksOnACellAreADoubleClick() {
    var clicks = ClickPairs()
    let here = MouseAction(.click, at: Frame.Position(column: 3, row: 4))
    let there = MouseAction(.click, at: Frame.Position(column: 3, row: 5))
    #expect(clicks.understand(here, at: 0).kind == .click)
    #expect(clicks.understand(here, at: 300).kind == .doubleClick)
    // A third click begins anew.
    #expect(clicks.understand(here, at: 400).kind == .click)
    #expect(clicks.understand(there, at: 500).kind == .click)
    #expect(clicks.understand(there, at: 901).kind == .click)
    #expect(clicks.understand(MouseAction(.wheelUp, at: there.place), at: 902).kind == .wheelUp)
    #expect(clicks.understand(there, at: 903).kind == .doubleClick)
  }
}
