import NewsroomUI
import Screen
import System
import TestSupport
import Testing

@testable import newsroom

/// Themes of one's own, in files beside newsroom.toml.
@Suite struct ThemeFileTests {
  private let program: Program

  init() throws { program = try Program() }

  private func settings(_ files: [String: String]) throws -> Settings {
    for (name, text) in files { _ = try program.home.write("own/themes/\(name)", text: text) }
    return Settings.read(program.home.file("own/newsroom.toml"))
  }

  @Test func aFileMakesATheme() throws {
    let settings = try settings([
      "mine.toml":
        "like = \"mono\"\n[styles]\n\"text.link\" = \"underline #102030 on bright-blue\"\n"
        + "hint = \"plain\"\n"
    ])
    #expect(settings.notices == [])
    let theme = try settings.theme("mine")
    let link = theme.style(for: .link)
    #expect(link.foreground == Colour(16, 32, 48) && link.background == Colour(own: 12))
    #expect(link.attributes == .underline)
    #expect(theme.style(for: .hint) == Style())
    #expect(theme.style(for: .headline) == Themes.named("mono")?.style(for: .headline))
    #expect(settings.themes.count == Themes.all.count + 1)
  }

  @Test func theExampleOfTheManualIsInOrder() throws {
    let settings = try settings(["mine.toml": ThemeFile.example])
    #expect(settings.notices == [])
    #expect(try settings.theme("mine").style(for: .selection).background == Colour(own: 6))
  }

  @Test(arguments: [
    ("like = \"papr-dark\"", "a.toml:1:8: no theme “papr-dark”; did you mean “paper-dark”?"),
    ("[styles]\n\"text.lnik\" = \"bold\"", "a.toml:2:1: no role “text.lnik”. Did you mean “text"),
    (
      "[styles]\nhint = \"blod\"",
      "a.toml:2:8: “blod” is neither an attribute nor a colour. Did you mean “bold”?"
    ),
    ("[styles]\nhint = \"#12345g\"", "a.toml:2:8: “#12345g” is neither an attribute nor a colour."),
    ("[styles]\nhint = 3", "a.toml:2:8: a style is a text"),
    ("colour = \"red\"", "a.toml:1:1: a theme has no “colour”. There are: like, [styles]."),
    ("like = mono", "a.toml:1:8: a text is put in quotation marks: like = \"mono\""),
  ])
  func faultsAreToldAndTheThemeIsThere(text: String, said: String) throws {
    let settings = try settings(["a.toml": text])
    #expect(settings.notices.first.map { "\($0.short)".hasPrefix(said) } == true, "\(settings.notices)")
    #expect(settings.themes.last?.name == "a")
  }

  @Test func aThemeOfTheProgramIsNotReplaced() throws {
    let settings = try settings(["mono.toml": "", "b.toml": "[styles]\nhint = \"bold\"\n"])
    #expect(
      settings.notices.map { "\($0.short)" } == [
        "mono.toml: newsroom has a theme of this name. Rename the file."
      ])
    #expect(settings.themes.map(\.name) == Themes.all.map(\.name) + ["b"])
  }

  @Test func itIsChosenInTheSettingsAndByTheOption() throws {
    _ = try program.home.write(".config/newsroom/themes/mine.toml", text: "like = \"mono\"\n")
    _ = try program.home.write(".config/newsroom/newsroom.toml", text: "theme = \"mine\"\n")
    let library = try program.library()
    #expect(try program.inside(["list", library]).status == 0)
    let read = try program.inside(["--script", "T", "--size", "80x24", "--theme", "mine", library])
    #expect(read.status == 0 && read.output.contains("paper-dark"), "\(read.errors)")
    #expect(try program.inside(["--script", "", "--theme", "minne", library]).errors.contains("“mine”"))
    let names = try program.inside(["themes"]).lines
    #expect(names == Themes.all.map(\.name) + ["mine"])
  }
}
