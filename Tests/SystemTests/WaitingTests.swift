import Foundation
import TestSupport
import Testing

@testable import System

/// Locks, pipes, and waiting for events.
@Suite struct WaitingTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  @Test func aLockIsHeldByOneUntilReleased() throws {
    let path = folder.file("lock")
    var first: FileLock? = try FileLock(path, waits: false)
    #expect(throws: FileLock.Failure.taken) { _ = try FileLock(path, waits: false) }
    first?.note(UInt8(ascii: "r"))
    #expect(try folder.text("lock") == "r")
    let isWaiting = Thread { _ = try? FileLock(path, waits: true) }
    isWaiting.start()
    first = nil
    _ = try FileLock(path, waits: true)
    #expect(throws: FileLock.Failure.system(.missing)) {
      _ = try FileLock(folder.file("no/lock"), waits: false)
    }
  }

  @Test func aPipeWakesAWaitingThread() throws {
    let pipe = try WakePipe()
    #expect(try Readiness.wait(for: [pipe.number], milliseconds: 0).isTimeOut)
    for _ in 0..<70_000 { pipe.ring() }
    let found = try Readiness.wait(for: [nil, pipe.number])
    #expect(!found.isTimeOut && !found.isInterrupted)
    #expect(!found.hasNews(0) && found.hasNews(1) && found.hasInput(1) && found.canRead(1))
    #expect(!found.isGone(1) && !found.hasNews(2))
    pipe.drain()
    #expect(try Readiness.wait(for: [pipe.number], milliseconds: 0).isTimeOut)
  }

  @Test func aClosedDescriptorIsGone() throws {
    let found = try Readiness.wait(for: [999], milliseconds: 0)
    #expect(found.isGone(0))
  }

  @Test func changesOfAFolderAreReported() throws {
    let inotify = try Inotify()
    let watch = try inotify.watch(
      folder.path, for: [.written, .made, .removed, .movedTo, .selfRemoved, .foldersOnly])
    #expect(inotify.take().isEmpty)
    try folder.write("file", text: "x")
    try FileManager.default.createDirectory(atPath: folder.file("sub"), withIntermediateDirectories: false)
    #expect(try Readiness.wait(for: [inotify.number], milliseconds: 5_000).canRead(0))
    let events = inotify.take()
    #expect(events.allSatisfy { $0.watch == watch })
    #expect(events.contains { $0.name == "sub" && $0.events.isSuperset(of: [.made, .isFolder]) })
    Paths.removeTree(folder.path)
    let ending = inotify.take()
    #expect(ending.contains { $0.events.contains(.selfRemoved) && $0.name == "" })
    #expect(ending.last?.events.contains(.ended) == true)
    #expect(throws: SystemError.missing) { _ = try inotify.watch(folder.path, for: .made) }
  }

  @Test func clocksGoForward() {
    let (seconds, milliseconds) = (MonotonicClock.seconds, MonotonicClock.milliseconds)
    Sleep.milliseconds(5)
    Sleep.milliseconds(within: 1...2)
    #expect(MonotonicClock.seconds - seconds >= 0.005)
    #expect(MonotonicClock.milliseconds - milliseconds >= 5)
    #expect(abs(Double(WallClock.seconds) - Date().timeIntervalSince1970) < 5)
    #expect(
      WallClock.zoneOffset(at: 0) == TimeZone.current.secondsFromGMT(for: Date(timeIntervalSince1970: 0)))
  }

  /// In a process of its own, because other tests read the environment meanwhile.
  @Test func theEnvironmentIsReadAndRestored() async {
    await #expect(processExitsWith: .success) {
      let name = "NEWSROOM_TEST_VARIABLE"
      precondition(Environment[name] == nil)
      Environment.with([(name, "x")]) { precondition(Environment[name] == "x") }
      precondition(Environment[name] == nil)
      Environment.with([(name, "")]) { precondition(Environment[name] == nil) }
      precondition(Environment.home.hasPrefix("/"))
    }
  }

  @Test func theProcessKnowsItself() {
    #expect(ThisProcess.processors >= 1)
    #expect(ThisProcess.raiseOpenFiles(to: 64) >= 64)
    ThisProcess.releaseProgramPages()
    #expect(SystemFile.text("/proc/self/maps").contains("r-xp"))
    #expect(SystemFile.text("/proc/self/nothing") == "")
    #expect(!TerminalDevice.isTerminal(999))
    #expect(TerminalDevice.size(of: 999) == nil)
    #expect(BinaryExponent.of(10) == 1_024)
    #expect(BinaryExponent.power(of: 1_024) == 10)
  }
}
