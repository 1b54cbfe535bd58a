internal import Stories

/// A picture, film or sound that a feed gives besides the text.
struct FeedMedia {
  /// Its address.
  var address: String
  /// Its kind.
  var kind: MediaKind
  /// Its title.
  var title: String?
  /// Its caption.
  var caption: String?
  /// Who made it.
  var credit: String?
  /// Its duration ("31:04").
  var duration: String?
  /// Its width in pixels; 0 if unknown.
  var width = 0
  /// Whether it is only a thumbnail of something else.
  var isThumbnail = false

  /// Makes one from an address and what is known about its content.
  init(address: String, type: String?, medium: String? = nil) {
    self.address = address
    kind =
      medium.flatMap { MediaKind(type: $0) } ?? type.flatMap { MediaKind(type: $0) } ?? MediaKind(
        source: address)
      ?? .document
  }

  /// The last part of an address, without query.
  static func fileName(of address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...])
  }

  /// Its label: "Harbour walk (31:04)"; its kind comes first if its address does not show it.
  var words: String {
    // A film's description is the story's text; a picture's is its caption.
    let said = (kind == .picture ? caption ?? title : title) ?? ""
    let remarks = [credit, duration].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
    let words = remarks.isEmpty ? said : said.isEmpty ? remarks : "\(said) (\(remarks))"
    if MediaKind.told(caption: words, source: address) == (kind, 0) { return words }
    return words.isEmpty ? kind.word : "\(kind.word): \(words)"
  }

  /// The most media of one story.
  static let maximum = 50

  /// The blocks for a story's media, each once.
  ///
  /// Feeds give one picture in many sizes: of those with the same words, the widest is used. Thumbnails are
  /// dropped if there is anything else.
  static func blocks(of media: [FeedMedia], line: Int?) -> [Block] {
    let full = media.filter { !$0.isThumbnail }
    var things: [FeedMedia] = []
    var places: [String: Int] = [:]
    for item in full.isEmpty ? Array(media.prefix(1)) : full {
      let name = item.words.isEmpty ? item.address : item.words
      if let place = places[name] ?? places[item.address] {
        if item.width > things[place].width { things[place] = item }
        continue
      }
      guard things.count < maximum else { break }
      places[name] = things.count
      places[item.address] = things.count
      things.append(item)
    }
    return things.map { item in
      let isSource = item.address.utf8.count <= 2_000 && !item.address.hasPrefix("data:")
      let caption = item.words.isEmpty ? [] : [Inline(item.words)]
      return Block(.figure(caption: caption, source: isSource ? item.address : nil), line: line)
    }
  }

  /// A length in seconds in readable form; one written with colons is unchanged.
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
