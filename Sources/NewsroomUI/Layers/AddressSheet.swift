internal import Messages
internal import Screen
internal import Stories
internal import Typesetting

/// A link that leads to no story of the library: its full address, for the reader to judge or copy.
struct AddressSheet: Hashable, Sendable {
  /// The title of the box.
  let title: Phrase
  /// The address.
  let address: String
  /// A note below the address; nil for none.
  let note: Phrase?

  /// An address outside the library, without its tracking parameters.
  init(address: String) {
    title = "Outside the library"
    self.address = TrackingParameters.removed(from: address)
    note = self.address == address ? nil : "Tracking parameters removed."
  }

  /// A path outside the library, or of a file in it that is not a story; nil if it could be a story.
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
    note = "\(Phrase(words: kind)) in the library's directory. Open it with another program."
  }

  /// Kinds of files that are not stories, by extension.
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
  /// The most lines shown of an address.
  private static let most = 100

  /// The address and the note in `columns` cells, with a blank line around each.
  func lines(columns: Int, _ catalogue: Catalogue) -> [Page.Line] {
    let room = max(1, columns - 2)
    func set(_ text: String, _ role: Role, limit: Int) -> [Page.Line] {
      Lines.wrapped(text, columns: room, limit: limit).map {
        Page.Line(indent: 1, runs: [Page.Run($0, role: role)])
      }
    }
    let words = note.map { [Page.Line()] + set(catalogue($0), .bar, limit: 5) } ?? []
    return [Page.Line()] + set(address, .text, limit: Self.most) + words + [Page.Line()]
  }
}
