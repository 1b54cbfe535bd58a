import Testing

@testable import ContentLibrary

@Suite struct FileListTests {
  private func list(_ paths: [String]) -> FileList {
    var list = FileList()
    for (index, path) in paths.enumerated() { list.append(path, size: index, modified: Int64(index / 2)) }
    return list
  }

  @Test func pathsAreOrderedByTheirBytes() {
    var files = list(["b", "a/b", "a", "", "é", "e\u{301}", "z", "a b", "a-b"])
    files.sortByPath()
    #expect(
      files.map { Array($0.path.utf8) }
        == ["", "a", "a b", "a-b", "a/b", "b", "e\u{301}", "z", "é"].map { Array($0.utf8) })
    for index in files.indices {
      #expect(files.compare(files[index].path, with: index) == 0)
      if index > 0 { #expect(files.compare(files[index].path, with: index - 1) > 0) }
    }
    #expect(files.compare("e\u{301}", with: 8) < 0)
  }

  @Test func newestFilesComeFirst() {
    let files = list(["one", "two", "three", "four"])
    #expect(files.newestFirst([0, 1, 2]).map(\.path) == ["three", "two", "one"])
    #expect(files.newestFirst([0, 1, 2]).size == 3)
    #expect(files.newestFirst([]).isEmpty)
  }
}
