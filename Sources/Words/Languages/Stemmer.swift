/// Finds the stem that forms of a word share: `ferry` and `ferries`, `färg` and `färgerna`.
///
/// The index keeps words as written; a query asks for the words of the library's vocabulary that share a stem
/// with its own (`Vocabulary.forms`). Not `Sendable`, so only one thread at a time can use it.
public final class Stemmer {
  /// The most forms of one word of a query.
  public static let formLimit = 24

  /// Without the library, words have no other forms.
  private let library = StemmerLibrary.usual
  private var handles: [StemLanguage: OpaquePointer] = [:]

  /// Makes a stemmer; a language is loaded when it is first used.
  public init() {}

  deinit {
    for handle in handles.values { library?.delete(handle) }
  }

  /// The folded stem of a word as written; nil for words of two letters, and those with digits or other
  /// signs.
  public func stem(of word: String, in language: StemLanguage) -> String? {
    let small = word.lowercased()
    guard small.utf8.count <= SearchText.wordLimit, small.count > 2, small.allSatisfy(\.isLetter),
      let library, let handle = handle(language)
    else { return nil }
    let bytes = Array(small.utf8)
    guard let stem = library.stem(handle, bytes, Int32(bytes.count)) else { return nil }
    let length = Int(library.length(handle))
    var folded: [UInt8] = []
    SearchText.fold(UnsafeBufferPointer(start: stem, count: length), into: &folded)
    guard !folded.isEmpty, !folded.contains(0x20) else { return nil }
    return String(decoding: folded, as: UTF8.self)
  }

  private func handle(_ language: StemLanguage) -> OpaquePointer? {
    if let handle = handles[language] { return handle }
    let name =
      switch language {
      case .english: "english"
      case .danish: "danish"
      case .swedish: "swedish"
      case .norwegian: "norwegian"
      case .german: "german"
      }
    let handle = library?.new(name, "UTF_8")
    handles[language] = handle
    return handle
  }
}
