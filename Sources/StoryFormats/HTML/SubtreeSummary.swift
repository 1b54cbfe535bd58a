/// The content of a subtree, as far as the article finder needs it.
///
/// Summaries of siblings add up to their parent's, so each is made once, and again only after a change below
/// it.
struct SubtreeSummary {
  /// The number of characters in the text, with white space collapsed and none at the ends; and the number of
  /// commas.
  var length = 0
  var commas = 0
  /// Whether white space comes before or after the text.
  private var beginsBlank = false
  private var endsBlank = false
  /// Characters in links; anchors within the page count a third.
  var linked = 0.0
  /// Characters in the outermost headings, lists, and text elements.
  var inHeadings = 0
  var inLists = 0
  var inTextual = 0
  /// The number of these elements.
  var paragraphs = 0
  var images = 0
  var items = 0
  var inputs = 0
  var embeds = 0
  /// Whether they include a film from a known host.
  var hasVideo = false

  /// Starts empty.
  init() {}

  /// The fraction of the text that is links.
  var linkDensity: Double { length == 0 ? 0 : linked / Double(length) }

  /// The summary of a text.
  init(text: String) {
    var text = text
    text.withUTF8 { read($0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var pendingBlank = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var value = UInt32(byte)
      var size = 1
      if byte >= 0xC0 {
        size = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        value &= 0xFF >> UInt32(size + 1)
        for place in 1..<size where index + place < bytes.count {
          value = value << 6 | UInt32(bytes[index + place] & 0x3F)
        }
      }
      index += size
      let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
      if MarkupTree.isSpace(scalar) {
        if length == 0 { beginsBlank = true }
        pendingBlank = true
      } else {
        length += pendingBlank && length > 0 ? 2 : 1
        pendingBlank = false
        if value == 0x2C || value >= 0x60C && Words.commas.contains(scalar) { commas += 1 }
      }
    }
    endsBlank = pendingBlank
  }

  /// Adds the summary of the next sibling.
  mutating func append(_ next: SubtreeSummary) {
    if length == 0 {
      beginsBlank = beginsBlank || next.beginsBlank
      endsBlank = next.length == 0 ? beginsBlank : next.endsBlank
      length = next.length
    } else if next.length == 0 {
      endsBlank = endsBlank || next.beginsBlank
    } else {
      length += next.length + (endsBlank || next.beginsBlank ? 1 : 0)
      endsBlank = next.endsBlank
    }
    commas += next.commas
    linked += next.linked
    inHeadings += next.inHeadings
    inLists += next.inLists
    inTextual += next.inTextual
    paragraphs += next.paragraphs
    images += next.images
    items += next.items
    inputs += next.inputs
    embeds += next.embeds
    hasVideo = hasVideo || next.hasVideo
  }

  /// Adds the element around the content.
  mutating func enclose(in node: MarkupTree.Node) {
    switch node.name {
    case "a":
      let address = node[attribute: "href"] ?? ""
      linked = Double(length) * (address.hasPrefix("#") && address != "#" ? 0.3 : 1)
    case "h1", "h2", "h3", "h4", "h5", "h6": inHeadings = length
    case "ul", "ol":
      inLists = length
      inTextual = length
    case "p":
      paragraphs += 1
      inTextual = length
    case "img":
      images += 1
      inTextual = length
    case "li":
      items += 1
      inTextual = length
    case "span", "td", "blockquote", "dl", "div", "pre", "table": inTextual = length
    case "input": inputs += 1
    case "object", "embed", "iframe":
      embeds += 1
      hasVideo = hasVideo || Self.isVideo(node)
    default: break
    }
  }

  private static let videos = [
    "dailymotion.com", "youtube.com", "youtube-nocookie.com", "player.vimeo.com", "v.qq.com", "bilibili.com",
    "archive.org", "upload.wikimedia.org", "player.twitch.tv",
  ]

  /// Whether an element shows a film from a known host.
  static func isVideo(_ node: MarkupTree.Node) -> Bool {
    guard node.name == "object" || node.name == "embed" || node.name == "iframe" else { return false }
    return node.attributes.contains { attribute in videos.contains { attribute.value.hasBytes(of: $0) } }
  }
}
