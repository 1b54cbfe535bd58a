internal import CStemmer
internal import System

/// The functions of libstemmer, which is opened when the first word is stemmed: 10,000 of its addresses are
/// bound when it is loaded.
struct StemmerLibrary: Sendable {
  typealias New = @convention(c) @Sendable (UnsafePointer<CChar>?, UnsafePointer<CChar>?) -> OpaquePointer?
  typealias Delete = @convention(c) @Sendable (OpaquePointer?) -> Void
  typealias Stem =
    @convention(c) @Sendable (OpaquePointer?, UnsafePointer<UInt8>?, Int32) -> UnsafePointer<UInt8>?
  typealias Length = @convention(c) @Sendable (OpaquePointer?) -> Int32

  /// Makes a stemmer: algorithm, encoding.
  let new: New
  /// Frees a stemmer.
  let delete: Delete
  /// Stems a word: stemmer, bytes, their number.
  let stem: Stem
  /// The number of bytes of the last stem.
  let length: Length

  /// The library; nil if the system does not have it.
  static let usual = newsroom_stemmer_is_linked() ? linked : opened(NEWSROOM_STEMMER_LIBRARY)

  /// The library that the program has inside.
  private static let linked = StemmerLibrary(
    new: newsroom_stemmer_new, delete: newsroom_stemmer_delete, stem: newsroom_stemmer_stem,
    length: newsroom_stemmer_length)

  /// A library of the system; nil if there is none of that name, or if it is another one.
  static func opened(_ name: String) -> StemmerLibrary? {
    guard let library = SharedLibrary(name),
      let new = library.function("sb_stemmer_new", as: New.self),
      let delete = library.function("sb_stemmer_delete", as: Delete.self),
      let stem = library.function("sb_stemmer_stem", as: Stem.self),
      let length = library.function("sb_stemmer_length", as: Length.self)
    else { return nil }
    return StemmerLibrary(new: new, delete: delete, stem: stem, length: length)
  }
}
