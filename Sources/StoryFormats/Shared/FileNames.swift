internal import Stories

/// What a story's file name says about it.
package enum FileNames {
  /// The date in the name, else in the path.
  static func date(of path: String) -> Timestamp? {
    DateReading.inPath(path)
  }

  /// The readable name: without extension and date, with spaces for "-" and "_" and a first capital.
  static func title(of path: String) -> String {
    let words = withoutDate(stem(path)).split { $0 == "-" || $0 == "_" }.joined(separator: " ")
    guard !words.isEmpty else { return String(stem(path)) }
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  /// The names that other stories may use for it: the stem, and the stem without its date.
  static func slugs(of path: String) -> [String] {
    let stem = String(stem(path))
    let short = String(withoutDate(stem[...]))
    return short.isEmpty || short == stem ? [stem] : [stem, short]
  }

  /// The file name without its last extension; the folder's name for an index page.
  static func stem(_ path: String) -> Substring {
    let parts = path.split(separator: "/")
    guard let name = parts.last.map(uncompressed) else { return Substring(path) }
    let stem = name.lastIndex(of: ".").flatMap { $0 > name.startIndex ? name[..<$0] : nil } ?? name
    let isIndex = ["index", "_index"].contains(stem.prefix { $0 != "." })
    return isIndex && parts.count > 1 ? parts[parts.count - 2] : stem
  }

  /// Whether a path is a message in a Maildir: in `cur` or `new`, with a name that begins with a number or
  /// has flags.
  ///
  /// A host's name follows its dots, which is not a file extension (maildir(5)).
  package static func isMaildir(_ path: String) -> Bool {
    let parts = path.split(separator: "/").suffix(2)
    guard parts.count == 2, let name = parts.last, let folder = parts.first,
      folder == "cur" || folder == "new"
    else { return false }
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    return digits.count >= 4 && name.dropFirst(digits.count).first == "."
      || [":2,", "!2,", ";2,"].contains { String(name).hasBytes(of: $0) }
  }

  /// The extensions of compressed files.
  static let compressedEndings = [".gz", ".zst"]

  /// A name without the extension of a compressed file.
  static func uncompressed(_ name: Substring) -> Substring {
    for ending in compressedEndings where name.count > ending.count && name.lowercased().hasSuffix(ending) {
      return name.dropLast(ending.count)
    }
    return name
  }

  private static func withoutDate(_ stem: Substring) -> Substring {
    guard DateReading.inFileName(String(stem)) != nil else { return stem }
    return stem.drop { $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." }
  }
}
