import ContentLibrary
import Foundation
import NewsroomUI
import Stories
import Synchronization
import System
import TestSupport
import Testing

@testable import newsroom

/// Of several readers of an index, one watches the directory and the others hear of its changes.
@Suite struct DirectoryKeeperTests {
  private let reader: Reader

  init() throws { reader = try Reader() }

  /// What a keeper has asked for.
  private final class Asked: Sendable {
    let refreshes = Mutex<[Bool]>([])
    let changes = Mutex(0)

    func keeper(of library: Library) -> DirectoryKeeper {
      DirectoryKeeper(
        library: library, refresh: { saysWhatIsNew in self.refreshes.withLock { $0.append(saysWhatIsNew) } },
        changed: { self.changes.withLock { $0 += 1 } })
    }

    var isKeeping: Bool { refreshes.withLock { $0.contains(false) } }
  }

  /// The same library, opened by a second reader.
  private func other() throws -> Library {
    var configuration = Library.Configuration(directory: reader.folder.file("stories"))
    configuration.indexPath = reader.folder.file("index")
    configuration.marksPath = reader.folder.file("marks")
    return try Library(configuration)
  }

  /// Waits up to ten seconds for a condition, and returns whether it came true.
  private func happens(_ condition: () -> Bool) -> Bool {
    for _ in 0..<500 {
      if condition() { return true }
      usleep(20_000)
    }
    return false
  }

  @Test func theFirstReadsTheDirectoryAndSeesEveryChange() throws {
    let asked = Asked()
    let keeper = asked.keeper(of: reader.library)
    keeper.begin()
    #expect(happens { asked.isKeeping })
    _ = try reader.library.refresh()
    try reader.folder.write("stories/ice.md", text: Reader.story("Ice", day: 9, "Ice lies on the sound."))
    #expect(happens { asked.refreshes.withLock { $0.contains(true) } })
    withExtendedLifetime(keeper) {}
  }

  @Test func theSecondListensAndTakesOverWhenTheFirstPauses() throws {
    let (first, second) = (Asked(), Asked())
    let library = try other()
    let (one, two) = (first.keeper(of: reader.library), second.keeper(of: library))
    one.begin()
    #expect(happens { first.isKeeping })
    two.begin()
    _ = try reader.library.refresh()
    #expect(happens { second.changes.withLock { $0 > 0 } })
    #expect(!second.isKeeping)
    one.pause()
    #expect(happens { second.isKeeping })
    // The first comes back, and listens to the second.
    one.resume()
    try reader.folder.write("stories/ice.md", text: Reader.story("Ice", day: 9, "Ice lies on the sound."))
    _ = try library.refresh()
    #expect(happens { first.changes.withLock { $0 > 0 } })
    // A listener that pauses and resumes goes on listening.
    let heard = first.changes.withLock(\.self)
    one.pause()
    one.resume()
    try reader.folder.write("stories/fog2.md", text: Reader.story("Fog again", day: 9, "It is grey."))
    _ = try library.refresh()
    #expect(happens { first.changes.withLock { $0 > heard } })
    two.pause()
    withExtendedLifetime((one, two)) {}
  }

  /// The keeper of a reader posts what another process has changed.
  @Test func changesByAnotherProcessReachTheMailbox() throws {
    _ = try reader.library.refresh()
    let library = try other()
    let seat = WriterLock(library)
    #expect(seat.take())
    let mailbox = try Mailbox()
    let runner = EffectRunner(library: reader.library, mailbox: mailbox)
    let keeper = runner.keeper()
    keeper.begin()
    try reader.folder.write("stories/ice.md", text: Reader.story("Ice", day: 9, "Ice lies on the sound."))
    _ = try library.refresh()
    var (hasChanged, landed) = (false, 0)
    #expect(
      happens {
        for letter in mailbox.take() {
          switch letter.event {
          case .libraryChanged: hasChanged = true
          case .landed(let landing): landed += landing.count
          default: break
          }
        }
        return hasChanged && landed == 1
      })
    // It waits for the seat on a thread of its own, which this ends.
    seat.leave()
    #expect(
      happens { mailbox.take().contains { if case .progress(nil, _) = $0.event { true } else { false } } })
    runner.finish(endsVisit: false)
    keeper.pause()
  }
}

/// `newsroom index --watch`.
@Suite struct IndexServiceTests {
  @Test func itReadsEveryChangeUntilItIsInterruptedAndThenPublishes() throws {
    let folder = try ScratchFolder()
    for (name, text) in Reader.harbour { try folder.write("stories/" + name, text: text) }
    var configuration = Library.Configuration(directory: folder.file("stories"))
    configuration.indexPath = folder.file("shared/index.sqlite")
    configuration.marksPath = folder.file("marks")
    let library = try Library(configuration)
    let interruption = Interruption(holdsSignals: false)
    let added = Mutex<[Int]>([])
    let ended = DispatchSemaphore(value: 0)
    let errors = try Descriptor.open(folder.file("errors"), .write, .create)
    Thread.detachNewThread {
      Output.$errors.withValue(errors) {
        try? IndexService(library: library, shares: true, quiet: false).run(until: interruption) {
          summary, _ in
          added.withLock { $0.append(summary.added) }
        }
      }
      ended.signal()
    }
    func counts(_ wanted: [Int]) -> Bool {
      for _ in 0..<500 where added.withLock({ $0 != wanted }) { usleep(20_000) }
      return added.withLock { $0 == wanted }
    }
    #expect(counts([3]))
    #expect(try folder.text("errors").contains("watching"))
    // While it runs, no other reader of the same user watches the directory.
    #expect(!WriterLock(try Library(configuration)).take())
    try folder.write("stories/ice.md", text: Reader.story("Ice", day: 9, "Ice lies on the sound."))
    #expect(counts([3, 1]))
    interruption.happen()
    #expect(ended.wait(timeout: .now() + 20) == .success)
    // The last changes are in the copy for other users.
    #expect(try folder.names.contains("shared"))
    #expect(FileManager.default.fileExists(atPath: folder.file("shared/index.sqlite.shared")))
    #expect(WriterLock(try Library(configuration)).take())
  }
}
