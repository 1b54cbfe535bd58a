import Foundation
import Synchronization
import System
import TestSupport
import Testing

@testable import newsroom

/// The reader and the commands on a pseudo terminal, inside the test process.
@Suite struct TerminalInsideTests {
  private static let isDescribed = ["/lib", "/usr/share", "/usr/lib"].contains {
    FileManager.default.fileExists(atPath: $0 + "/terminfo/x/xterm-256color")
  }

  private let program: Program
  private let library: String

  init() throws {
    program = try Program()
    library = try program.library()
  }

  private final class Answer: Sendable {
    let status = Mutex<Int32?>(nil)
  }

  /// Runs a command on its own thread, with a terminal for all its descriptors.
  private func start(_ arguments: [String], on terminal: PseudoTerminal) -> () -> Int32? {
    let device = Descriptor(borrowing: terminal.device)
    let (program, ended) = (program, DispatchSemaphore(value: 0))
    let answer = Answer()
    Thread.detachNewThread {
      let status = program.perform(arguments, input: device, output: device, errors: device)
      answer.status.withLock { $0 = status }
      ended.signal()
    }
    return {
      _ = ended.wait(timeout: .now() + 20)
      return answer.status.withLock(\.self)
    }
  }

  @Test(.enabled(if: isDescribed, "xterm-256color is not described here"))
  func theReaderReadsKeysAndGivesTheTerminalBack() throws {
    try PseudoTerminal.alone {
      let terminal = try #require(PseudoTerminal(columns: 100, rows: 30))
      let status = start([library], on: terminal)
      #expect(terminal.wait(for: "Harbour cities agree on a plan"))
      #expect(terminal.wait(for: "3 stories"))
      terminal.type("j\r")
      #expect(terminal.wait(for: "The ferry will sail again"))
      terminal.clear()
      terminal.type("\u{3}")
      #expect(status() == 0)
      #expect(terminal.wait(for: "\u{1B}[?1049l"))
    }
    // Where it was left is in the home folder of this run, and the next run begins there.
    #expect(try program.home.text(".local/state/newsroom/left.toml").contains(library))
    try PseudoTerminal.alone {
      let terminal = try #require(PseudoTerminal(columns: 100, rows: 30))
      let status = start([library], on: terminal)
      #expect(terminal.wait(for: "The ferry will sail again"))
      terminal.type("\u{3}")
      #expect(status() == 0)
    }
  }

  @Test func aStoryIsPrintedInColoursOnATerminal() throws {
    let terminal = try #require(PseudoTerminal(columns: 60, rows: 30))
    let status = start(["show", library + "/harbour/ferry.md"], on: terminal)
    #expect(status() == 0)
    #expect(terminal.wait(for: "\u{1B}[1"))
    #expect(terminal.wait(for: "The ferry will sail again"))
  }

  @Test func readingADirectoryShowsItsProgressOnATerminal() throws {
    let terminal = try #require(PseudoTerminal(columns: 70, rows: 30))
    let status = start(["index", library], on: terminal)
    #expect(status() == 0)
    #expect(terminal.wait(for: "3 stories in 3 files: 3 added"))
    // The line of the progress is drawn, and cleared before the result.
    #expect(terminal.wait(for: "\r\u{1B}[K"))
  }

  @Test func withoutATerminalAFileIsPrintedAndALibraryIsRefused() throws {
    let printed = try program.inside([library + "/harbour/ferry.md"])
    #expect((printed.status, printed.errors) == (0, ""))
    #expect(printed.output.contains("The ferry will sail again"))
    let piped = try program.inside(["-"], input: library + "/culture/lighthouse.md")
    #expect(piped.output.contains("She carried the lamp"))
    let refused = try program.inside([library])
    #expect(refused.status == 2)
    #expect(
      refused.errors.contains("not a terminal") || refused.errors.contains("no terminal"), "\(refused.errors)"
    )
  }
}
