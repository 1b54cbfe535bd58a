import Screen
import Testing

@Suite struct FrameTests {
  private let bold = Style(attributes: .bold)

  @Test func writesTextAtAPlace() {
    var frame = Frame(size: Size(columns: 12, rows: 3))
    #expect(frame.write("Malmö", column: 2, row: 1, style: bold) == 7)
    #expect(
      frame.description == """

          Malmö

        1:2+5 bold
        """)
  }

  @Test(arguments: [
    (-2, "cdef"), (0, "abcdef"), (4, "    abcd"), (7, "       a"), (8, ""), (-6, ""), (Int.max, ""),
    (Int.min / 2, ""),
  ])
  func cutsAtTheEdges(column: Int, expected: String) {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.write("abcdef", column: column, row: 0, style: Style())
    #expect(frame.picture == expected)
  }

  @Test func cutsAtTheClip() {
    var frame = Frame(size: Size(columns: 10, rows: 2))
    let clip = Rect(column: 2, row: 0, columns: 4, rows: 1)
    frame.write("abcdefgh", column: 0, row: 0, style: Style(), clip: clip)
    frame.write("abcdefgh", column: 0, row: 1, style: Style(), clip: clip)
    #expect(frame.picture == "  cdef\n")
  }

  @Test func halfOfAWideCharacterIsASpace() {
    var frame = Frame(size: Size(columns: 5, rows: 1))
    frame.write("a漢漢", column: 0, row: 0, style: Style())
    #expect(frame.text(row: 0) == "a漢漢")
    frame.write("x", column: 2, row: 0, style: Style())
    #expect(frame.text(row: 0) == "a x漢")
    frame.write("漢", column: 4, row: 0, style: Style())
    #expect(frame.text(row: 0) == "a x")
    frame.write("漢", column: -1, row: 0, style: Style())
    #expect(frame.text(row: 0) == "  x")
  }

  @Test func marksStayOnTheirLetters() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.write("x\u{301}y", column: 0, row: 0, style: Style())
    #expect(Array(frame.text(row: 0).unicodeScalars) == ["x", "\u{301}", "y"])
    frame.write("z", column: 0, row: 0, style: Style())
    #expect(Array(frame.text(row: 0).unicodeScalars) == ["z", "y"])
  }

  @Test func runsOfEqualStyleCoverTheRow() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.write("ab", column: 1, row: 0, style: bold)
    frame.patch(Rect(column: 0, row: 0, columns: 2, rows: 1), style: Style(attributes: .reverse))
    let runs = frame.runs(row: 0).map { "\($0.column)+\($0.columns) \"\($0.text)\" \($0.style)" }
    #expect(
      runs == [
        "0+1 \" \" reverse", "1+1 \"a\" bold reverse", "2+1 \"b\" bold", "3+5 \"     \" plain",
      ])
  }

  @Test func aWideCharacterIsNeverSplitIntoTwoRuns() {
    var frame = Frame(size: Size(columns: 4, rows: 1))
    frame.write("漢x", column: 0, row: 0, style: bold)
    frame.patch(Rect(column: 1, row: 0, columns: 1, rows: 1), style: Style(attributes: .reverse))
    #expect(frame.description == "漢x\n0:0+3 bold")
  }

  @Test func wideCharactersAtTheEdgesOfAClipAreSpaces() {
    var frame = Frame(size: Size(columns: 8, rows: 1))
    frame.write("abcdefgh", column: 0, row: 0, style: Style())
    let clip = Rect(column: 2, row: 0, columns: 3, rows: 1)
    #expect(frame.write("漢\u{301}字か", column: 1, row: 0, style: Style(), clip: clip) == 5)
    #expect(frame.picture == "ab 字fgh")
    frame.write("漢漢漢", column: 0, row: 0, style: Style())
    frame.fill(Rect(column: 1, row: 0, columns: 2, rows: 1), style: Style())
    #expect(frame.picture == "    漢gh")
  }

  @Test func placesFarOutsideAreIgnored() {
    let places = [Int.min, -1_000_000, -3, -1, 0, 1, 4, 5, 6, 1_000_000, Int.max]
    var frame = Frame(size: Size(columns: 5, rows: 2))
    for column in places {
      for row in places {
        for measure in places {
          var area = Rect(column: column, row: row, columns: measure, rows: measure)
          frame.fill(area, style: bold)
          frame.patch(area, style: bold)
          frame.write("漢x\u{301}字", column: column, row: row, style: Style(), clip: area)
          frame.write("漢x\u{301}字", column: measure, row: row, style: Style(), clip: area)
          area.columns = measure
          area.rows = column
          frame.fill(area, style: bold)
          frame.write("漢x\u{301}字", column: measure, row: row, style: Style(), clip: area)
        }
        #expect(frame.runs(row: row).reduce(0) { $0 + $1.columns } == ((0..<2).contains(row) ? 5 : 0))
      }
    }
    for run in [0, 1].flatMap({ frame.runs(row: $0) }) {
      #expect(CellText.width(of: run.text) == run.columns)
    }
  }

  @Test func fillBlanksARectangle() {
    var frame = Frame(size: Size(columns: 4, rows: 3))
    for row in 0..<3 { frame.write("abcd", column: 0, row: row, style: Style()) }
    frame.fill(Rect(column: 1, row: 1, columns: 2, rows: 9), style: Style())
    #expect(frame.picture == "abcd\na  d\na  d")
  }

  @Test(arguments: [(0, 0, 1, 1), (65_535, 65_535, 1_000, 500), (-5, 3, 1, 3), (80, 24, 80, 24)])
  func sizesAreKeptInBounds(columns: Int, rows: Int, width: Int, height: Int) {
    #expect(Frame(size: Size(columns: columns, rows: rows)).size == Size(columns: width, rows: height))
  }

  @Test func rowsAreComparedWithTheirMarks() {
    var (one, other) = (Frame(size: Size(columns: 4, rows: 2)), Frame(size: Size(columns: 4, rows: 2)))
    one.write("x\u{301}", column: 0, row: 0, style: Style())
    other.write("x\u{302}", column: 0, row: 0, style: Style())
    #expect(!one.isRow(0, equalTo: other))
    #expect(one.isRow(1, equalTo: other))
    #expect(!one.isRow(5, equalTo: other))
  }

  @Test func nothingHostileGetsIntoACell() {
    var frame = Frame(size: Size(columns: 20, rows: 1))
    frame.write("\u{1B}[2J\u{202E}evil\u{7}", column: 0, row: 0, style: Style())
    #expect(frame.picture == "\u{FFFD}[2Jevil\u{FFFD}")
  }
}
