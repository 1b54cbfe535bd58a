import Foundation

/// The project's files, for the tests of its structure.
enum House {
  /// The package's root, found from this file.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A Swift file of a room.
  struct File: CustomStringConvertible {
    let room: String
    let path: String
    let lines: [Substring]
    var description: String { path }

    /// The modules it imports: `public import struct A.B` gives A.
    var imports: [String] {
      lines.compactMap { line in
        var words = line.split(separator: " ").drop {
          ["public", "package", "internal", "private"].contains($0)
        }
        while words.first?.hasPrefix("@") == true { words = words.dropFirst() }
        guard words.first == "import" else { return nil }
        words = words.dropFirst()
        if ["struct", "class", "enum", "func", "protocol", "let", "var", "typealias"].contains(
          words.first ?? "")
        {
          words = words.dropFirst()
        }
        return words.first?.split(separator: ".").first.map(String.init)
      }
    }
  }

  /// Every Swift file under `Sources`.
  static func sources() throws -> [File] {
    let sources = root.appendingPathComponent("Sources")
    let names = try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: sources.appendingPathComponent(name), encoding: .utf8)
      return File(
        room: String(name.prefix { $0 != "/" }), path: "Sources/" + name,
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }
}
