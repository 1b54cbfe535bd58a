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
    #expect(decoded("\u{1B}[<0;1;1M\u{1B}[<0;1;1m") == [mouse(.click, 0, 0), mouse(.release, 0, 0)])
    #expect(decoded("\u{1B}[<64;10;5M\u{1B}[<65;10;5M") == [mouse(.wheelUp, 9, 4), mouse(.wheelDown, 9, 4)])
    #expect(decoded("\u{1B}[<0;300;99M") == [mouse(.click, 299, 98)])
  }

  /// Movements with the first button held, in mode 1002, whatever key is held meanwhile.
  @Test func dragsAreReported() {
    #expect(
      decoded("\u{1B}[<0;43;5M\u{1B}[<32;44;5M\u{1B}[<32;300;6M\u{1B}[<0;300;6m")
        == [mouse(.click, 42, 4), mouse(.drag, 43, 4), mouse(.drag, 299, 5), mouse(.release, 299, 5)])
    #expect(decoded("\u{1B}[<36;4;4M\u{1B}[<48;5;4M") == [mouse(.drag, 3, 3), mouse(.drag, 4, 3)])
    #expect(decoded("\u{1B}[<4;4;4m") == [mouse(.release, 3, 3)])
    #expect(String(decoding: MouseReports.on, as: UTF8.self) == "\u{1B}[?1002h\u{1B}[?1006h")
    #expect(String(decoding: MouseReports.off, as: UTF8.self) == "\u{1B}[?1006l\u{1B}[?1002l")
  }

  /// Movements that pile up on a slow line become one; what is between them keeps its place.
  @Test func onlyTheLastOfAPileOfMovementsCounts() {
    let key = Input.key(.character("j"))
    let pile = [
      mouse(.click, 0, 0), mouse(.drag, 1, 0), mouse(.drag, 2, 0), mouse(.drag, 3, 0), key,
      mouse(.drag, 4, 0),
      mouse(.drag, 5, 0), mouse(.release, 5, 0),
    ]
    #expect(
      MouseReports.withoutOvertaken(pile)
        == [mouse(.click, 0, 0), mouse(.drag, 3, 0), key, mouse(.drag, 5, 0), mouse(.release, 5, 0)])
    #expect(MouseReports.withoutOvertaken([key, key]) == [key, key])
  }

  @Test(arguments: [
    "\u{1B}[<2;1;1M", "\u{1B}[<1;4;4M", "\u{1B}[<33;4;4M", "\u{1B}[<34;4;4M", "\u{1B}[<35;4;4M",
    "\u{1B}[<4;4;4M",
    "\u{1B}[<0;0;4M",
    "\u{1B}[<0;4;0M", "\u{1B}[<0;4M", "\u{1B}[<0;4;4;4M", "\u{1B}[<;;M", "\u{1B}[<0;-4;4M",
    "\u{1B}[<0;70000;4M",
    "\u{1B}[<99999999999999999999;4;4M", "\u{1B}[<2;4;4m", "\u{1B}[<3;4;4m", "\u{1B}[<32;4;4m",
    "\u{1B}[<96;4;4M", "\u{1B}[<-32;4;4M", "\u{1B}[<32;4M", "\u{1B}[<32;0;4M", "\u{1B}[0;4;4M", "\u{1B}[M !!",
  ])
  func otherReportsMeanNothing(text: String) {
    #expect(decoded(text + "j") == [.key(.character("j"))])
  }

  @Test func withoutTheMouseReportsAreSwallowed() {
    #expect(decoded("\u{1B}[<0;1;1Mj", usesMouse: false) == [.key(.character("j"))])
  }

  /// Reports cut anywhere are the same reports; broken ones leave the next key alone.
  @Test func streamsInPiecesAndBrokenStreamsAreRead() {
    let stream = Array(
      "j\u{1B}[<0;12;7M\u{1B}[<32;13;7M\u{1B}[<32;204;8M\u{1B}[<0;204;8m\u{1B}[<65;1;1Mk".utf8)
    let whole = decoded(String(decoding: stream, as: UTF8.self))
    #expect(whole.count == 7)
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
    // What is dragged was not clicked.
    #expect(clicks.understand(here, at: 2_000).kind == .click)
    #expect(clicks.understand(MouseAction(.drag, at: there.place), at: 2_010).kind == .drag)
    #expect(clicks.understand(MouseAction(.release, at: here.place), at: 2_020).kind == .release)
    #expect(clicks.understand(here, at: 2_030).kind == .click)
  }
}
