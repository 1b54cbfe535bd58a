/// Why a file could not be read or replaced whole.
public enum WholeFileFailure: Error, Hashable, Sendable {
  case system(SystemError)
  /// It is larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// It is not a regular file.
  case notAFile
  /// It is not text in UTF-8.
  case notText

  /// Runs `work` and wraps its error.
  static func wrap<Value>(_ work: () throws(SystemError) -> Value) throws(WholeFileFailure) -> Value {
    do throws(SystemError) {
      return try work()
    } catch {
      throw .system(error)
    }
  }
}

extension Descriptor {
  /// Reads from the current position to the end.
  ///
  /// - Throws: `tooLarge` if there are more bytes than `limit`; the content is never cut.
  public func readToEnd(limit: Int) throws(WholeFileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(64 << 10, max(limit, 0) + 1))
    while true {
      let count = try WholeFileFailure.wrap { () throws(SystemError) in try read(into: &piece) }
      guard count > 0 else { return bytes }
      bytes += piece[..<count]
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    }
  }
}

/// A small file that is read whole and replaced whole.
///
/// A file over the limit is neither read nor written: writing back half of it would lose the other half.
public struct SmallFile: Sendable {
  /// 16 MiB, far more than settings, marks or lists need.
  public static let usualLimit = 16 << 20

  /// Where it is.
  public let path: String
  /// The limit in bytes.
  public let limit: Int

  /// Names a file, which need not exist.
  public init(_ path: String, limit: Int = SmallFile.usualLimit) {
    (self.path, self.limit) = (path, limit)
  }

  /// Why such a file could not be read or replaced.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// Which file.
    public var path: String
    /// What went wrong.
    public var reason: WholeFileFailure

    /// One sentence, with what to do.
    public var description: String {
      switch reason {
      case .system(let error): "\(path): \(error)"
      case .tooLarge(let limit):
        "\(path): it is too large: newsroom reads at most \(Self.size(limit)). "
          + "Nothing in it was changed; make it smaller, or move it away"
      case .notAFile: "\(path): it is not a regular file"
      case .notText: "\(path): it is not UTF-8 text. Nothing in it was changed; repair it, or move it away"
      }
    }

    private static func size(_ bytes: Int) -> String {
      bytes >= 1 << 20 ? "\(bytes >> 20) MB" : bytes >= 1 << 10 ? "\(bytes >> 10) KB" : "\(bytes) bytes"
    }
  }

  /// The whole content; nil if the file does not exist.
  ///
  /// - Throws: if it is over the limit, not a regular file, or can't be read.
  public func read() throws(Failure) -> [UInt8]? {
    try named { () throws(WholeFileFailure) in try content() }
  }

  /// The whole content as text; nil if the file does not exist.
  ///
  /// - Throws: as `read`, and if the content is not UTF-8.
  public func readText() throws(Failure) -> String? {
    guard let bytes = try read() else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(path: path, reason: .notText)
    }
    return text
  }

  /// Replaces the content, whole or not at all.
  ///
  /// The new file is complete on disk before it takes the name. Permissions stay; a link stays a link, and
  /// its target is replaced. Missing folders are made.
  ///
  /// - Throws: if the content is over the limit or can't be written; the file then stays unchanged.
  public func replace(with bytes: [UInt8]) throws(Failure) {
    Paths.makeFolders(above: path)
    let lock = lockedFolder()
    try named { () throws(WholeFileFailure) in try put(bytes) }
    withExtendedLifetime(lock) {}
  }

  /// Reads the file, lets `change` edit it, and replaces it; other processes that do the same wait.
  ///
  /// - Parameter change: gets nil if there is no file, and returns nil to change nothing.
  /// - Throws: as `readText` and `replace`, or what `change` throws; the file then stays unchanged.
  public func update(_ change: (String?) throws -> String?) throws {
    Paths.makeFolders(above: path)
    let lock = lockedFolder()
    guard let text = try change(readText()) else { return }
    try named { () throws(WholeFileFailure) in try put(Array(text.utf8)) }
    withExtendedLifetime(lock) {}
  }

  private var target: String { Paths.real(path) ?? path }

  /// The file's folder, locked so that no lock file is needed; nil if the file system has no locks.
  private func lockedFolder() -> Descriptor? {
    let folder = try? Descriptor.open(Paths.folder(of: target), .read, .folder)
    try? folder?.lock(waits: true)
    return folder
  }

  private func named<Value>(_ work: () throws(WholeFileFailure) -> Value) throws(Failure) -> Value {
    do throws(WholeFileFailure) {
      return try work()
    } catch {
      throw Failure(path: path, reason: error)
    }
  }

  private func content() throws(WholeFileFailure) -> [UInt8]? {
    let file: Descriptor
    do throws(SystemError) {
      file = try Descriptor.open(path, .read, .noWaiting)
    } catch {
      if error.isMissing { return nil }
      throw .system(error)
    }
    let status = try WholeFileFailure.wrap { () throws(SystemError) in try file.status() }
    guard status.kind == .file else { throw .notAFile }
    guard status.size <= limit else { throw .tooLarge(limit: limit) }
    return try file.readToEnd(limit: limit)
  }

  private func put(_ bytes: [UInt8]) throws(WholeFileFailure) {
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    let (target, before) = (target, FileStatus(of: path))
    if let before, before.kind != .file { throw .notAFile }
    let new = target + ".new"
    Paths.remove(new)
    do throws(SystemError) {
      let file = try Descriptor.open(new, .write, [.createNew, .noLink])
      try file.write(bytes)
      if let before { try file.setPermissions(before.permissions & 0o777) }
      try file.sync()
      try Paths.move(new, to: target)
    } catch {
      Paths.remove(new)
      throw .system(error)
    }
    // Puts the new name on disk too; a folder that can't be synced is written soon anyway.
    try? Descriptor.open(Paths.folder(of: target), .read, .folder).sync()
  }
}
