import CHyphen
import Glibc
import Synchronization

/// Finds where words may be hyphenated, by the patterns of their language.
///
/// The patterns are Frank Liang's (Word Hy-phen-a-tion by Com-put-er, 1983), as maintained by the Hunspell
/// project and installed by Debian. A dictionary is read when its language first appears, and kept. Words of
/// a language without one are not hyphenated.
public final class Hyphenator: Sendable {
  private let directory: String
  private let languages = Mutex<[String: Patterns?]>([:])

  /// Uses the dictionaries (`hyph_en_GB.dic`) in `directory`.
  public init(directory: String = "/usr/share/hyphen") {
    self.directory = directory
  }

  /// The places in a word where a hyphen may end a line, in scalars from its start.
  ///
  /// At least two letters stay before and three after. Words under 6 letters or over 60 bytes, with capitals
  /// or with anything but letters are never hyphenated.
  /// - Parameter language: a BCP 47 tag ("en", "sv-FI").
  public func places(in word: String, language: String) -> [Int] {
    places(in: word.unicodeScalars.map(\.value), language: language)
  }

  /// Whether there is a dictionary for a language.
  public func knows(language: String) -> Bool {
    languages.withLock { patterns(for: language, in: &$0) != nil }
  }

  /// Forgets the dictionaries, megabytes each, until they are needed again.
  public func rest() { languages.withLock { $0 = [:] } }

  func places(in word: [UInt32], language: String) -> [Int] {
    guard (6...60).contains(word.count) else { return [] }
    for letter in word where !Letters.isLetter(letter) || Letters.isUpper(letter) { return [] }
    return languages.withLock { patterns(for: language, in: &$0)?.places(in: word) ?? [] }
  }

  private func patterns(for language: String, in kept: inout [String: Patterns?]) -> Patterns? {
    if let found = kept[language] { return found }
    var found: Patterns?
    if let name = Self.dictionary(for: language) {
      found = Patterns(path: "\(directory)/hyph_\(name).dic")
    }
    // Stories choose their language: made-up tags must not fill memory.
    if kept.count < 64 { kept[language] = .some(found) }
    return found
  }

  /// The dictionary of a language tag; English without a region is British.
  static func dictionary(for language: String) -> String? {
    let parts = language.split(whereSeparator: { $0 == "-" || $0 == "_" }).map { $0.lowercased() }
    guard let first = parts.first else { return nil }
    switch first {
    case "en": return parts.contains("us") ? "en_US" : "en_GB"
    case "da": return "da_DK"
    case "sv": return "sv_SE"
    case "nb", "no": return "nb_NO"
    case "nn": return "nn_NO"
    case "de": return "de_DE"
    default: return nil
    }
  }
}

/// One dictionary of libhyphen.
private final class Patterns {
  private let dictionary: UnsafeMutablePointer<HyphenDict>
  private let isUTF8: Bool

  /// Reads a dictionary; nil if it is missing, or in an encoding other than UTF-8 and Latin-1.
  init?(path: String) {
    guard let dictionary = hnj_hyphen_load(path) else { return nil }
    let name = withUnsafeBytes(of: &dictionary.pointee.cset) { bytes in
      String(decoding: bytes.prefix { $0 > 0x20 }, as: UTF8.self).uppercased()
    }
    isUTF8 = name == "UTF-8"
    guard isUTF8 || name == "ISO8859-1" || name == "ISO-8859-1" else {
      hnj_hyphen_free(dictionary)
      return nil
    }
    self.dictionary = dictionary
  }

  deinit { hnj_hyphen_free(dictionary) }

  /// Frees what libhyphen allocated for words whose spelling changes at a hyphen.
  private static func free(
    _ replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ positions: UnsafeMutablePointer<CInt>?,
    _ cuts: UnsafeMutablePointer<CInt>?, _ count: Int
  ) {
    if let replacements { for index in 0..<count { Glibc.free(replacements[index]) } }
    Glibc.free(replacements)
    Glibc.free(positions)
    Glibc.free(cuts)
  }

  func places(in word: [UInt32]) -> [Int] {
    var bytes: [UInt8] = []
    for letter in word {
      if letter < 0x80 {
        bytes.append(UInt8(letter))
      } else if isUTF8, let scalar = Unicode.Scalar(letter), let encoded = UTF8.encode(scalar) {
        bytes.append(contentsOf: encoded)
      } else if letter < 0x100 {
        bytes.append(UInt8(letter))
      } else {
        return []
      }
    }
    guard bytes.count <= 60 else { return [] }
    let count = bytes.count
    // libhyphen needs five bytes after the word; eight zeros leave some room.
    bytes.append(contentsOf: [0, 0, 0, 0, 0, 0, 0, 0])
    var marks = [CChar](repeating: 0, count: count + 16)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<CInt>?
    var cuts: UnsafeMutablePointer<CInt>?
    defer { Self.free(replacements, positions, cuts, count) }
    let failed = bytes.withUnsafeBytes { raw in
      hnj_hyphen_hyphenate3(
        dictionary, raw.bindMemory(to: CChar.self).baseAddress, CInt(count), &marks, nil, &replacements,
        &positions, &cuts, 2, 3, 0, 0)
    }
    guard failed == 0 else { return [] }
    // With UTF-8 the marks count characters, else bytes, which are characters too. Places that would change
    // the spelling (Schiff-fahrt) are skipped.
    return (1..<word.count).filter { place in
      marks[place - 1] & 1 == 1 && place >= 2 && word.count - place >= 3 && replacements?[place - 1] == nil
    }
  }
}
