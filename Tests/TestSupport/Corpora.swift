import Foundation

/// Real texts that stand beside the project where it is built, and are not part of it.
public enum Corpora {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora").standardizedFileURL

  /// Where a corpus lies; nil where there is none.
  public static func path(_ name: String) -> String? {
    let path = folder.appending(path: name).path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The text of a file of a corpus; nil where there is none.
  public static func text(_ name: String) -> String? {
    path(name).flatMap { try? Data(contentsOf: URL(fileURLWithPath: $0)) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Files below a corpus, in order, with some ending: each so many-th of them.
  public static func files(_ name: String, ending: String, every step: Int = 1) -> [String] {
    guard let path = path(name), let all = FileManager.default.enumerator(atPath: path) else { return [] }
    let names = all.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
    return stride(from: 0, to: names.count, by: max(step, 1)).map { name + "/" + names[$0] }
  }
}
