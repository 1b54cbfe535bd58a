import Foundation
import TestSupport
import Testing

/// That what is said of the release and of other people's work is true.
@Suite struct PackagingTests {
  private func text(_ path: String) throws -> String {
    try String(contentsOf: House.root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Every package that is linked is named with the version that is built, and its licence is installed.
  @Test func everyPackageIsNamedWithItsVersion() throws {
    let table = try text("THIRD-PARTY.md")
    let licences = try text("Packaging/copyright")
    let resolved = try JSONSerialization.jsonObject(with: Data(try text("Package.resolved").utf8))
    let pins = try #require((resolved as? [String: Any])?["pins"] as? [[String: Any]])
    #expect(pins.count == 2)
    for pin in pins {
      let location = try #require(pin["location"] as? String)
      let name = try #require(location.split(separator: "/").last.map(String.init))
      let version = try #require((pin["state"] as? [String: Any])?["version"] as? String)
      #expect(table.contains("| \(name) | \(version) |"), "THIRD-PARTY.md has not \(name) \(version)")
      #expect(licences.contains("Files: linked/\(name)/*"), "Packaging/copyright has not \(name)")
    }
  }

  /// Every module map of a library of the system has a row.
  @Test func everyLibraryOfTheSystemIsNamed() throws {
    let table = try text("THIRD-PARTY.md")
    let libraries = try text("Package.swift").components(separatedBy: ".systemLibrary(name: \"").dropFirst()
      .compactMap { $0.split(separator: "\"").first.map(String.init) }
    #expect(libraries.count > 6)
    for library in libraries { #expect(table.contains("| `\(library)` |"), "\(library)") }
  }

  /// Tables that were made from other people's data have one as well.
  @Test func everyTableOfDataIsNamed() throws {
    let table = try text("THIRD-PARTY.md")
    let made = try House.sources().filter { $0.lines.first?.hasPrefix("// Made by Tests/Tools/") == true }
    #expect(made.count > 3)
    for file in made { #expect(table.contains("| `\(file.path)` |"), "\(file)") }
  }

  /// The version stands in one place.
  @Test func theVersionIsSaidOnce() throws {
    let source = try text("Sources/newsroom/Newsroom.swift")
    let line = try #require(source.split(separator: "\n").first { $0.contains("static let version = ") })
    let version = try #require(line.split(separator: "\"").dropFirst().first.map(String.init))
    #expect(version.split(separator: ".").count == 3)
    let packaging = try FileManager.default.contentsOfDirectory(
      atPath: House.root.appendingPathComponent("Packaging").path)
    for path in packaging.map({ "Packaging/" + $0 }) + ["Makefile", "Package.swift", "RELEASE.md"] {
      #expect(try !text(path).contains(version), "\(path)")
    }
    for file in try House.sources() where file.path != "Sources/newsroom/Newsroom.swift" {
      #expect(!file.lines.contains { $0.contains("\"\(version)\"") }, "\(file)")
    }
  }

  @Test func theReleaseIsMadeInTwelveLines() throws {
    #expect(try text("RELEASE.md").split(separator: "\n").count <= 12)
  }

  private static let hasTools = ["dpkg-deb", "dpkg-shlibdeps"].allSatisfy {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
  }

  /// The same program, laid out twice in different folders, at different times and in another order, makes
  /// the same package.
  @Test(.enabled(if: hasTools, "dpkg-dev is not installed"))
  func thePackageOfTheSameProgramHasTheSameBytes() throws {
    let scratch = try ScratchFolder()
    let files = [
      "share/zsh/site-functions/_newsroom", "share/doc/newsroom/LICENSE", "share/doc/newsroom/copyright",
      "share/man/man1/newsroom.1", "lib/systemd/system/newsroom@.service",
      "lib/systemd/user/newsroom.service",
      "share/newsroom/Content/a.md",
    ]
    var packages: [Data] = []
    for (copy, files) in [("one", files), ("two", files.reversed())] {
      for file in files { try scratch.write("\(copy)/\(file)", Array("of \(file)\n".utf8)) }
      // Any program that is linked with the C library will do.
      try scratch.write("\(copy)/bin/newsroom", Data(contentsOf: URL(fileURLWithPath: "/bin/cat")))
      for file in files + ["bin/newsroom"] {
        let day = Date(timeIntervalSince1970: copy == "one" ? 1_000_000 : 2_000_000)
        try FileManager.default.setAttributes(
          [.modificationDate: day], ofItemAtPath: scratch.file("\(copy)/\(file)"))
      }
      let status = try Spawn.run(
        [
          House.root.appendingPathComponent("Packaging/deb").path, scratch.file(copy),
          scratch.file("\(copy).out"), "1.2.3",
        ], environment: ["PATH": Spawn.path, "SOURCE_DATE_EPOCH": "1700000000"],
        errors: scratch.file("errors"))
      let errors = try String(contentsOfFile: scratch.file("errors"), encoding: .utf8)
      #expect(status == 0, "\(errors)")
      let made = try FileManager.default.contentsOfDirectory(atPath: scratch.file("\(copy).out"))
      packages.append(
        try Data(contentsOf: URL(fileURLWithPath: scratch.file("\(copy).out/\(made.first ?? "")"))))
    }
    #expect(packages[0] == packages[1])
    #expect(packages[0].count > 1_000)
  }
}
