internal import GRDB

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
    IndexSeal(location).remove()
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
      DamageNote(location).leave()
      return .index(path: indexPath, reason: "it is damaged; the next refresh builds it again")
    }
    return .index(path: indexPath, reason: wording(of: error))
  }

  /// Empties a damaged index in its place, so that other readers of it go on.
  func startAnew() throws(LibraryError) {
    IndexSeal(location).remove()
    do {
      try index.erase()
      try Schema.migrator().migrate(index)
      DamageNote(location).remove()
    } catch {
      throw .index(path: indexPath, reason: wording(of: error))
    }
  }
}

/// What went wrong, in SQLite's own words where they are its.
func wording(of error: any Error) -> String {
  (error as? DatabaseError).map { $0.message ?? "\($0.resultCode)" } ?? "\(error)"
}
