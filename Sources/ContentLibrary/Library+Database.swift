internal import Database

extension Library {
  /// Reads from one snapshot of the index.
  func read<Value>(_ work: (Connection) throws -> Value) throws(LibraryError) -> Value {
    do {
      return try index.read(work)
    } catch {
      throw failure(error)
    }
  }

  /// Writes to the index in one transaction.
  ///
  /// The transaction is deferred, because an immediate one would lock the attached marks as well.
  func write<Value>(_ work: (Connection) throws -> Value) throws(LibraryError) -> Value {
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
          // After some errors SQLite has already ended the transaction, and there is nothing to roll back.
          if db.isInsideTransaction { try? db.rollback() }
          throw error
        }
      }
    } catch {
      throw failure(error)
    }
  }

  /// The error to report for an error of the database.
  ///
  /// Damage to the index is recorded, so that it is built again.
  func failure(_ error: any Error) -> LibraryError {
    if let error = error as? LibraryError { return error }
    if IndexFile.isDamage(error) {
      guard marks.isSound else { return .marks(path: marks.path, reason: wording(of: error)) }
      DamageNote(location).leave()
      return .index(path: indexPath, reason: "it is damaged; the next refresh builds it again")
    }
    return .index(path: indexPath, reason: wording(of: error))
  }

  /// Empties a damaged index in place, so that its other readers can continue.
  func startAnew() throws(LibraryError) {
    IndexSeal(location).remove()
    do {
      try index.erase()
      try index.write(Schema.create)
      DamageNote(location).remove()
    } catch {
      throw .index(path: indexPath, reason: wording(of: error))
    }
  }
}

/// The message of an error; SQLite's own message if it has one.
func wording(of error: any Error) -> String {
  (error as? DatabaseError).map { $0.message ?? "\($0.extendedResultCode)" } ?? "\(error)"
}
