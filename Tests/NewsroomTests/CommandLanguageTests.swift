import TestSupport
import Testing

/// What commands say they have done, in the language of the environment.
@Suite struct CommandLanguageTests {
  @Test(arguments: [
    ("en_GB", "3 stories in 3 files: 3 added, 0 changed, 0 removed (", "marked read.", "words "),
    ("da_DK", "3 artikler i 3 filer: 3 nye, 0 ændret, 0 fjernet (", "markeret som læst.", "ord "),
    ("sv_SE", "3 artiklar i 3 filer: 3 nya, 0 ändrade, 0 borttagna (", "märkta som lästa.", "ord "),
    ("de_DE", "3 Artikel in 3 Dateien: 3 neu, 0 geändert, 0 entfernt (", "als gelesen markiert.", "Wörter "),
  ]) func summariesAreTranslated(_ locale: String, _ index: String, _ marked: String, _ label: String) throws
  {
    var program = try Program()
    program.environment["LC_ALL"] = locale + ".UTF-8"
    let library = try program.library()
    #expect(try program.run(["index", library]).output.hasPrefix(index))
    let words = ["mark", "all", "--read", "-L", library]
    #expect(try program.run(words).output.hasSuffix(marked + "\n"))
    let stats = try program.run(["stats", library]).output
    #expect(stats.contains("\n" + label), "\(stats)")
    // What programs read is the same everywhere.
    #expect(try program.run(["stats", library, "--json"]).output.contains("\"words\":"))
  }

  @Test func aDigestIsInTheLanguageOfItsReader() throws {
    var program = try Program()
    program.environment["LC_ALL"] = "de_DE.UTF-8"
    let library = try program.library()
    let words = ["digest", "--since", "2020-01-01", "--by", "author", "--to", "html", "-L", library]
    let page = try program.run(words).output
    #expect(page.contains("<html lang=\"de\">"), "\(page)")
    #expect(page.contains("3 Artikel seit 1. Januar 2020."), "\(page)")
  }
}
