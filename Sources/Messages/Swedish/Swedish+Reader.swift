extension LanguagePack {
  /// What the reader says of the library, the settings and other programs in Swedish.
  static let swedishReader: StaticString =
    """
    The library's directory no longer exists: %1
      Bibliotekets mapp finns inte längre: %1
    %1 (and %2 more: `newsroom config check`)
      %1 (och %2 till: `newsroom config check`)
    The settings from before hold. %1
      Inställningarna från förut gäller. %1
    The settings were read again.
      Inställningarna är lästa igen.
    “%1” has ended
      ”%1” är klart
    “%1” ended with status %2
      ”%1” slutade med status %2
    no other program is started here
      här startas inget annat program
    no other library is opened here
      här öppnas inget annat bibliotek
    can't read the directory %1
      kan inte läsa mappen %1
    This host does not know your terminal, and treats it as %1.
      Värden känner inte terminalen och behandlar den som %1.
    """
}
