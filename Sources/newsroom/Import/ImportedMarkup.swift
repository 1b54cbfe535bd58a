internal import Stories

/// Exports in markup: the bookmarks of browsers (Netscape's form), pages of links, and OPML.
///
/// Only tags are read, one after the other, so that it takes no longer than the file is long.
enum ImportedMarkup {
  /// The links of a page; headings above a list are its folders.
  static func links(_ text: String) -> [ImportedEntry] {
    var entries: [ImportedEntry] = []
    var folders: [String] = []
    var (heading, title): (String?, String?) = (nil, nil)
    each(text) { tag, attributes, words in
      if heading != nil { heading? += words }
      if title != nil { title? += words }
      switch tag {
      case "h1", "h2", "h3": heading = ""
      case "/h1", "/h2", "/h3": heading = heading.map(line)
      case "dl", "ul": folders.append(line(take(&heading) ?? ""))
      case "/dl", "/ul": _ = folders.popLast()
      case "a":
        guard let url = attributes["href"], entries.count < ImportedFile.most else { return }
        var entry = ImportedEntry(url: url)
        entry.date = ImportedFile.date(attributes["add_date"] ?? attributes["time_added"])
        entry.tags = (attributes["tags"] ?? "").split(separator: ",").map { line(String($0)) }
        let known = folders.filter { !$0.isEmpty && !ordinary.contains($0.lowercased()) }
        entry.tags += known.suffix(1)
        let list = folders.last?.lowercased() ?? ""
        entry.isRead = list.contains("archive")
        entry.isSaved = list == "unread" || attributes["toread"] == "1"
        entries.append(entry)
        title = ""
      case "/a":
        if let words = title.map(line), !entries.isEmpty, entries[entries.count - 1].title.isEmpty {
          entries[entries.count - 1].title = words
        }
        title = nil
      default: break
      }
    }
    return entries
  }

  /// The lists that every export has, which say nothing of a page.
  private static let ordinary: Set<String> = [
    "bookmarks", "bookmarks bar", "bookmarks menu", "bookmarks toolbar", "other bookmarks", "unread",
    "read archive", "archive",
  ]

  /// The feeds of an OPML file, with their titles; outlines around them are their tags.
  static func outlines(_ text: String) -> [ImportedEntry] {
    var entries: [ImportedEntry] = []
    var folders: [String] = []
    each(text) { tag, attributes, _ in
      let isEmpty = attributes["/"] != nil
      switch tag {
      case "outline":
        let title = line(attributes["title"] ?? attributes["text"] ?? "")
        if let url = attributes["htmlurl"] ?? attributes["xmlurl"] ?? attributes["url"],
          entries.count < ImportedFile.most
        {
          var entry = ImportedEntry(url: url)
          (entry.title, entry.tags) = (title, folders.filter { !$0.isEmpty }.suffix(1))
          entry.date = ImportedFile.date(attributes["created"])
          entries.append(entry)
          if !isEmpty { folders.append("") }
        } else if !isEmpty {
          folders.append(title)
        }
      case "/outline": _ = folders.popLast()
      default: break
      }
    }
    return entries
  }

  private static func take(_ text: inout String?) -> String? {
    defer { text = nil }
    return text
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Calls `work` with every tag in lower case ("/a" for an end), its attributes, and the words before it.
  private static func each(_ text: String, _ work: (String, [String: String], String) -> Void) {
    let bytes = Array(text.utf8)
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    var (index, words) = (0, 0)
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        index += 1
        continue
      }
      let before = decoded(string(words..<index))
      if bytes[index...].starts(with: "<!--".utf8) {
        // A comment that does not end takes the rest.
        var end = index + 4
        while end < bytes.count, !bytes[end...].starts(with: "-->".utf8) { end += 1 }
        index = min(bytes.count, end + 3)
        words = index
        continue
      }
      var at = index + 1
      func isSpace(_ place: Int) -> Bool { bytes[place] <= 0x20 }
      let start = at
      while at < bytes.count, !isSpace(at), bytes[at] != UInt8(ascii: ">"),
        at == start || bytes[at] != UInt8(ascii: "/")
      { at += 1 }
      let name = string(start..<at).lowercased()
      var attributes: [String: String] = [:]
      while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
        if isSpace(at) {
          at += 1
          continue
        }
        if bytes[at] == UInt8(ascii: "/") {
          attributes["/"] = ""
          at += 1
          continue
        }
        let begin = at
        while at < bytes.count, !isSpace(at), !"=>/".utf8.contains(bytes[at]) { at += 1 }
        let key = string(begin..<at).lowercased()
        while at < bytes.count, isSpace(at) { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
          if begin == at { at += 1 }
          continue
        }
        at += 1
        while at < bytes.count, isSpace(at) { at += 1 }
        guard at < bytes.count else { break }
        let mark = bytes[at]
        let isQuoted = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
        if isQuoted { at += 1 }
        let value = at
        while at < bytes.count, isQuoted ? bytes[at] != mark : !isSpace(at) && bytes[at] != UInt8(ascii: ">")
        {
          at += 1
        }
        if attributes.count < 100, attributes[key] == nil { attributes[key] = decoded(string(value..<at)) }
        if isQuoted, at < bytes.count { at += 1 }
      }
      index = min(bytes.count, at + 1)
      words = index
      work(name, attributes, before)
    }
  }

  /// Text with its character references read.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let named = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " "]
    var result = ""
    var rest = text[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += rest[..<ampersand]
      let after = rest[rest.index(after: ampersand)...]
      guard let end = after.prefix(12).firstIndex(of: ";") else {
        result += "&"
        rest = after
        continue
      }
      let name = after[..<end]
      let number =
        name.hasPrefix("#x") || name.hasPrefix("#X")
        ? UInt32(name.dropFirst(2), radix: 16) : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      let meant = number.flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? named[String(name)]
      result += meant ?? "&\(name);"
      rest = after[after.index(after: end)...]
    }
    return result + rest
  }
}
