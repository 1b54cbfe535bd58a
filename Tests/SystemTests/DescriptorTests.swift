import Foundation
import TestSupport
import Testing

@testable import System

/// Descriptors close themselves, read what there is, and report errors.
@Suite struct DescriptorTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func isOpen(_ number: Int32) -> Bool { fcntl(number, F_GETFD) >= 0 }

  @Test func itIsClosedWithTheLastWhoHoldsIt() throws {
    // A number far from those that other tests get meanwhile.
    let path = try folder.write("file", text: "x")
    let source = open(path, O_RDONLY)
    let number = fcntl(source, F_DUPFD, 900)
    close(source)
    var file: Descriptor? = Descriptor(owning: number)
    var copy = file
    file = nil
    #expect(isOpen(number))
    copy = nil
    #expect(!isOpen(number))
    _ = (file, copy)
  }

  @Test func whatIsBorrowedStaysOpen() throws {
    let number = open(try folder.write("file", text: "x"), O_RDONLY)
    defer { close(number) }
    do {
      let borrowed = Descriptor(borrowing: number)
      #expect(try borrowed.status().size == 1)
    }
    #expect(isOpen(number))
  }

  @Test func errorsSayWhatTheyAre() throws {
    try folder.write("file", text: "x")
    symlink("file", folder.file("link"))
    let here = try Descriptor.open(folder.path, .read, .folder)
    func failure(_ work: () throws -> Void) -> SystemError? {
      do { try work() } catch { return error as? SystemError }
      return nil
    }
    let missing = failure { _ = try here.open("nothing") }
    #expect(missing == .missing)
    #expect(missing?.isMissing == true)
    #expect(missing?.description == "No such file or directory")
    #expect(failure { _ = try here.open("link", .read, .noLink) }?.isLink == true)
    #expect(failure { _ = try here.open("file", .read, .folder) }?.mayBeLink == true)
    #expect(failure { _ = try here.open("file", .write, .createNew) } == .exists)
    #expect(failure { _ = try Descriptor.open("a\0b") }?.number == EINVAL)
    #expect(failure { _ = try here.status(of: "nothing") } == .missing)
    #expect(failure { _ = try Descriptor(borrowing: -1).status() }?.number == EBADF)
    var room: [UInt8] = [0]
    #expect(failure { _ = try here.read(into: &room) }?.number == EISDIR)
    #expect(failure { _ = try here.read(into: &room, at: 0) }?.number == EISDIR)
    #expect(failure { try Descriptor(borrowing: -1).write([1]) }?.number == EBADF)
    #expect(failure { try here.write([1], at: 0) }?.number == EBADF)
    #expect(failure { _ = try FolderReader(Descriptor.open(folder.file("file"))) }?.number == ENOTDIR)
    #expect(failure { try Paths.makeFolder(folder.file("no/such")) } == .missing)
    #expect(failure { try Paths.move(folder.file("a"), to: folder.file("b")) } == .missing)
    #expect(failure { try Paths.setLength(of: folder.file("a"), to: 3) } == .missing)
  }

  @Test func bytesAreReadFromWhereItStandsOrFromAPlace() throws {
    let file = try Descriptor.open(try folder.write("file", text: "0123456789"), .readAndWrite)
    var room = [UInt8](repeating: 0, count: 4)
    #expect(try file.read(into: &room) == 4)
    #expect(try file.read(into: &room, at: 8) == 2)
    #expect(room.starts(with: "89".utf8))
    #expect(try file.read(into: &room, at: 0, atMost: 1) == 1)
    file.seek(to: 1)
    #expect(try String(decoding: file.readToEnd(limit: 9), as: UTF8.self) == "123456789")
    file.seek(to: 0)
    #expect(throws: WholeFileFailure.tooLarge(limit: 9)) { try file.readToEnd(limit: 9) }
    try file.write([0x41], at: 2)
    try file.setPermissions(0o600)
    try file.sync()
    let copy = try file.duplicate()
    #expect(try copy.status().identity == file.status().identity)
    #expect(try folder.text("file") == "01A3456789")
  }

  @Test func whatIsWrittenIntoAFullPipeWaitsForItsReader() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (reader, writer) = (Descriptor(owning: ends[0]), Descriptor(owning: ends[1]))
    writer.stopWaiting()
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let thread = Thread { try? writer.write(bytes) }
    thread.start()
    var all: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 10_000)
    while all.count < bytes.count { all += room[..<(try reader.read(into: &room))] }
    #expect(all == bytes)
  }

  @Test func entriesOfAFolderSayWhatTheyAre() throws {
    try folder.write("file", text: "x")
    try folder.write("sub/file", text: "x")
    symlink("file", folder.file("link"))
    mkfifo(folder.file("pipe"), 0o600)
    // A name that is not UTF-8.
    let odd = folder.path.utf8CString.dropLast() + [0x2F, CChar(bitPattern: 0xFF), 0x61, 0]
    close(open(Array(odd), O_CREAT | O_WRONLY, 0o600))
    let here = try Descriptor.open(folder.path, .read, .folder)
    let entries = try FolderReader(here)
    var found: [String: FileStatus.Kind] = [:]
    while let entry = try entries.next() {
      let kind = try entry.kind ?? here.status(of: entry.name).kind
      found[entry.name] = kind
      #expect(entry.isNamedInUTF8 == (entry.name != "\u{FFFD}a"))
    }
    #expect(found == ["file": .file, "sub": .folder, "link": .link, "pipe": .pipe, "\u{FFFD}a": .file])
    #expect(here.target(ofLink: "link") == "file")
    #expect(here.target(ofLink: "file") == nil)
    #expect(try here.status(of: "link").kind == .link)
    #expect(FileStatus(of: "/dev/null")?.kind == .device)
    #expect(FileStatus(of: folder.file("nothing")) == nil)
    Paths.removeTree(folder.path)
    #expect(!Paths.exists(folder.path))
  }

  @Test(arguments: [
    ("a/b/c", "a/b", "c"), ("c", ".", "c"), ("/c", "/", "c"), ("/a/c", "/a", "c"), ("a/", "a", ""),
  ])
  func pathsHaveAFolderAndAName(_ path: String, folder: String, name: String) {
    #expect(Paths.folder(of: path) == folder)
    #expect(Paths.name(of: path) == name)
  }

  @Test func pathsAreMadeAndFound() throws {
    Paths.makeFolders(above: folder.file("a/b/c"))
    #expect(FileStatus(of: folder.file("a/b"))?.kind == .folder)
    #expect(Paths.real(folder.file("a/../a/b/.")) == Paths.real(folder.file("a/b")))
    #expect(Paths.real(folder.file("nothing")) == nil)
    #expect(Paths.isMissing(folder.file("nothing")))
    #expect(!Paths.isMissing(folder.path))
    #expect(Paths.isReadable(folder.path))
    #expect(Paths.obstacle(toWriting: folder.path) == nil)
    #expect(Paths.obstacle(toWriting: folder.file("nothing")) == .missing)
    #expect(try #require(FileStatus(of: folder.file("a"))).isOpenToOthers == false)
    for path in [Paths.makeTemporaryFile(), Paths.makeTemporaryFolder()] {
      let path = try #require(path)
      #expect(Paths.exists(path))
      Paths.removeTree(path)
      Paths.remove(path)
      #expect(!Paths.exists(path))
    }
  }
}
