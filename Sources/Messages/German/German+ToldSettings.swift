extension LanguagePack {
  /// Sentences about newsroom.toml and files of themes in German.
  static let germanToldSettings: StaticString =
    """
    no setting “%1”
      keine Einstellung „%1“
    no table [%1]
      keine Tabelle [%1]
    no theme “%1”; did you mean “%2”?
      kein Thema „%1“; war „%2“ gemeint?
    no theme “%1”; there are: %2
      kein Thema „%1“; es gibt: %2
    the pattern “%1” in ignore is not valid: %2
      das Muster „%1“ in ignore ist nicht gültig: %2
    [keys] is a table. Write [keys] and, in a line below it, preset = "%1"
      [keys] ist eine Tabelle. [keys] schreiben und in einer Zeile darunter preset = "%1"
    counts takes true or false. For example: counts = true
      counts nimmt true oder false. Zum Beispiel: counts = true
    there is no preset “%1”
      es gibt kein Preset „%1“
    a key takes a command, a list of commands or "none". For example: %1 = "help"
      eine Taste nimmt einen Befehl, eine Liste von Befehlen oder "none". Zum Beispiel: %1 = "help"
    the name of the key is missing. For example: "g g" = "first"
      der Name der Taste fehlt. Zum Beispiel: "g g" = "first"
    “%1” has more than %2 keys. Use a shorter sequence
      „%1“ hat mehr als %2 Tasten. Eine kürzere Folge verwenden
    there is no pane “%1”
      es gibt keinen Bereich „%1“
    “%1” is no key
      „%1“ ist keine Taste
    Write a character, C- or M- and a letter, or a name such as %1
      Ein Zeichen, C- oder M- und einen Buchstaben oder einen Namen wie %1 schreiben
    there is no command “%1”
      es gibt keinen Befehl „%1“
    newsroom.toml(5) lists the commands
      newsroom.toml(5) nennt die Befehle
    %1 has a row already, for %2. Delete one of the two
      %1 hat schon eine Zeile, für %2. Eine der beiden löschen
    %1 is the beginning of %2, which is bound to %3. Change one of the two
      %1 ist der Anfang von %2, was an %3 gebunden ist. Eine der beiden ändern
    %1 begins with %2, which is bound to %3. Change one of the two
      %1 beginnt mit %2, was an %3 gebunden ist. Eine der beiden ändern
    %1 works in these panes only: %2. Move the line there
      %1 geht nur in diesen Bereichen: %2. Die Zeile dorthin versetzen
    %1 needs to know a digit. Bind it to one of the keys 1 to 9
      %1 braucht eine Ziffer. An eine der Tasten 1 bis 9 binden
    %1 means the same everywhere. Use another key
      %1 bedeutet überall dasselbe. Eine andere Taste verwenden
    %1 in [searches] takes a search, such as %2
      %1 in [searches] nimmt eine Suche, etwa %2
    %1 in [pipes] takes a command. For example: %2
      %1 in [pipes] nimmt einen Befehl. Zum Beispiel: %2
    %1 in [libraries] takes a directory. For example: %2
      %1 in [libraries] nimmt ein Verzeichnis. Zum Beispiel: %2
    %1 in [kiosk] takes %2. For example: %3
      %1 in [kiosk] nimmt %2. Zum Beispiel: %3
    [kiosk] has no key “%1”
      [kiosk] hat keinen Schlüssel „%1“
    %1 in [jsonl] takes a name or a list of names. For example: %2
      %1 in [jsonl] nimmt einen Namen oder eine Liste von Namen. Zum Beispiel: %2
    “%1” is in [jsonl]; move it above the first table
      „%1“ steht in [jsonl]; über die erste Tabelle versetzen
    [jsonl] has no field “%1”
      [jsonl] hat kein Feld „%1“
    the file ends in the middle of a value. Close the list or the text that is open
      die Datei endet mitten in einem Wert. Die offene Liste oder den offenen Text schließen
    this name is there twice. Delete one of the two lines
      der Name steht zweimal da. Eine der beiden Zeilen löschen
    this is not TOML (%1). Correct the line, or delete it
      das ist kein TOML (%1). Die Zeile berichtigen oder löschen
    the quotation marks are curly. Use straight ones: " or '
      die Anführungszeichen sind rund. Gerade verwenden: " oder '
    the name of a table has no end. Close it with ]
      der Name einer Tabelle hat kein Ende. Mit ] schließen
    a line is name = value, [table] or # a comment. Write it with an equals sign
      eine Zeile ist Name = Wert, [Tabelle] oder # Kommentar. Mit Gleichheitszeichen schreiben
    the name before the equals sign is missing
      der Name vor dem Gleichheitszeichen fehlt
    a name with spaces is put in quotation marks: %1
      ein Name mit Leerzeichen steht in Anführungszeichen: %1
    the value after the equals sign is missing
      der Wert nach dem Gleichheitszeichen fehlt
    the text has no end. Close it with %1
      der Text hat kein Ende. Mit %1 schließen
    a text is put in quotation marks: %1
      ein Text steht in Anführungszeichen: %1
    newsroom has a theme of this name. Rename the file
      newsroom hat ein Thema dieses Namens. Die Datei umbenennen
    it can't be read as text; repair it
      sie lässt sich nicht als Text lesen; sie reparieren
    a theme has no “%1”. There are: like, [styles]
      ein Thema hat kein „%1“. Es gibt: like, [styles]
    no role “%1”
      keine Rolle „%1“
    newsroom.toml(5) lists the roles
      newsroom.toml(5) nennt die Rollen
    a style is a text, such as "bold #e8c07a on black"
      ein Stil ist ein Text, etwa "bold #e8c07a on black"
    “%1” is neither an attribute nor a colour
      „%1“ ist weder Eigenschaft noch Farbe
    Write a colour as #rrggbb or by its name
      Eine Farbe als #rrggbb oder mit Namen schreiben
    For example: %1
      Zum Beispiel: %1
    a directory
      ein Verzeichnis
    the name of a theme
      den Namen eines Themas
    a number of columns
      eine Zahl von Spalten
    true or false
      true oder false
    a pattern or a list of patterns
      ein Muster oder eine Liste von Mustern
    a text
      einen Text
    minutes
      Minuten
    %1 takes %2
      %1 nimmt %2
    """
}
