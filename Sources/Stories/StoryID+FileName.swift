extension StoryID {
  /// A name for a Markdown file of the story: words of its headline, and the id, which no other story has.
  ///
  /// - Parameter plain: what stands for a headline without letters or digits.
  package func fileName(headline: String, otherwise plain: String) -> String {
    let words = headline.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return (words.isEmpty ? plain : String(words.prefix(50))) + fileNameEnding
  }

  /// How such a name ends, whatever the headline is now.
  package var fileNameEnding: String { "-\(self).md" }
}
