import Foundation
import TestSupport
import Testing

@testable import System

/// Small files are read whole and replaced whole, or not at all.
@Suite struct SmallFileTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func file(limit: Int = 100) -> SmallFile { SmallFile(folder.file("notes"), limit: limit) }

  @Test func aMissingFileIsNil() throws {
    #expect(try file().read() == nil)
    #expect(try SmallFile(folder.file("no/such/folder")).read() == nil)
  }

  @Test(arguments: [0, 1, 99, 100]) func upToTheLimitEverythingIsRead(_ count: Int) throws {
    try folder.write("notes", text: String(repeating: "x", count: count))
    #expect(try file().read()?.count == count)
  }

  @Test func beyondTheLimitNothingIsRead() throws {
    try folder.write("notes", text: String(repeating: "x", count: 101))
    let failure = SmallFile.Failure(path: folder.file("notes"), reason: .tooLarge(limit: 100))
    #expect(throws: failure) { try file().read() }
    #expect(throws: failure) { try file().update { _ in "short" } }
    #expect(try folder.bytes("notes").count == 101)
    #expect(failure.description.contains("100 bytes"))
  }

  @Test func nothingBeyondTheLimitIsWritten() throws {
    try folder.write("notes", text: "before")
    #expect(throws: SmallFile.Failure(path: folder.file("notes"), reason: .tooLarge(limit: 100))) {
      try file().replace(with: [UInt8](repeating: 1, count: 101))
    }
    #expect(try folder.text("notes") == "before")
    #expect(try folder.names == ["notes"])
  }

  @Test func aFileThatIsNotTextIsNotWrittenBack() throws {
    try folder.write("notes", [0x41, 0xFF, 0x42])
    #expect(throws: SmallFile.Failure(path: folder.file("notes"), reason: .notText)) {
      try file().update { ($0 ?? "") + "more" }
    }
    #expect(try folder.bytes("notes") == [0x41, 0xFF, 0x42])
  }

  @Test func permissionsStayAndALinkStaysALink() throws {
    try folder.write("real/notes", text: "before")
    chmod(folder.file("real/notes"), 0o640)
    symlink("real/notes", folder.file("notes"))
    try file().update { ($0 ?? "") + ", after" }
    #expect(try folder.text("real/notes") == "before, after")
    #expect(FileStatus(of: folder.file("real/notes"))?.permissions == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("notes")) == "real/notes")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("real")) == ["notes"])
  }

  @Test func aNewFileIsForItsOwnerAlone() throws {
    try SmallFile(folder.file("a/b/notes")).replace(with: Array("x".utf8))
    #expect(FileStatus(of: folder.file("a/b/notes"))?.permissions == 0o600)
    #expect(FileStatus(of: folder.file("a"))?.permissions == 0o700)
  }

  @Test func ifItCannotBeReplacedItStays() throws {
    try folder.write("notes/inside", text: "x")
    #expect(throws: SmallFile.Failure(path: folder.file("notes"), reason: .notAFile)) {
      try file().replace(with: [1])
    }
    mkfifo(folder.file("pipe"), 0o600)
    #expect(throws: SmallFile.Failure(path: folder.file("pipe"), reason: .notAFile)) {
      try SmallFile(folder.file("pipe")).read()
    }
    #expect(throws: SmallFile.Failure.self) { try SmallFile("/proc/version/notes").replace(with: [1]) }
  }

  @Test func simultaneousChangesAreAllKept() throws {
    let file = SmallFile(folder.file("notes"))
    DispatchQueue.concurrentPerform(iterations: 60) { number in
      #expect(throws: Never.self) { try file.update { ($0 ?? "") + "\(number)\n" } }
    }
    #expect(try Set(folder.text("notes").split(separator: "\n")).count == 60)
    #expect(try folder.names == ["notes"])
  }
}
