internal import ContentLibrary
internal import Stories
internal import StoryFormats

extension Check {
  /// Prints which files have words that none of their stories has, most first: PATH, share, numbers, the longest rows.
  ///
  /// - Throws: `Failure` where the index can't be read.
  func printLostWords(of library: Library) throws {
    let interruption = Interruption()
    var bar = ProgressBar()
    var progress = IndexProgress()
    progress.walking = false
    var found: [Library.Comparison] = []
    var (total, lost) = (0, 0)
    do {
      try library.compareWords { comparison, done, all in
        progress.filesDone = done
        progress.filesFound = all
        bar.show(progress)
        total += comparison.words.total
        lost += comparison.words.lost
        if comparison.words.lost > 0 { found.append(comparison) }
        return !interruption.happened
      }
    } catch {
      throw Failure("\(error)")
    }
    bar.clear()
    if interruption.happened { throw Failure("interrupted.", status: 130) }
    found.sort { ($1.words.share, $0.path) < ($0.words.share, $1.path) }
    for comparison in found { print(comparison) }
    if !json {
      let share = total == 0 ? 0 : Double(lost) / Double(total)
      Output.note(
        "\(Self.percent(share)) of \(total) words are in no story. Menus and feed titles are counted too."
      )
    }
  }

  private func print(_ comparison: Library.Comparison) {
    let words = comparison.words
    if json {
      let object = JSON.object([
        ("path", .string(comparison.path)), ("words", .number(words.total)), ("lost", .number(words.lost)),
        ("samples", .strings(words.samples)),
      ])
      return Output.write(object.line + "\n")
    }
    let samples = words.samples.map { "“\($0)”" }.joined(separator: ", ")
    Output.write(
      Output.field(
        "\(comparison.path): \(Self.percent(words.share)), \(words.lost) of \(words.total) words: \(samples)")
        + "\n")
  }

  private static func percent(_ share: Double) -> String {
    "\((share * 1000).rounded() / 10) %"
  }
}
