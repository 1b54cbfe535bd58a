internal import Screen
internal import Stories
internal import Typesetting

/// Where a link leads that is no story of the library: shown in full, so that it can be read before it is taken anywhere.
struct AddressSheet: Hashable, Sendable {
  /// What the address is of.
  let title: String
  /// The address.
  let address: String
  /// What else is to be known of it; empty where nothing is.
  let note: String

  /// An address outside the library, what tracks the reader left out.
  init(address: String) {
    title = "Outside the library"
    self.address = TrackingParameters.removed(from: address)
    note = self.address == address ? "" : "Tracking parameters removed."
  }

  /// A path outside the library's folder, or of a file in it that is no story; nil where it may be a story.
  init?(path: String, isOutside: Bool) {
    address = path
    if isOutside {
      title = "Outside the library"
      note = "This path is outside the library's directory."
      return
    }
    guard let dot = path.lastIndex(of: "."), let kind = Self.kinds[path[dot...].dropFirst().lowercased()]
    else {
      return nil
    }
    title = "Not a story"
    note = "\(kind) in the library's directory. Open it with another program."
  }

  /// Files that are no stories, by their endings.
  private static let kinds: [String: String] = {
    let lines = [
      "A picture": "png jpg jpeg gif webp avif heic svg tif tiff bmp ico",
      "A recording": "mp3 ogg oga opus wav flac m4a",
      "A film": "mp4 webm mkv mov avi m4v ogv", "A document": "pdf epub doc docx odt rtf ps djvu",
      "A table": "csv tsv xls xlsx ods", "A presentation": "ppt pptx odp",
      "An archive": "zip tar tgz gz bz2 xz zst 7z",
    ]
    var kinds: [String: String] = [:]
    for (kind, endings) in lines {
      for ending in endings.split(separator: " ") { kinds[String(ending)] = kind }
    }
    return kinds
  }()
}

extension AddressSheet {
  /// The most lines of an address.
  private static let most = 100

  /// The address and the note for so many cells, a blank line around them.
  func lines(columns: Int) -> [Page.Line] {
    let room = max(1, columns - 2)
    func set(_ text: String, _ role: Role, limit: Int) -> [Page.Line] {
      Lines.wrapped(text, columns: room, limit: limit).map {
        Page.Line(indent: 1, runs: [Page.Run($0, role: role)])
      }
    }
    let words = note.isEmpty ? [] : [Page.Line()] + set(note, .bar, limit: 5)
    return [Page.Line()] + set(address, .text, limit: Self.most) + words + [Page.Line()]
  }
}
