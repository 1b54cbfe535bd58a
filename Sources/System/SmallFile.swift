/// Why a file could not be read or replaced as a whole.
public enum WholeFileFailure: Error, Hashable, Sendable {
  case system(SystemError)
  /// It is larger than it may be, in bytes.
  case tooLarge(limit: Int)
  /// It is no regular file.
  case notAFile
  /// It is not text in UTF-8.
  case notText

  /// Has what the system says take the form of one of these.
  static func wrap<Value>(_ work: () throws(SystemError) -> Value) throws(WholeFileFailure) -> Value {
    do throws(SystemError) {
      return try work()
    } catch {
      throw .system(error)
    }
  }
}

extension Descriptor {
  /// Reads from where it stands to its end.
  ///
  /// - Throws: `tooLarge` at the limit, in bytes; nothing is ever cut.
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
/// Where it is longer than the limit it is neither read nor written: half a file that is written back is the
/// other half lost.
public struct SmallFile: Sendable {
  /// What people write by hand, and programs keep for them, stays far below this.
  public static let usualLimit = 16 << 20

  /// Where it is.
  public let path: String
  /// In bytes.
  public let limit: Int

  /// Names a file, which need not be there.
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
        "\(path): it would grow beyond \(Self.size(limit)), the most that newsroom reads. "
          + "Nothing in it was changed; make it smaller, or move it away"
      case .notAFile: "\(path): it is not a regular file"
      case .notText: "\(path): it is not UTF-8 text. Nothing in it was changed; repair it, or move it away"
      }
    }

    private static func size(_ bytes: Int) -> String {
      bytes >= 1 << 20 ? "\(bytes >> 20) MB" : bytes >= 1 << 10 ? "\(bytes >> 10) KB" : "\(bytes) bytes"
    }
  }

  /// All of it; nil where there is none.
  public func read() throws(Failure) -> [UInt8]? {
    try named { () throws(WholeFileFailure) in try content() }
  }

  /// All of it as text; nil where there is none.
  public func readText() throws(Failure) -> String? {
    guard let bytes = try read() else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Failure(path: path, reason: .notText)
    }
    return text
  }

  /// Puts new content in the place of the old, whole or not at all.
  ///
  /// It is written beside the file and on the disk before it takes its name. Who may read it stays as it was;
  /// a link stays a link, and what it leads to is replaced. Folders on the way are made.
  public func replace(with bytes: [UInt8]) throws(Failure) {
    Paths.makeFolders(above: path)
    let lock = lockedFolder()
    try named { () throws(WholeFileFailure) in try put(bytes) }
    withExtendedLifetime(lock) {}
  }

  /// Reads, lets the content be changed, and replaces it, while no other process does the same.
  ///
  /// - Parameter change: is given nil where there is no file, and gives nil to leave everything as it is.
  public func update(_ change: (String?) throws -> String?) throws {
    Paths.makeFolders(above: path)
    let lock = lockedFolder()
    guard let text = try change(readText()) else { return }
    try named { () throws(WholeFileFailure) in try put(Array(text.utf8)) }
    withExtendedLifetime(lock) {}
  }

  private var target: String { Paths.real(path) ?? path }

  /// The folder of the file, locked so that no file is left beside it; where the file system has no locks
  /// there is none.
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
    // The new name is on the disk as well; where a folder can't be synced, it will be soon.
    try? Descriptor.open(Paths.folder(of: target), .read, .folder).sync()
  }
}
