extension LanguagePack {
  /// What the reader says of the library, the settings and other programs in German.
  static let germanReader: StaticString =
    """
    The library's directory no longer exists: %1
      Das Verzeichnis der Bibliothek gibt es nicht mehr: %1
    %1 (and %2 more: `newsroom config check`)
      %1 (und %2 weitere: `newsroom config check`)
    The settings from before hold. %1
      Die Einstellungen von vorher gelten. %1
    The settings were read again.
      Die Einstellungen sind neu gelesen.
    “%1” has ended
      „%1“ ist fertig
    “%1” ended with status %2
      „%1“ endete mit Status %2
    no other program is started here
      hier wird kein anderes Programm gestartet
    no other library is opened here
      hier wird keine andere Bibliothek geöffnet
    can't read the directory %1
      das Verzeichnis %1 lässt sich nicht lesen
    This host does not know your terminal, and treats it as %1.
      Dieser Rechner kennt das Terminal nicht und behandelt es wie %1.
    """
}
