internal import CStemmer

/// The languages whose words are known by their stems.
public enum StemLanguage: String, Hashable, Sendable, CaseIterable {
  case english = "en"
  case danish = "da"
  case swedish = "sv"
  case norwegian = "nb"
  case german = "de"

  /// Takes a code as stories declare it: `en`, `en-GB`, `nb_NO`, `no`, `nn`.
  public init?(code: String) {
    let primary = code.lowercased().prefix { $0 != "-" && $0 != "_" }
    self.init(rawValue: primary == "no" || primary == "nn" ? "nb" : String(primary))
  }
}

/// Tells which words are forms of one: `ferry` and `ferries`, `färg` and `färgerna`.
///
/// The index keeps words as they are written. Beside it stands the library's vocabulary, each word under `key(of:in:)` in the
/// language of its story; a query looks up `keys(of:)` there and asks for all the words it finds. It is used by one thread at a
/// time, which the compiler sees to.
public final class Stemmer {
  /// The most words a query's word becomes.
  public static let formLimit = 24

  private var handles: [StemLanguage: OpaquePointer] = [:]

  /// Makes a stemmer; its languages are loaded when they are first asked for.
  public init() {}

  deinit {
    for handle in handles.values { sb_stemmer_delete(handle) }
  }

  /// The folded stem of a word as it is written in a language; nil where there is nothing to stem: words of two letters, and
  /// those with digits or other signs.
  public func stem(of word: String, in language: StemLanguage) -> String? {
    let small = word.lowercased()
    guard small.utf8.count <= SearchText.wordLimit, small.count > 2, small.allSatisfy(\.isLetter),
      let handle = handle(language)
    else { return nil }
    let bytes = Array(small.utf8)
    guard let stem = sb_stemmer_stem(handle, bytes, Int32(bytes.count)) else { return nil }
    let length = Int(sb_stemmer_length(handle))
    var folded: [UInt8] = []
    SearchText.fold(UnsafeBufferPointer(start: stem, count: length), into: &folded)
    guard !folded.isEmpty, !folded.contains(0x20) else { return nil }
    return String(decoding: folded, as: UTF8.self)
  }

  /// What a word of a story stands under in the vocabulary, `en:ferri`; the language is in it, so that forms of a word of one
  /// language never bring words of another.
  public func key(of word: String, in language: StemLanguage) -> String? {
    stem(of: word, in: language).map { language.rawValue + ":" + $0 }
  }

  /// What the forms of a query's word may stand under, whichever language was meant.
  public func keys(of word: String) -> [String] {
    StemLanguage.allCases.compactMap { key(of: word, in: $0) }
  }

  /// The folded word and its forms in the library, the most frequent first, at most `formLimit`.
  ///
  /// - Parameters:
  ///   - word: as typed.
  ///   - lookup: the folded words of the vocabulary under any of these keys, and how many stories have them.
  public func forms(
    of word: String, lookup: (_ keys: [String]) throws -> [(word: String, stories: Int)]
  ) rethrows -> [String] {
    let itself = SearchText.fold(word)
    let keys = keys(of: word)
    guard !keys.isEmpty, !itself.isEmpty else { return itself.isEmpty ? [] : [itself] }
    var stories: [String: Int] = [:]
    for found in try lookup(keys) where found.word != itself {
      stories[found.word, default: 0] += found.stories
    }
    let others = stories.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.formLimit - 1)
    return [itself] + others.map(\.key)
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
    let handle = sb_stemmer_new(name, "UTF_8")
    handles[language] = handle
    return handle
  }
}
