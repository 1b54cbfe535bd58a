import Screen
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  @Test(
    arguments: [
      ("j", [.character("j")]), (" ", [.character(" ")]), ("~", [.character("~")]),
      ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]),
      ("\u{3}", [.control("c")]), ("\u{1A}", [.control("z")]), ("\u{12}", [.control("r")]),
      ("ø", [.character("ø")]), ("漢", [.character("漢")]), ("😀", [.character("😀")]),
      ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[C", [.right]), ("\u{1B}OD", [.left]),
      ("\u{1B}[1;5A", [.up]), ("\u{1B}[5~", [.pageUp]), ("\u{1B}[6;2~", [.pageDown]),
      ("\u{1B}[H", [.home]), ("\u{1B}[1~", [.home]), ("\u{1B}[7~", [.home]), ("\u{1B}OF", [.end]),
      ("\u{1B}[8~", [.end]), ("\u{1B}[2~", [.insert]), ("\u{1B}[3~", [.delete]), ("\u{1B}[Z", [.backTab]),
      ("\u{1B}OP", [.function(1)]), ("\u{1B}[1;2P", [.function(1)]), ("\u{1B}[11~", [.function(1)]),
      ("\u{1B}[[A", [.function(1)]), ("\u{1B}[[E", [.function(5)]), ("\u{1B}[15~", [.function(5)]),
      ("\u{1B}[24~", [.function(12)]), ("\u{1B}Oq", [.character("1")]), ("\u{1B}OM", [.enter]),
      ("jk\u{1B}[Bq", [.character("j"), .character("k"), .down, .character("q")]),
      ("\u{1B}\u{3}", [.escape, .control("c")]), ("\u{1B}\u{1B}[A", [.escape, .up]),
      ("\u{1B}ø", [.escape, .character("ø")]), ("\u{1B}x", [.alt("x")]), ("\u{1B}<", [.alt("<")]),
      ("\u{1B}vj", [.alt("v"), .character("j")]), ("\0", [.control("@")]), ("\u{1D}", [.control("]")]),
      ("\u{1F}", [.control("_")]),
    ] as [(String, [Key])])
  func bytesAreTheKeysThatSentThem(text: String, keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(text.utf8) == keys.map { .key($0) })
    #expect(decoder.patience == nil)
  }

  @Test(arguments: [
    "\u{85}", "\u{1B}[?64;1;2;4c", "\u{1B}[24;80R", "\u{1B}[I", "\u{1B}[O",
    "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]lTITLE\u{7}", "\u{1B}P>|XTerm(379)\u{1B}\\",
    "\u{1B}[<0;10;10M", "\u{1B}[M !!", "\u{1B}[999999999999999999999;9A", "\u{1B}[201~", "\u{1B}[1$y",
    "\u{1B}[4242~", "\u{1B}OG",
  ])
  func otherSequencesAreSwallowedWhole(text: String) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(text.utf8) == [])
    #expect(decoder.decode("j".utf8) == [.key(.character("j"))])
  }

  /// What cuts a sequence off is a key, or begins the next sequence.
  @Test(
    arguments: [
      ("\u{1B}[1\u{3}", [.control("c")]), ("\u{1B}[1\u{1B}[A", [.up]), ("\u{1B}[1ø", [.character("ø")]),
      ("\u{1B}O\u{3}", [.control("c")]), ("\u{1B}Oø", [.character("ø")]), ("\u{1B}[[\r", [.enter]),
      ("\u{1B}]0;title\u{3}", [.control("c")]), ("\u{1B}]0;title\u{18}j", [.character("j")]),
      ("\u{1B}]0;title\u{1B}[A", [.up]), ("\u{1B}]0;title\u{1B}OB", [.down]),
      ("\u{1B}P1\u{1B}\u{1B}\\j", [.character("j")]),
    ] as [(String, [Key])])
  func whatCutsASequenceOffIsRead(text: String, keys: [Key]) {
    var decoder = KeyDecoder()
    let inputs = decoder.decode(text.utf8) + decoder.timeOut()
    #expect(inputs == keys.map { .key($0) })
  }

  @Test(
    arguments: [
      [0xC0, 0xAF], [0xFF, 0xFE], [0xED, 0xA0, 0x80], [0x80, 0x9B], [0xE2, 0x82], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func invalidBytesAreDropped(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes + [0x71]) == [.key(.character("q"))])
  }

  @Test func aSequenceMayArriveInPieces() {
    var decoder = KeyDecoder()
    for byte in "\u{1B}[15".utf8 { #expect(decoder.decode([byte]) == []) }
    #expect(decoder.patience == 40)
    #expect(decoder.decode("~".utf8) == [.key(.function(5))])
    #expect(decoder.decode([0xC3]) == [])
    #expect(decoder.decode([0xB8]) == [.key(.character("ø"))])
  }

  @Test func escapeIsAKeyWhenNothingFollowsInTime() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.timeOut() == [.key(.escape)])
    #expect(decoder.patience == nil)
    #expect(decoder.decode("\u{1B}[".utf8) == [])
    #expect(decoder.timeOut() == [])
    #expect(decoder.decode("A".utf8) == [.key(.character("A"))])
  }

  @Test func aPasteIsTextAndNeverKeys() {
    var decoder = KeyDecoder()
    #expect(
      decoder.decode("a\u{1B}[200~q\n\u{1B}[A\u{3}øl\u{1B}[201~b".utf8)
        == [.key(.character("a")), .pasted("q\n\u{1B}[A\u{3}øl"), .key(.character("b"))])
    #expect(decoder.decode("\u{1B}[200~\u{1B}[201~".utf8) == [])
  }

  @Test func aPasteWithoutAnEndIsOverInTime() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[200~half".utf8) == [])
    #expect(decoder.patience == 500)
    #expect(decoder.timeOut() == [.pasted("half")])
    #expect(decoder.decode("q".utf8) == [.key(.character("q"))])
  }

  @Test func aPasteIsBounded() {
    var decoder = KeyDecoder()
    let flood = [UInt8](repeating: 0x61, count: KeyDecoder.maximumPaste * 2)
    #expect(decoder.decode(Array("\u{1B}[200~".utf8) + flood) == [])
    let rest = decoder.decode("\u{1B}[201~q".utf8)
    #expect(rest.count == 2)
    #expect(rest.first == .pasted(String(repeating: "a", count: KeyDecoder.maximumPaste)))
    #expect(rest.last == .key(.character("q")))
  }

  @Test func longSequencesAndStringsKeepNothing() {
    var decoder = KeyDecoder()
    let long = "\u{1B}[" + String(repeating: "1;", count: 50_000) + "~"
    let string = "\u{1B}]0;" + String(repeating: "x", count: 50_000) + "\u{7}"
    #expect(decoder.decode((long + string + "q").utf8) == [.key(.character("q"))])
  }

  @Test func theTerminalsOwnDescriptionCounts() {
    var decoder = KeyDecoder(described: [
      Array("\u{1B}A".utf8): .up, Array("\u{1B}?k".utf8): .pageUp, Array("\u{1B}[99~".utf8): .delete,
    ])
    #expect(
      decoder.decode("\u{1B}A\u{1B}?k\u{1B}[99~\u{1B}?xq".utf8)
        == [.key(.up), .key(.pageUp), .key(.delete), .key(.character("q"))])
  }
}
