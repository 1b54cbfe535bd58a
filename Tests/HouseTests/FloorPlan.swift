import Foundation
import Testing

/// The list of rooms in ARCHITECTURE.md, with what each may import.
struct FloorPlan {
  private(set) var mayImport: [String: Set<String>] = [:]

  init() throws {
    let text = try String(contentsOf: House.root.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
    for room in text.components(separatedBy: "\n- **`").dropFirst() {
      let entry = room.components(separatedBy: "\n\n")[0].split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      let parts = entry.components(separatedBy: " *May import:* ")
      guard parts.count == 2, let name = entry.components(separatedBy: "`").first else { continue }
      let list = parts[1].prefix { $0 != "." }.components(separatedBy: ", ")
      mayImport[name] = list == ["nothing"] ? [] : Set(list)
    }
    try #require(!mayImport.isEmpty, "ARCHITECTURE.md has no list of rooms")
  }
}

/// The targets of Package.swift, with their dependencies.
struct PackageDescription {
  private(set) var dependencies: [String: Set<String>] = [:]
  /// The products of other packages.
  private(set) var products: Set<String> = []

  init() throws {
    let text = try String(contentsOf: House.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    for part in text.components(separatedBy: "arget(").dropFirst() {
      let names = Self.strings(in: part)
      guard let name = names.first else { continue }
      var depends: Set<String> = []
      if let start = part.range(of: "dependencies: [")?.upperBound, let end = Self.closing(part[start...]) {
        let list = String(part[start..<end])
        for product in list.components(separatedBy: ".product(name: ").dropFirst() {
          if let name = Self.strings(in: product).first { products.insert(name) }
        }
        let packages = list.components(separatedBy: "package: ").dropFirst().compactMap {
          Self.strings(in: $0).first
        }
        depends = Set(Self.strings(in: list)).subtracting(Set(packages).subtracting(products))
      }
      dependencies[name] = depends
    }
    products.formUnion(Set(dependencies.values.joined()).subtracting(dependencies.keys))
    for part in text.components(separatedBy: ".systemLibrary(").dropFirst() {
      guard let name = Self.strings(in: part).first else { continue }
      dependencies[name] = []
      products.remove(name)
    }
  }

  /// The strings in quotation marks.
  private static func strings(in text: String) -> [String] {
    text.components(separatedBy: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
  }

  /// The end of a list whose opening bracket has been read.
  private static func closing(_ text: Substring) -> String.Index? {
    var depth = 1
    for index in text.indices {
      if text[index] == "[" { depth += 1 }
      if text[index] == "]" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
