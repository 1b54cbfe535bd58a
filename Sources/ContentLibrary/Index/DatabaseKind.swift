internal import System

/// The kind of a file, by its first bytes (SQLite, "Database File Format", 1.3).
enum DatabaseKind {
  /// No file, or an empty one.
  case nothing
  /// An index.
  case index
  /// A database without an application id.
  case unsaid
  /// The database of another program.
  case foreign
  /// Something that is not a file: a folder, a device.
  case other
  /// Some other kind of file, or an overwritten index.
  case notDatabase

  init(of path: String) {
    guard let status = FileStatus(of: path) else {
      self = .nothing
      return
    }
    guard status.kind == .file else {
      self = .other
      return
    }
    var header = [UInt8](repeating: 0, count: 100)
    let count = (try? Descriptor.open(path).read(into: &header)) ?? 0
    guard count > 0 else {
      self = .nothing
      return
    }
    guard count == header.count, header.starts(with: "SQLite format 3\0".utf8) else {
      self = .notDatabase
      return
    }
    let owner = header[68..<72].reduce(Int32(0)) { $0 << 8 | Int32($1) }
    self = owner == 0 ? .unsaid : owner == Schema.applicationID ? .index : .foreign
  }
}
