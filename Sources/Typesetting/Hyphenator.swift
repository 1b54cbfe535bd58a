import CHyphen
import Glibc
import Synchronization

/// Knows where words may be parted, by the patterns of their language.
///
/// The patterns are Frank Liang's (Word Hy-phen-a-tion by Com-put-er, 1983) as the Hunspell project keeps them and
/// Debian installs them. A dictionary is read when its language is first met and kept. Without a dictionary no
/// word is parted.
public final class Hyphenator: Sendable {
  private let directory: String
  private let languages = Mutex<[String: Patterns?]>([:])

  /// Looks for dictionaries (`hyph_en_GB.dic`) in `directory`.
  public init(directory: String = "/usr/share/hyphen") {
    self.directory = directory
  }

  /// The places in a word, counted in scalars from its beginning, where a line may end with a hyphen.
  ///
  /// At least two letters stay before and three after; words under 6 letters or over 60 bytes, with capitals or
  /// with anything but letters are never parted.
  /// - Parameter language: a BCP 47 tag ("en", "sv-FI").
  public func places(in word: String, language: String) -> [Int] {
    places(in: word.unicodeScalars.map(\.value), language: language)
  }

  /// Whether there is a dictionary for a language.
  public func knows(language: String) -> Bool {
    languages.withLock { patterns(for: language, in: &$0) != nil }
  }

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
    // A story chooses its language: a list that grows with every made-up tag would be its to fill.
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

  /// Reads a dictionary; nil where there is none, or one in an encoding other than UTF-8 and Latin-1.
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

  /// Gives back what libhyphen made for words whose spelling changes at a hyphen.
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
    // libhyphen asks for five bytes more than the word; a closing zero and some air cost nothing.
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
    // With UTF-8 the marks count characters, else bytes, which are characters too. A place that would change the
    // spelling (Schiff-fahrt) is passed over.
    return (1..<word.count).filter { place in
      marks[place - 1] & 1 == 1 && place >= 2 && word.count - place >= 3 && replacements?[place - 1] == nil
    }
  }
}
