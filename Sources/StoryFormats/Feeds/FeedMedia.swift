internal import Stories

/// A picture, a film or a sound that a feed names beside the text.
struct FeedMedia {
  /// What it is for the eyes or ears.
  enum Kind: String {
    case picture = "Picture"
    case audio = "Audio"
    case video = "Video"
    case file = "File"
  }

  /// Where it lies.
  var address: String
  /// What it is.
  var kind: Kind
  /// Its title.
  var title: String?
  /// What it shows.
  var caption: String?
  /// Who made it.
  var credit: String?
  /// How long it lasts ("31:04").
  var duration: String?
  /// How wide it is, in pixels; 0 where that is not said.
  var width = 0
  /// Whether it is only a small picture for something else.
  var isThumbnail = false

  /// Takes an address, and what is known of its content.
  init(address: String, type: String?, medium: String? = nil) {
    self.address = address
    kind = Self.kind(type: type, medium: medium, address: address)
  }

  private static func kind(type: String?, medium: String?, address: String) -> Kind {
    switch medium?.lowercased() {
    case "image": return .picture
    case "audio": return .audio
    case "video": return .video
    default: break
    }
    let type = type?.lowercased() ?? ""
    if type.hasPrefix("image") { return .picture }
    if type.hasPrefix("audio") { return .audio }
    if type.hasPrefix("video") { return .video }
    let name = Self.fileName(of: address).lowercased()
    let ending = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? ""
    return endings[ending] ?? .file
  }

  private static let endings: [String: Kind] = [
    "jpg": .picture, "jpeg": .picture, "png": .picture, "gif": .picture, "webp": .picture, "avif": .picture,
    "svg": .picture, "mp3": .audio, "m4a": .audio, "ogg": .audio, "oga": .audio, "opus": .audio,
    "wav": .audio,
    "flac": .audio, "aac": .audio, "mp4": .video, "m4v": .video, "mov": .video, "webm": .video, "mkv": .video,
    "avi": .video, "mpg": .video, "mpeg": .video,
  ]

  /// The last part of an address, without query.
  static func fileName(of address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }

  /// The words that stand for it in the text: "Audio: Harbour walk (31:04)".
  var words: String {
    // What is said of a film is the story's text; of a picture it is the caption.
    let said = kind == .picture ? caption ?? title : title
    var words = said ?? Self.fileName(of: address)
    if words.isEmpty { words = address }
    if kind != .picture || said == nil { words = "\(kind.rawValue): \(words)" }
    let remarks = [credit, duration].compactMap { $0 }.filter { !$0.isEmpty }
    return remarks.isEmpty ? words : "\(words) (\(remarks.joined(separator: ", ")))"
  }

  /// The most that are named after one story.
  static let maximum = 50

  /// The blocks for what a story names, each thing once.
  ///
  /// Feeds name one picture in many sizes: what has the same words is one thing, of which the widest is taken. Small
  /// pictures stand for something else and go where there is anything else.
  static func blocks(of media: [FeedMedia], line: Int?) -> [Block] {
    let full = media.filter { !$0.isThumbnail }
    var things: [FeedMedia] = []
    var places: [String: Int] = [:]
    for item in full.isEmpty ? Array(media.prefix(1)) : full {
      if let place = places[item.words] ?? places[item.address] {
        if item.width > things[place].width { things[place] = item }
        continue
      }
      guard things.count < maximum else { break }
      places[item.words] = things.count
      places[item.address] = things.count
      things.append(item)
    }
    return things.map { item in
      let isSource = item.address.utf8.count <= 2_000 && !item.address.hasPrefix("data:")
      return Block(.figure(caption: [Inline(item.words)], source: isSource ? item.address : nil), line: line)
    }
  }

  /// A length in seconds as people read it; one that is written with colons as it is.
  static func duration(_ text: String) -> String? {
    let text = text.trimmedASCII
    guard text.utf8.count <= 16, !text.isEmpty else { return nil }
    if text.contains(":") { return text }
    guard let seconds = Double(text).flatMap({ Int(exactly: $0.rounded()) }),
      (1..<1_000_000).contains(seconds)
    else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }
}
