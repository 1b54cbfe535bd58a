import Screen
import Testing

@Suite struct FrameSVGTests {
  private let ground = Frame.Ground(paper: Colour(0, 0, 0), ink: Colour(255, 255, 255))

  /// The lines between the opening and the closing ones.
  private func marks(_ frame: Frame) -> [String] {
    let lines = frame.svg(on: ground).split(separator: "\n").map(String.init)
    return Array(lines.dropFirst(3).dropLast(2))
  }

  @Test func textStandsInItsCellsAndIsEscaped() {
    var frame = Frame(size: Size(columns: 12, rows: 2))
    frame.write("a <b> & c", column: 2, row: 1, style: Style(attributes: [.bold, .italic]))
    #expect(
      marks(frame) == [
        #"<text x="16.8" y="30" textLength="75.6" lengthAdjust="spacingAndGlyphs" xml:space="preserve" "#
          + #"font-weight="bold" font-style="italic">a &lt;b&gt; &amp; c</text>"#
      ])
  }

  @Test func groundsLieUnderTheLettersAndReverseTurnsThemAround() {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    frame.write(
      "on", column: 0, row: 0, style: Style(foreground: Colour(1, 2, 3), background: Colour(9, 9, 9)))
    frame.write("re", column: 2, row: 0, style: Style(attributes: .reverse))
    #expect(
      marks(frame) == [
        ##"<rect x="0" y="0" width="16.8" height="17" fill="#090909"/>"##,
        ##"<rect x="16.8" y="0" width="16.8" height="17" fill="#ffffff"/>"##,
        ##"<text x="0" y="13" textLength="16.8" lengthAdjust="spacingAndGlyphs" xml:space="preserve" "##
          + ##"fill="#010203">on</text>"##,
        ##"<text x="16.8" y="13" textLength="16.8" lengthAdjust="spacingAndGlyphs" xml:space="preserve" "##
          + ##"fill="#000000">re</text>"##,
      ])
  }

  @Test func wideCharactersTakeTwoCellsAndLinesAreDrawn() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.write("漢漢", column: 1, row: 0, style: Style(attributes: [.underline, .strike]))
    #expect(
      marks(frame) == [
        #"<text x="8.4" y="13" textLength="33.6" lengthAdjust="spacingAndGlyphs" xml:space="preserve" "#
          + #"text-decoration="underline line-through">漢漢</text>"#
      ])
  }

  @Test func thePictureIsAsLargeAsTheFrame() {
    let svg = Frame(size: Size(columns: 80, rows: 24)).svg(on: .dark)
    #expect(svg.hasPrefix(#"<svg xmlns="http://www.w3.org/2000/svg" width="700" height="436" "#))
    #expect(svg.hasSuffix("</g>\n</svg>\n"))
  }
}
