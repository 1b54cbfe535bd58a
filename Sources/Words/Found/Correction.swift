/// The words with which a correction begins.
public enum Correction {
  /// Whether a headline or note begins like a correction: "CORRECTED-UPDATE 1", "Rättelse: …", "(Corrects
  /// spelling in paragraph 2)".
  public static func begins(_ text: String) -> Bool {
    let start = text.drop { !$0.isLetter }
    let word = start.prefix { $0.isLetter }
    guard words.contains(word.lowercased()) else { return false }
    let next = start.dropFirst(word.count).first
    return word.lowercased() == "corrects" || word == word.uppercased() || next == nil
      || next.map { ":-–—".contains($0) } == true
  }

  private static let words: Set<String> = [
    "corrected", "correction", "corrects", "rettelse", "rättelse", "retting", "korrektur", "berichtigung",
    "korrigiert", "correctif", "rectificatif", "corrección", "rectificación", "correctie", "rettifica",
  ]
}
