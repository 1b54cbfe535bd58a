import Stories
import Testing

/// The kind of a figure, by type, extension, or the word before its caption.
@Suite struct MediaKindTests {
  @Test(arguments: [
    ("image/png", MediaKind.picture as MediaKind?), ("IMAGE/JPEG", .picture), ("audio/mpeg", .audio),
    ("video/mp4; codecs=x", .video),
    ("image", .picture), ("application/pdf", .document), ("text/plain", .document),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", .document),
    ("application/octet-stream", nil), ("", nil),
  ])
  func aTypeTellsIt(type: String, kind: MediaKind?) {
    #expect(MediaKind(type: type) == kind)
  }

  @Test(arguments: [
    ("https://b.example/a.JPG?w=2#x", MediaKind.picture as MediaKind?), ("a/b.mp3", .audio),
    ("b.webm", .video),
    ("minutes.pdf", .document),
    ("https://b.example/a.mp3/download", nil), ("a", nil), ("", nil), (".", nil),
  ])
  func anEndingTellsIt(source: String, kind: MediaKind?) {
    #expect(MediaKind(source: source) == kind)
  }

  @Test(arguments: [
    ("A walk", "https://b.example/1.mp3" as String?, MediaKind.audio, 0),
    ("Audio: A walk", "https://b.example/get", .audio, 7),
    ("Audio", nil, .audio, 5), ("minutes.pdf", nil, .document, 0), ("Read minutes.pdf", nil, .picture, 0),
    ("Audiences", nil, .picture, 0), ("", "a.png", .picture, 0), ("", nil, .picture, 0),
  ])
  func aCaptionTellsItWhereTheSourceDoesNot(caption: String, source: String?, kind: MediaKind, label: Int) {
    let told = MediaKind.told(caption: caption, source: source)
    #expect(told.kind == kind)
    #expect(told.label == label)
  }
}
