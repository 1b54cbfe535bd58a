internal import Stories
internal import System

/// The paths of index, marks and archive, by the XDG Base Directory Specification 0.8.
package enum LibraryPaths {
  /// The index of a directory, in the cache: `newsroom/<name>-<hash of the real path>.sqlite`.
  package static func index(of directory: String) -> String {
    let name = directory.split(separator: "/").last.map(String.init) ?? "root"
    let safe = String(
      name.unicodeScalars.map {
        $0.properties.isAlphabetic || $0.properties.numericType != nil ? Character($0) : "-"
      })
    let hash = StoryID(content: directory.utf8).description.prefix(12)
    return indexes + "/\(safe.prefix(40))-\(hash).sqlite"
  }

  /// The folder of indexes without a path of their own.
  static var indexes: String { folder(variable: "XDG_CACHE_HOME", fallback: ".cache") }

  /// The marks of all libraries, in the state directory.
  package static var marks: String {
    folder(variable: "XDG_STATE_HOME", fallback: ".local/state") + "/marks.sqlite"
  }

  /// The archive of feeds, beside the marks.
  static func archive(beside marks: String) -> String {
    let folder = marks.lastIndex(of: "/").map { marks[...$0] } ?? ""
    return folder + "archive.sqlite"
  }

  /// The program's folder in a base directory: that of the variable, or else the usual one at home.
  package static func folder(variable: String, fallback: String) -> String {
    if let base = Environment[variable], base.hasPrefix("/") { return base + "/newsroom" }
    return Environment.home + "/\(fallback)/newsroom"
  }
}
