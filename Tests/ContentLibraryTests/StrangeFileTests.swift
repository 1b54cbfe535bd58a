import Foundation
import Glibc
import Stories
import StoryFormats
import Testing

@testable import ContentLibrary

@Suite struct StrangeFileTests {
  let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  @Test func onlyRegularFilesOfTheDirectoryAreRead() throws {
    try newsroom.write("good.slip", "headline: Good\n\nText")
    try newsroom.write("../outside/bad.slip", "headline: Outside\n\nText")
    #expect(mkfifo(newsroom.directory + "/pipe.slip", 0o600) == 0)
    for (target, name) in [
      ("../outside/bad.slip", "link.slip"), ("../outside", "folder"), (".", "loop"),
      ("gone", "dangling.slip"),
      ("self.slip", "self.slip"), ("/dev/zero", "zero.slip"),
    ] { #expect(symlink(target, newsroom.directory + "/" + name) == 0) }
    try newsroom.write(".hidden.slip", "headline: Hidden\n\nText")
    try newsroom.write(".git/also.slip", "headline: Hidden\n\nText")
    let library = try newsroom.library()
    let summary = try library.refreshed()
    #expect((summary.stories, summary.files) == (1, 1))
    #expect(try library.rows().map(\.path) == ["good.slip"])
  }

  @Test(arguments: [
    "folder/bad.slip", "link.slip", "../outside/bad.slip", "./../outside/bad.slip", "pipe.slip", "", "/", ".",
    "good.slip/x", "folder/\u{301}x", "good.slip\0", "zero.slip",
  ])
  func noPathLeadsOut(_ path: String) throws {
    try newsroom.write("good.slip", "headline: Good\n\nText")
    try newsroom.write("../outside/bad.slip", "headline: Outside\n\nText")
    try newsroom.write("../outside/\u{301}x", "headline: Outside\n\nText")
    #expect(mkfifo(newsroom.directory + "/pipe.slip", 0o600) == 0)
    #expect(symlink("../outside", newsroom.directory + "/folder") == 0)
    #expect(symlink("../outside/bad.slip", newsroom.directory + "/link.slip") == 0)
    #expect(symlink("/dev/zero", newsroom.directory + "/zero.slip") == 0)
    let library = try newsroom.library()
    #expect(throws: LibraryError.self) { try SafeFile(root: library.root).read(path) }
  }

  @Test func namesOfAllKindsAreKept() throws {
    let names = [
      "new\nline.slip", "blank s.slip", "quote'\".slip", "%s%n.slip", "æøå.slip", "e\u{301}.slip",
      "\u{e9}.slip",
      String(repeating: "n", count: 250) + ".slip", "\u{1b}[31m.slip", "-rf.slip",
    ]
    for (number, name) in names.enumerated() {
      try newsroom.write("\(number).tmp", "headline: Story \(number)\n\nText")
      #expect(Glibc.rename(newsroom.directory + "/\(number).tmp", newsroom.directory + "/" + name) == 0)
    }
    let library = try newsroom.library()
    #expect(try library.refreshed().stories == names.count)
    for row in try library.rows() { #expect(try library.open(row.id).story.headline == row.headline) }
    let second = try library.refreshed()
    #expect((second.unchanged, second.bytes) == (names.count, 0))
    // Swift treats this name and the one with the composed letter as equal; the file system does not.
    #expect(unlink(newsroom.directory + "/e\u{301}.slip") == 0)
    #expect(try library.refreshed().removed == 1)
  }

  @Test func nameThatIsNotUnicodeIsAProblem() throws {
    let bytes = Array((newsroom.directory + "/").utf8) + [0xE6, 0x2E, 0x73] + [0]
    let descriptor = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o600) } ?? -1
      }
    }
    #expect(descriptor >= 0)
    close(descriptor)
    let library = try newsroom.library()
    let summary = try library.refreshed()
    #expect((summary.stories, summary.problems) == (0, 1))
    #expect(
      try library.problems().map(\.reason) == [
        "the file's name is not valid UTF-8; rename the file so that it can be read"
      ])
    #expect(try library.refreshed().problems == 1)
  }

  @Test func veryDeepFoldersEndInAProblem() throws {
    try newsroom.write("d/" + String(repeating: "d/", count: 62) + "deep.slip", "headline: Deep\n\nText")
    try newsroom.write(String(repeating: "e/", count: 80) + "deeper.slip", "headline: Deeper\n\nText")
    let library = try newsroom.library()
    let summary = try library.refreshed()
    #expect((summary.stories, summary.problems) == (1, 1))
  }

  @Test func fileReplacedBetweenWalkAndReadIsAProblem() throws {
    for name in ["pipe", "gone", "link", "folder"] {
      try newsroom.write("\(name).slip", "headline: \(name)\n\nText")
    }
    let library = try newsroom.library()
    try library.refreshed()
    let directory = newsroom.directory
    for name in ["pipe", "gone", "link", "folder"] { unlink(directory + "/\(name).slip") }
    mkfifo(directory + "/pipe.slip", 0o600)
    symlink("/etc/passwd", directory + "/link.slip")
    mkdir(directory + "/folder.slip", 0o700)
    for row in try library.rows() {
      #expect(throws: LibraryError.self) { try library.open(row.id) }
    }
    let reader = FileReader(library: library)
    let entries = ["pipe", "gone", "link", "folder"].map {
      Scanner.Entry(path: $0 + ".slip", size: 1, modified: 1)
    }
    let reasons = entries.map { reader.read($0).problems.map(\.reason) }
    #expect(
      reasons == [
        ["the file can't be read: it is not a regular file"],
        ["the file can't be read: No such file or directory"],
        ["the file can't be read: it is a symbolic link"],
        ["the file can't be read: it is not a regular file"],
      ])
    #expect(try library.refreshed().removed == 4)
  }

  @Test func fileOverTheBoundIsAProblemUntilItIsNot() throws {
    try newsroom.write("big.slip", "headline: Big\n\nText")
    #expect(truncate(newsroom.directory + "/big.slip", SafeFile.maximumSize + 1) == 0)
    let library = try newsroom.library()
    #expect(try library.refreshed().stories == 0)
    #expect(try library.problems().map(\.reason) == ["the file can't be read: it is larger than 64 MB"])
    let again = try library.refreshed()
    #expect((again.changedAnything, again.problems, again.bytes) == (false, 1, 0))
    #expect(truncate(newsroom.directory + "/big.slip", 20) == 0)
    #expect(try library.refreshed().problems == 0)
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func unreadableFileIsReadOnceItIsReadable() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    chmod(newsroom.directory + "/a.slip", 0)
    let library = try newsroom.library()
    #expect(try library.refreshed().problems == 1)
    chmod(newsroom.directory + "/a.slip", 0o600)
    #expect(try library.refreshed().stories == 1)
  }

  @Test func timesFarAwayAreKept() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    for year in [Int(9_300_000_000), 15_000_000_000, -9_300_000_000, -1] {
      var times = [timespec(tv_sec: year, tv_nsec: 0), timespec(tv_sec: year, tv_nsec: 5)]
      utimensat(AT_FDCWD, newsroom.directory + "/a.slip", &times, 0)
      let library = try newsroom.library()
      #expect(try library.refreshed().stories == 1)
    }
  }

  @Test func oneFileMayBeReadAlone() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    let library = try newsroom.library()
    #expect(try Library.source(ofFile: newsroom.directory + "/a.slip").bytes.count == 19)
    #expect(throws: LibraryError.self) { try Library.source(ofFile: newsroom.directory) }
    #expect(throws: LibraryError.self) { try Library.source(ofFile: "/dev/zero") }
    #expect(library.path(ofFile: newsroom.directory + "/./a.slip") == "a.slip")
    #expect(library.path(ofFile: "/etc/passwd") == nil)
    #expect(library.path(ofFile: newsroom.directory) == nil)
  }
}
