import Foundation
import Stories
import Synchronization
import Testing

@testable import ContentLibrary

@Suite struct WatchTests {
  private let newsroom: TemporaryNewsroom

  init() throws { newsroom = try TemporaryNewsroom() }

  /// Counts the events of a watch.
  final class Bell: Sendable {
    private let rings = Mutex(0)
    var count: Int { rings.withLock { $0 } }
    func ring() { rings.withLock { $0 += 1 } }

    /// Whether it has rung more than `before` times, within a long wait.
    func rang(after before: Int) -> Bool {
      for _ in 0..<1_000 {
        if count > before { return true }
        Thread.sleep(forTimeInterval: 0.01)
      }
      return false
    }
  }

  @Test func everyRelevantChangeIsReported() throws {
    try newsroom.write("desk/a.slip", "headline: One\n\nText")
    let library = try newsroom.library()
    let bell = Bell()
    let watch = Watch(library) { bell.ring() }
    defer { withExtendedLifetime(watch) {} }
    try #require(watch.isTold)
    func expectRing(_ what: String, _ work: () throws -> Void) throws {
      let before = bell.count
      try work()
      #expect(bell.rang(after: before), "\(what)")
    }
    // The folders are watched before the first change is reported, or soon after.
    try expectRing("a file lands") { try newsroom.write("b.slip", "headline: Two\n\nText") }
    try expectRing("a file in a folder changes") {
      try newsroom.write("desk/a.slip", "headline: One more\n\nText")
    }
    try expectRing("a file is renamed") { try newsroom.rename("b.slip", "c.slip") }
    try expectRing("a file vanishes") { try newsroom.remove("c.slip") }
    try expectRing("a folder lands with a file in it") {
      try newsroom.write("new/deep/d.slip", "headline: Deep\n\nText")
    }
    try expectRing("a file in the new folder changes") {
      try newsroom.write("new/deep/e.slip", "headline: E\n\nText")
    }
    try library.refreshed()
    #expect(try library.rows().count == 3)
  }

  @Test func ignoredFilesAreNotReportedButTargetsOfLinksAre() throws {
    try newsroom.write("a.slip", "headline: One\n\nText")
    try newsroom.write("node_modules/x/b.slip", "headline: Two\n\nText")
    try newsroom.write("drafts/c.slip", "headline: Three\n\nText")
    try newsroom.write(".newsroomignore", "drafts/\n*.bak\n")
    try newsroom.write(".store/d.slip", "headline: Four\n\nText")
    try newsroom.write(".vault/e.slip", "headline: Five\n\nText")
    for (target, name) in [(".store/d.slip", "d.slip"), (".vault", "vault"), (".", "loop")] {
      #expect(symlink(target, newsroom.directory + "/" + name) == 0)
    }
    var configuration = Library.Configuration(
      directory: newsroom.directory, indexPath: newsroom.indexPath, marksPath: newsroom.marksPath,
      formats: [Slip()])
    configuration.links = .inside
    let library = try Library(configuration)
    let bell = Bell()
    let watch = Watch(library) { bell.ring() }
    defer { withExtendedLifetime(watch) {} }
    try newsroom.write("a.slip", "headline: One more\n\nText")
    #expect(bell.rang(after: 0))
    Thread.sleep(forTimeInterval: 0.4)
    var before = bell.count
    for path in ["node_modules/x/b.slip", "drafts/c.slip", "a.bak", "~$a.slip", ".hidden"] {
      try newsroom.write(path, "headline: Other\n\nText")
    }
    Thread.sleep(forTimeInterval: 0.6)
    #expect(bell.count == before)
    try newsroom.write(".store/d.slip", "headline: Four more\n\nText")
    #expect(bell.rang(after: before), "what a link leads to")
    before = bell.count
    try newsroom.write(".vault/f.slip", "headline: Six\n\nText")
    #expect(bell.rang(after: before), "in a folder that a link leads to")
    Thread.sleep(forTimeInterval: 0.4)
    before = bell.count
    try newsroom.write(".newsroomignore", "*.bak\n")
    #expect(bell.rang(after: before), "other rules")
    Thread.sleep(forTimeInterval: 0.4)
    before = bell.count
    try newsroom.write("drafts/g.slip", "headline: Seven\n\nText")
    #expect(bell.rang(after: before), "in a folder that the rules let in again")
  }

  @Test func manyChangesAreReportedTogetherAndNoneWhenIdle() throws {
    let library = try newsroom.library()
    let bell = Bell()
    let watch = Watch(library) { bell.ring() }
    defer { withExtendedLifetime(watch) {} }
    for number in 0..<300 { try newsroom.write("\(number).slip", "headline: \(number)\n\nText") }
    #expect(bell.rang(after: 0))
    Thread.sleep(forTimeInterval: 1)
    let count = bell.count
    #expect(count < 30)
    Thread.sleep(forTimeInterval: 0.5)
    #expect(bell.count == count)
  }

  @Test func anEndedWatchReportsNothing() throws {
    let library = try newsroom.library()
    let bell = Bell()
    var watch: Watch? = Watch(library) { bell.ring() }
    try newsroom.write("a.slip", "headline: A\n\nText")
    #expect(bell.rang(after: 0))
    withExtendedLifetime(watch) {}
    watch = nil
    Thread.sleep(forTimeInterval: 0.3)
    let count = bell.count
    try newsroom.write("b.slip", "headline: B\n\nText")
    Thread.sleep(forTimeInterval: 0.5)
    #expect(bell.count == count)
  }

  @Test(arguments: [
    ("/news", false), ("/mnt/share", true), ("/mnt/share/deep/er", true), ("/mnt/shared", false),
    ("/mnt/share/disk/x", false),
    ("/home/a b", true),
  ])
  func fileSystemsWithoutEventsAreKnown(_ path: String, _ isSilent: Bool) {
    let mounts = """
      /dev/sda1 / ext4 rw 0 0
      server:/x /mnt/share nfs4 rw 0 0
      /dev/sdb1 /mnt/share/disk xfs rw 0 0
      sshfs#host: /home/a\\040b fuse.sshfs rw 0 0
      """
    #expect(FileSystem.isSilent(path, mounts: mounts) == isSilent)
  }
}
