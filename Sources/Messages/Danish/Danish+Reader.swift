extension LanguagePack {
  /// What the reader says of the library, the settings and other programs in Danish.
  static let danishReader: StaticString =
    """
    The library's directory no longer exists: %1
      Bibliotekets mappe findes ikke længere: %1
    %1 (and %2 more: `newsroom config check`)
      %1 (og %2 til: `newsroom config check`)
    The settings from before hold. %1
      Indstillingerne fra før gælder. %1
    The settings were read again.
      Indstillingerne er læst igen.
    “%1” has ended
      ”%1” er færdig
    “%1” ended with status %2
      ”%1” endte med status %2
    no other program is started here
      her startes intet andet program
    no other library is opened here
      her åbnes intet andet bibliotek
    can't read the directory %1
      kan ikke læse mappen %1
    This host does not know your terminal, and treats it as %1.
      Værten kender ikke terminalen og behandler den som %1.
    """
}
