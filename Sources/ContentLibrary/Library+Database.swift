internal import GRDB
internal import Glibc

extension Library {
  /// Reads from the index, at one moment in time.
  func read<Value>(_ work: (Database) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try index.read(work)
    } catch {
      throw failure(error)
    }
  }

  /// Writes to the index, all or nothing.
  ///
  /// Deferred, because an immediate transaction would lock the attached marks as well.
  func write<Value>(_ work: (Database) throws -> Value) throws(LibraryError) -> Value {
    IndexSeal(indexPath: indexPath).remove()
    do {
      return try index.writeWithoutTransaction { db in
        try db.beginTransaction(.deferred)
        do {
          let value = try work(db)
          try db.commit()
          forgetSearches()
          return value
        } catch {
          // SQLite has ended the transaction itself after some errors; there is nothing to roll back then.
          if db.isInsideTransaction { try? db.rollback() }
          throw error
        }
      }
    } catch {
      throw failure(error)
    }
  }

  /// What is told of an error of the database.
  ///
  /// Damage in the index is noted, so that it is built anew.
  func failure(_ error: any Error) -> LibraryError {
    if let error = error as? LibraryError { return error }
    if IndexFile.isDamage(error) {
      guard marks.isSound else { return .marks(path: marks.path, reason: wording(of: error)) }
      DamageNote(indexPath: indexPath).leave()
      return .index(path: indexPath, reason: "it is damaged and will be built anew by the next refresh")
    }
    return .index(path: indexPath, reason: wording(of: error))
  }

  /// Empties a damaged index in its place, so that other readers of it go on.
  func startAnew() throws(LibraryError) {
    IndexSeal(indexPath: indexPath).remove()
    do {
      try index.erase()
      try Schema.migrator().migrate(index)
      DamageNote(indexPath: indexPath).remove()
    } catch {
      throw .index(path: indexPath, reason: wording(of: error))
    }
  }
}

/// A file beside the index that says it is damaged: whoever finds it builds the index anew.
struct DamageNote {
  private let path: String

  init(indexPath: String) {
    path = indexPath + ".damaged"
  }

  /// Whether there is one.
  var exists: Bool { access(path, F_OK) == 0 }

  func leave() {
    guard path != ":memory:.damaged" else { return }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  func remove() {
    unlink(path)
  }
}

/// What went wrong, in SQLite's own words where they are its.
func wording(of error: any Error) -> String {
  (error as? DatabaseError).map { $0.message ?? "\($0.resultCode)" } ?? "\(error)"
}
