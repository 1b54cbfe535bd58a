import Foundation

/// Real texts beside the project, where it is developed; they are not part of it.
public enum Corpora {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../shared/corpora").standardizedFileURL

  /// The path of a corpus; nil if it is missing.
  public static func path(_ name: String) -> String? {
    let path = folder.appending(path: name).path(percentEncoded: false)
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The text of a corpus's file; nil if it is missing.
  public static func text(_ name: String) -> String? {
    path(name).flatMap { try? Data(contentsOf: URL(fileURLWithPath: $0)) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Every `step`th file of a corpus with an extension, in order.
  public static func files(_ name: String, ending: String, every step: Int = 1) -> [String] {
    guard let path = path(name), let all = FileManager.default.enumerator(atPath: path) else { return [] }
    let names = all.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted()
    return stride(from: 0, to: names.count, by: max(step, 1)).map { name + "/" + names[$0] }
  }
}
