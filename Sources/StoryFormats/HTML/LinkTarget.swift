internal import Stories

/// Decides what the address of a link in a page means.
enum LinkTarget {
  /// A reference for a link: a web address that may be another story's, or something outside.
  static func reference(text: String, address: String, base: WebAddress?) -> Reference {
    let anchor = address.firstIndex(of: "#").map { String(address[address.index(after: $0)...]) }
    if address.hasPrefix("#") {
      return Reference(kind: .story, text: text, anchor: anchor.map(PercentCoding.decoded))
    }
    if let target = base?.resolving(address) ?? WebAddress(address) {
      return Reference(kind: .outside, text: text, target: target.text, naming: .url, anchor: anchor)
    }
    if WebAddress.hasScheme(address) {
      return Reference(kind: .outside, text: text, target: address, naming: .url)
    }
    let path = String(address.prefix { $0 != "#" && $0 != "?" })
    return Reference(kind: .story, text: text, target: path, naming: .path, anchor: anchor)
  }
}
