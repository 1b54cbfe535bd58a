import Messages
import Testing

/// Which language the environment asks for.
@Suite struct LanguageTests {
  @Test(arguments: [
    ([:], Language.english),
    (["LANG": "da_DK.UTF-8"], .danish),
    (["LANG": "da_DK.UTF-8", "LC_MESSAGES": "sv_SE"], .swedish),
    (["LANG": "da_DK.UTF-8", "LC_MESSAGES": "sv_SE", "LC_ALL": "de_DE.UTF-8@euro"], .german),
    (["LANG": "da_DK.UTF-8", "LC_ALL": "C"], .english),
    (["LANG": "da_DK.UTF-8", "LC_ALL": "C.UTF-8", "LANGUAGE": "sv"], .english),
    (["LANG": "POSIX", "LANGUAGE": "sv"], .english),
    (["LANG": "fi_FI.UTF-8"], .english),
    (["LANG": "fi_FI.UTF-8", "LANGUAGE": "nn:sv_FI:da"], .swedish),
    (["LANG": "da_DK.UTF-8", "LANGUAGE": "fi:en_GB"], .english),
    (["LANG": "da_DK.UTF-8", "LANGUAGE": "fi"], .danish),
    (["LANGUAGE": "da"], .english),
    (["LANG": "DE"], .german),
    (["LANG": "dansk"], .english),
    (["LANG": "", "LC_ALL": "", "LC_MESSAGES": "da"], .danish),
  ])
  func theVariablesAreReadAsGettextReadsThem(_ variables: [String: String], _ language: Language) {
    #expect(Language.chosen { variables[$0] } == language)
  }

  @Test func allWantedLanguagesAreKnownAlsoThoseNotSpoken() {
    let variables = ["LANG": "fi_FI.UTF-8", "LANGUAGE": "nn:sv_FI"]
    #expect(Language.wanted { variables[$0] } == ["nn", "sv_FI", "fi_FI.UTF-8"])
    #expect(Language.wanted { ["LC_ALL": "C", "LANGUAGE": "da"][$0] } == [])
  }
}
