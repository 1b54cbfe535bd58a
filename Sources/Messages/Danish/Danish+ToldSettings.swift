extension LanguagePack {
  /// Sentences about newsroom.toml and files of themes in Danish.
  static let danishToldSettings: StaticString =
    """
    no setting “%1”
      ingen indstilling ”%1”
    no table [%1]
      ingen tabel [%1]
    no theme “%1”; did you mean “%2”?
      intet tema ”%1”; mente du ”%2”?
    no theme “%1”; there are: %2
      intet tema ”%1”; der er: %2
    the pattern “%1” in ignore is not valid: %2
      mønstret ”%1” i ignore er ikke gyldigt: %2
    [keys] is a table. Write [keys] and, in a line below it, preset = "%1"
      [keys] er en tabel. Skriv [keys] og på en linje under den preset = "%1"
    counts takes true or false. For example: counts = true
      counts tager true eller false. For eksempel: counts = true
    there is no preset “%1”
      der er intet preset ”%1”
    a key takes a command, a list of commands or "none". For example: %1 = "help"
      en tast tager en kommando, en liste af kommandoer eller "none". For eksempel: %1 = "help"
    the name of the key is missing. For example: "g g" = "first"
      tastens navn mangler. For eksempel: "g g" = "first"
    “%1” has more than %2 keys. Use a shorter sequence
      ”%1” har over %2 taster. Brug en kortere følge
    there is no pane “%1”
      der er intet panel ”%1”
    “%1” is no key
      ”%1” er ingen tast
    Write a character, C- or M- and a letter, or a name such as %1
      Skriv et tegn, C- eller M- og et bogstav, eller et navn som %1
    there is no command “%1”
      der er ingen kommando ”%1”
    newsroom.toml(5) lists the commands
      newsroom.toml(5) viser kommandoerne
    %1 has a row already, for %2. Delete one of the two
      %1 har allerede en linje, for %2. Slet en af de to
    %1 is the beginning of %2, which is bound to %3. Change one of the two
      %1 er begyndelsen af %2, som er bundet til %3. Ændr en af de to
    %1 begins with %2, which is bound to %3. Change one of the two
      %1 begynder med %2, som er bundet til %3. Ændr en af de to
    %1 works in these panes only: %2. Move the line there
      %1 virker kun i disse paneler: %2. Flyt linjen dertil
    %1 needs to know a digit. Bind it to one of the keys 1 to 9
      %1 skal kende et ciffer. Bind den til en af tasterne 1 til 9
    %1 means the same everywhere. Use another key
      %1 betyder det samme overalt. Brug en anden tast
    %1 in [searches] takes a search, such as %2
      %1 i [searches] tager en søgning, fx %2
    %1 in [pipes] takes a command. For example: %2
      %1 i [pipes] tager en kommando. For eksempel: %2
    %1 in [libraries] takes a directory. For example: %2
      %1 i [libraries] tager en mappe. For eksempel: %2
    %1 in [kiosk] takes %2. For example: %3
      %1 i [kiosk] tager %2. For eksempel: %3
    [kiosk] has no key “%1”
      [kiosk] har ingen nøgle ”%1”
    %1 in [jsonl] takes a name or a list of names. For example: %2
      %1 i [jsonl] tager et navn eller en liste af navne. For eksempel: %2
    “%1” is in [jsonl]; move it above the first table
      ”%1” står i [jsonl]; flyt den over den første tabel
    [jsonl] has no field “%1”
      [jsonl] har intet felt ”%1”
    the file ends in the middle of a value. Close the list or the text that is open
      filen slutter midt i en værdi. Luk den liste eller tekst, der er åben
    this name is there twice. Delete one of the two lines
      navnet er der to gange. Slet en af de to linjer
    this is not TOML (%1). Correct the line, or delete it
      dette er ikke TOML (%1). Ret linjen, eller slet den
    the quotation marks are curly. Use straight ones: " or '
      anførselstegnene er krøllede. Brug lige: " eller '
    the name of a table has no end. Close it with ]
      tabellens navn har ingen ende. Luk det med ]
    a line is name = value, [table] or # a comment. Write it with an equals sign
      en linje er navn = værdi, [tabel] eller # kommentar. Skriv den med lighedstegn
    the name before the equals sign is missing
      navnet før lighedstegnet mangler
    a name with spaces is put in quotation marks: %1
      et navn med mellemrum sættes i anførselstegn: %1
    the value after the equals sign is missing
      værdien efter lighedstegnet mangler
    the text has no end. Close it with %1
      teksten har ingen ende. Luk den med %1
    a text is put in quotation marks: %1
      en tekst sættes i anførselstegn: %1
    newsroom has a theme of this name. Rename the file
      newsroom har et tema med dette navn. Omdøb filen
    it can't be read as text; repair it
      den kan ikke læses som tekst; reparér den
    a theme has no “%1”. There are: like, [styles]
      et tema har ingen ”%1”. Der er: like, [styles]
    no role “%1”
      ingen rolle ”%1”
    newsroom.toml(5) lists the roles
      newsroom.toml(5) viser rollerne
    a style is a text, such as "bold #e8c07a on black"
      en stil er en tekst, fx "bold #e8c07a on black"
    “%1” is neither an attribute nor a colour
      ”%1” er hverken en egenskab eller en farve
    Write a colour as #rrggbb or by its name
      Skriv en farve som #rrggbb eller ved navn
    For example: %1
      For eksempel: %1
    a directory
      en mappe
    the name of a theme
      navnet på et tema
    a number of columns
      et antal kolonner
    true or false
      true eller false
    a pattern or a list of patterns
      et mønster eller en liste af mønstre
    a text
      en tekst
    minutes
      minutter
    %1 takes %2
      %1 tager %2
    """
}
