import Foundation
import Testing

/// The sources agree with ARCHITECTURE.md and Package.swift.
@Suite struct FloorPlanTests {
  @Test func everyImportIsInTheListOfRooms() throws {
    let plan = try FloorPlan()
    let files = try House.sources()
    #expect(files.count > 30)
    for file in files {
      let allowed = try #require(plan.mayImport[file.room], "\(file.room) is not a room of the house")
      let strangers = file.imports.filter { !allowed.contains($0) }
      #expect(strangers.isEmpty, "\(file) imports \(strangers), which \(file.room) may not know")
    }
  }

  @Test func everyRightToImportIsUsed() throws {
    let files = try House.sources()
    for (room, allowed) in try FloorPlan().mayImport {
      let used = Set(files.filter { $0.room == room }.flatMap(\.imports))
      #expect(allowed.subtracting(used) == [], "\(room) may import what it does not")
    }
  }

  @Test func thePackageAgrees() throws {
    let plan = try FloorPlan()
    let package = try PackageDescription()
    let rooms = Set(plan.mayImport.keys)
    #expect(rooms.count == 12)
    for (room, allowed) in plan.mayImport {
      let declared = try #require(package.dependencies[room], "Package.swift has no target \(room)")
      let own = allowed.intersection(Set(package.dependencies.keys).union(package.products))
      #expect(declared == own, "\(room)")
    }
  }

  @Test func everyFileNamedInTheArchitectureExists() throws {
    let text = try String(contentsOf: House.root.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
    let names = Set(
      text.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
    )
    .filter { $0.hasSuffix(".swift") || $0.hasSuffix("/") }
    #expect(names.count > 50)
    let files = try House.sources().map { "/" + $0.path } + ["/Package.swift"]
    let missing = names.filter { name in
      !files.contains { name.hasSuffix("/") ? $0.contains("/" + name) : $0.hasSuffix("/" + name) }
    }
    #expect(missing == [])
  }

  @Test func noFileIsLongerThan400Lines() throws {
    let long = try House.sources().filter { $0.lines.count > 401 }
    #expect(long.map(\.path) == [])
  }

  @Test func halfTheFilesAreUnder120Lines() throws {
    let counts = try House.sources().map(\.lines.count).sorted()
    try #require(!counts.isEmpty)
    #expect(counts[counts.count / 2] < 120)
  }

  @Test(arguments: ["@unchecked", "try!", "fatalError(", "nonisolated(unsafe)", "TODO", "FIXME"])
  func noFileHas(_ word: String) throws {
    let guilty = try House.sources().filter { file in file.lines.contains { $0.contains(word) } }
    #expect(guilty.map(\.path) == [])
  }

  @Test func noRoomIsNamedLikeATypeInIt() throws {
    for file in try House.sources() {
      for kind in ["struct", "class", "enum", "actor", "protocol"] {
        let declares = file.lines.contains { line in
          let words = line.split(whereSeparator: { " :<{(".contains($0) })
          guard let index = words.firstIndex(of: Substring(kind)), index + 1 < words.count else {
            return false
          }
          return words[index + 1] == Substring(file.room)
        }
        #expect(!declares, "\(file) declares a \(kind) named like its module")
      }
    }
  }
}
