/// What a figure shows or plays, as its file name or media type tells.
public enum MediaKind: String, Hashable, Sendable, CaseIterable {
  case picture = "Picture"
  case audio = "Audio"
  case video = "Video"
  case document = "Document"

  /// The word before its caption.
  public var word: String { rawValue }

  /// The kind of a media type (RFC 6838) or of its first half: "image/png", "audio"; nil for other types.
  public init?(type: String) {
    let type = type.lowercased()
    switch type.prefix(while: { $0 != "/" && $0 != ";" }) {
    case "image": self = .picture
    case "audio": self = .audio
    case "video": self = .video
    case "text": self = .document
    case "application":
      guard Self.documentTypes.contains(where: { type.contains($0) }) else { return nil }
      self = .document
    default: return nil
    }
  }

  private static let documentTypes = [
    "pdf", "word", "document", "sheet", "excel", "powerpoint", "presentation", "epub",
  ]

  /// The kind that a path's or address's extension tells; nil if the extension is unknown.
  public init?(source: String) {
    let path = source.prefix { $0 != "?" && $0 != "#" }
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: "."),
      let kind = Self.endings[name[name.index(after: dot)...].lowercased()]
    else { return nil }
    self = kind
  }

  /// The kind of a figure, and the length of the label at the start of its caption.
  ///
  /// If the source does not tell the kind, the caption begins with its word: "Audio: Harbour walk".
  public static func told(caption: String, source: String?) -> (kind: MediaKind, label: Int) {
    for kind in allCases where caption.hasPrefix(kind.word) {
      if caption.utf8.count == kind.word.utf8.count { return (kind, caption.count) }
      if caption.dropFirst(kind.word.count).hasPrefix(": ") { return (kind, kind.word.count + 2) }
    }
    // An attachment of a mail has only a name.
    let name = source ?? (caption.contains(" ") ? "" : caption)
    return (MediaKind(source: name) ?? .picture, 0)
  }

  private static let endings: [String: MediaKind] = {
    var endings: [String: MediaKind] = [:]
    for (kind, names) in [
      (picture, "jpg jpeg jpe png gif webp avif svg bmp tif tiff heic heif ico jxl"),
      (audio, "mp3 m4a m4b ogg oga opus wav flac aac aif aiff wma mid midi"),
      (video, "mp4 m4v mov webm mkv avi mpg mpeg ogv wmv flv 3gp swf"),
      (document, "pdf doc docx odt rtf txt xls xlsx ods csv ppt pptx odp epub mobi ps djvu ics vcf zip gz"),
    ] {
      for name in names.split(separator: " ") { endings[String(name)] = kind }
    }
    return endings
  }()
}
