import Foundation
import TestSupport
import Testing

/// `[sync]` and `newsroom sync`: two homes with one folder between them, and a book from the shell.
@Suite struct SyncCommandTests {
  /// A home with the stories, and a folder of journals that it shares.
  private func machine(_ folder: ScratchFolder) throws -> (program: Program, library: String) {
    let program = try Program(settings: "config")
    _ = try program.write(
      "config/newsroom/newsroom.toml", "[sync]\nfolder = \"\(folder.path)/journals\"\n")
    return (program, try program.library())
  }

  @Test func marksGoFromMachineToMachine() throws {
    let folder = try ScratchFolder()
    let (one, other) = (try machine(folder), try machine(folder))
    let marked = try one.program.run(["mark", "desk:Harbour", "--saved", "--tag", "later", "-L", one.library])
    #expect(marked.status == 0 && marked.errors == "")
    #expect(try folder.names == ["journals"])
    let synced = try other.program.run(["sync", "-L", other.library])
    #expect(synced.status == 0 && synced.errors == "")
    #expect(
      synced.lines.last
        == "0 changes of this machine written; done here: 2 marks, 0 clippings, 0 searches.")
    #expect(synced.lines.filter { $0.contains("(this machine)") }.count == 1)
    #expect(try other.program.run(["list", "is:saved mytag:later", "-L", other.library]).lines.count == 1)
    let state = try other.program.run(["sync", "--json", "-L", other.library]).object()
    #expect((state["machines"] as? [Any])?.count == 2)
    #expect(state["marks"] as? Int == 0)
  }

  @Test func keptSearchesGoTooAndLeaveWithTheirLine() throws {
    let folder = try ScratchFolder()
    let (one, other) = (try machine(folder), try machine(folder))
    // Both libraries are named alike, in different homes.
    _ = try one.program.write(
      "config/newsroom/searches.toml", "[library.\"\(one.library)\"]\nFerries = \"ferry\"\n")
    #expect(try one.program.run(["sync", "-L", one.library]).status == 0)
    #expect(try other.program.run(["sync", "-L", other.library]).status == 0)
    let kept = try String(
      contentsOfFile: other.program.home.file("config/newsroom/searches.toml"), encoding: .utf8)
    #expect(kept.contains("[library.\"\(other.library)\"]\n") && kept.contains("Ferries\" = \"ferry\"\n"))
    _ = try one.program.write("config/newsroom/searches.toml", "# none\n")
    #expect(try one.program.run(["sync", "-L", one.library]).status == 0)
    #expect(try other.program.run(["sync", "-L", other.library]).status == 0)
    let left = try String(
      contentsOfFile: other.program.home.file("config/newsroom/searches.toml"), encoding: .utf8)
    #expect(!left.contains("Ferries"))
  }

  @Test func withoutAFolderItSaysWhatToDo() throws {
    let program = try Program(settings: "config")
    let result = try program.run(["sync", "-L", try program.library()])
    #expect(result.status == 2)
    #expect(result.errors.contains("no folder is set. Write [sync] and folder = "))
    _ = try program.write("config/newsroom/newsroom.toml", "[sync]\nfolder = \"journals\"\n")
    let wrong = try program.run(["config", "check"])
    #expect(wrong.status != 0)
    #expect((wrong.output + wrong.errors).contains("folder in [sync] takes a whole path"))
  }

  // MARK: Books

  @Test func aBookIsWrittenOnceAndIsALibraryAgain() throws {
    let program = try Program()
    let library = try program.library()
    let book = program.home.file("books/out.epub")
    _ = try program.write("books/.keep", "")
    let made = try program.run(["export", "all", "--to", "epub", "-o", book, "-L", library])
    #expect(made.status == 0)
    #expect(made.errors == "3 stories written to \(book).\n")
    let headlines = { (directory: String) in
      Set(try program.run(["list", directory]).lines.map { $0.split(separator: "\t").last ?? "" })
    }
    #expect(try headlines(program.home.file("books")) == headlines(library))
    let again = try program.run(["export", "all", "--to", "epub", "-o", book, "-L", library])
    #expect(again.status == 1 && again.errors.contains("it already exists"))
    let nameless = try program.run(["export", "all", "--to", "epub", "-L", library])
    #expect(nameless.status == 2 && nameless.errors.contains("a book needs --output"))
  }
}
