import Foundation
import Glibc
import Synchronization

/// Processes that tests started and did not end, and folders that they made and did not remove: the test run
/// names them at its end, and fails.
public enum Leftovers {
  private static let words = Mutex<Set<String>>([])
  private static let folders = Mutex<Set<String>>([])
  private static let isWatching = Mutex(false)

  /// Makes the end of the tests look for processes with a word in their command line or environment, such as
  /// a test's own folder or socket.
  public static func watch(for word: String) {
    words.withLock { _ = $0.insert(word) }
    let isFirst = isWatching.withLock { isWatching in
      defer { isWatching = true }
      return !isWatching
    }
    if isFirst { atexit { Leftovers.report() } }
  }

  /// Makes the end of the tests look for a folder, and for processes that name it.
  public static func watch(folder path: String) {
    folders.withLock { _ = $0.insert(path) }
    watch(for: URL(fileURLWithPath: path).lastPathComponent)
  }

  /// Waits up to ten seconds until no process has a word in its command line or environment.
  public static func awaitEnd(of word: String) {
    for _ in 0..<200 where !processes(with: [word]).isEmpty { usleep(50_000) }
  }

  /// The processes that have one of the words, with their command lines.
  public static func processes(with words: Set<String>) -> [(id: Int32, command: String)] {
    let ids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { Int32($0) } ?? []
    return ids.sorted().compactMap { id in
      guard id != getpid(), let command = content(of: id, "cmdline") else { return nil }
      let all = command + "\0" + (content(of: id, "environ") ?? "")
      // Every word is a complete name, delimited by other signs.
      guard !all.isEmpty, words.contains(where: all.contains) else { return nil }
      return (id, command.split(separator: "\0").joined(separator: " "))
    }
  }

  private static func content(of id: Int32, _ file: String) -> String? {
    FileManager.default.contents(atPath: "/proc/\(id)/\(file)").map { String(decoding: $0, as: UTF8.self) }
  }

  private static func report() {
    let words = words.withLock { $0 }
    var left = processes(with: words)
    // A process that was told to end has two seconds for it.
    for _ in 0..<20 where !left.isEmpty {
      usleep(100_000)
      left = processes(with: words)
    }
    let folders = folders.withLock { $0.sorted() }.filter { FileManager.default.fileExists(atPath: $0) }
    guard !left.isEmpty || !folders.isEmpty else { return }
    for thing in left.map({ "\($0.id) \($0.command)" }) + folders {
      FileHandle.standardError.write(Data("left behind by a test: \(thing)\n".utf8))
    }
    _exit(1)
  }
}
