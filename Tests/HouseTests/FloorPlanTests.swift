import Testing

/// The table of ARCHITECTURE.md: which room may import what.
@Suite struct FloorPlanTests {
  static let mayImport: [String: Set<String>] = [
    "Stories": [],
    "Screen": [],
    "System": ["Glibc"],
    "Words": ["Stories", "CStemmer"],
    "StoryFormats": [
      "Stories", "Words", "CXML", "CHTML", "CMarkdown", "Yams", "TOMLKit", "FoundationEssentials", "Glibc",
    ],
    "Typesetting": ["Stories", "Words", "Screen", "CHyphen", "Glibc", "Synchronization"],
    "ContentLibrary": [
      "Stories", "Words", "StoryFormats", "System", "GRDB", "GRDBSQLite", "CZlib", "CZstd",
      "Synchronization", "Dispatch",
    ],
    "NewsroomUI": ["Stories", "Words", "Typesetting", "Screen"],
    "Terminal": ["Screen", "System", "CNcurses", "CSignals"],
    "newsroom": [
      "Stories", "Words", "Screen", "StoryFormats", "Typesetting", "ContentLibrary", "NewsroomUI", "Terminal",
      "System", "ArgumentParser", "Synchronization", "Dispatch", "TOMLKit",
    ],
  ]

  @Test func everyImportIsInTheFloorPlan() throws {
    let files = try House.sources()
    #expect(files.count > 30)
    for file in files {
      let allowed = try #require(Self.mayImport[file.room], "\(file.room) is not a room of the house")
      let strangers = file.imports.filter { !allowed.contains($0) }
      #expect(strangers.isEmpty, "\(file) imports \(strangers), which \(file.room) may not know")
    }
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
