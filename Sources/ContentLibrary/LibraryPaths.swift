internal import Stories
internal import System

/// The paths of index, marks and archive, by the XDG Base Directory Specification 0.8.
package enum LibraryPaths {
  /// The index of a library, in the cache: `newsroom/<name>-<hash of the identity>.sqlite`.
  package static func index(of identity: String) -> String {
    let name = identity == "/" ? "root" : Self.name(of: identity)
    let safe = String(
      name.unicodeScalars.map {
        $0.properties.isAlphabetic || $0.properties.numericType != nil ? Character($0) : "-"
      })
    let hash = StoryID(content: identity.utf8).description.prefix(12)
    return indexes + "/\(safe.prefix(40))-\(hash).sqlite"
  }

  /// The name of a library for its readers: that of its directory, or those of several.
  static func name(of identity: String) -> String {
    // An empty part stands between two directories.
    let parts = identity.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    let last = parts.indices.filter { $0 == parts.count - 1 || parts[$0 + 1].isEmpty }
    let names = last.map { parts[$0] }.filter { !$0.isEmpty }
    return names.isEmpty ? "/" : names.joined(separator: " + ")
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
