extension LanguagePack {
  /// Sentences about newsroom.toml and files of themes in Swedish.
  static let swedishToldSettings: StaticString =
    """
    no setting “%1”
      ingen inställning ”%1”
    no table [%1]
      ingen tabell [%1]
    no theme “%1”; did you mean “%2”?
      inget tema ”%1”; menade du ”%2”?
    no theme “%1”; there are: %2
      inget tema ”%1”; det finns: %2
    the pattern “%1” in ignore is not valid: %2
      mönstret ”%1” i ignore är inte giltigt: %2
    [keys] is a table. Write [keys] and, in a line below it, preset = "%1"
      [keys] är en tabell. Skriv [keys] och på en rad under den preset = "%1"
    counts takes true or false. For example: counts = true
      counts tar true eller false. Till exempel: counts = true
    there is no preset “%1”
      det finns inget preset ”%1”
    a key takes a command, a list of commands or "none". For example: %1 = "help"
      en tangent tar ett kommando, en lista av kommandon eller "none". Till exempel: %1 = "help"
    the name of the key is missing. For example: "g g" = "first"
      tangentens namn saknas. Till exempel: "g g" = "first"
    “%1” has more than %2 keys. Use a shorter sequence
      ”%1” har fler än %2 tangenter. Använd en kortare följd
    there is no pane “%1”
      det finns ingen panel ”%1”
    “%1” is no key
      ”%1” är ingen tangent
    Write a character, C- or M- and a letter, or a name such as %1
      Skriv ett tecken, C- eller M- och en bokstav, eller ett namn som %1
    there is no command “%1”
      det finns inget kommando ”%1”
    newsroom.toml(5) lists the commands
      newsroom.toml(5) visar kommandona
    %1 has a row already, for %2. Delete one of the two
      %1 har redan en rad, för %2. Ta bort en av de två
    %1 is the beginning of %2, which is bound to %3. Change one of the two
      %1 är början av %2, som är bunden till %3. Ändra en av de två
    %1 begins with %2, which is bound to %3. Change one of the two
      %1 börjar med %2, som är bunden till %3. Ändra en av de två
    %1 works in these panes only: %2. Move the line there
      %1 fungerar bara i dessa paneler: %2. Flytta raden dit
    %1 needs to know a digit. Bind it to one of the keys 1 to 9
      %1 måste känna en siffra. Bind det till en av tangenterna 1 till 9
    %1 means the same everywhere. Use another key
      %1 betyder detsamma överallt. Använd en annan tangent
    %1 in [searches] takes a search, such as %2
      %1 i [searches] tar en sökning, t.ex. %2
    %1 in [pipes] takes a command. For example: %2
      %1 i [pipes] tar ett kommando. Till exempel: %2
    %1 in [libraries] takes a directory. For example: %2
      %1 i [libraries] tar en mapp. Till exempel: %2
    %1 in [kiosk] takes %2. For example: %3
      %1 i [kiosk] tar %2. Till exempel: %3
    [kiosk] has no key “%1”
      [kiosk] har ingen nyckel ”%1”
    %1 in [jsonl] takes a name or a list of names. For example: %2
      %1 i [jsonl] tar ett namn eller en lista av namn. Till exempel: %2
    “%1” is in [jsonl]; move it above the first table
      ”%1” står i [jsonl]; flytta den ovanför den första tabellen
    [jsonl] has no field “%1”
      [jsonl] har inget fält ”%1”
    the file ends in the middle of a value. Close the list or the text that is open
      filen slutar mitt i ett värde. Stäng listan eller texten som är öppen
    this name is there twice. Delete one of the two lines
      namnet finns två gånger. Ta bort en av de två raderna
    this is not TOML (%1). Correct the line, or delete it
      det här är inte TOML (%1). Rätta raden, eller ta bort den
    the quotation marks are curly. Use straight ones: " or '
      citattecknen är böjda. Använd raka: " eller '
    the name of a table has no end. Close it with ]
      tabellens namn har inget slut. Stäng det med ]
    a line is name = value, [table] or # a comment. Write it with an equals sign
      en rad är namn = värde, [tabell] eller # kommentar. Skriv den med likhetstecken
    the name before the equals sign is missing
      namnet före likhetstecknet saknas
    a name with spaces is put in quotation marks: %1
      ett namn med blanksteg sätts inom citattecken: %1
    the value after the equals sign is missing
      värdet efter likhetstecknet saknas
    the text has no end. Close it with %1
      texten har inget slut. Stäng den med %1
    a text is put in quotation marks: %1
      en text sätts inom citattecken: %1
    newsroom has a theme of this name. Rename the file
      newsroom har ett tema med det namnet. Döp om filen
    it can't be read as text; repair it
      den kan inte läsas som text; laga den
    a theme has no “%1”. There are: like, [styles]
      ett tema har ingen ”%1”. Det finns: like, [styles]
    no role “%1”
      ingen roll ”%1”
    newsroom.toml(5) lists the roles
      newsroom.toml(5) visar rollerna
    a style is a text, such as "bold #e8c07a on black"
      en stil är en text, t.ex. "bold #e8c07a on black"
    “%1” is neither an attribute nor a colour
      ”%1” är varken en egenskap eller en färg
    Write a colour as #rrggbb or by its name
      Skriv en färg som #rrggbb eller med namn
    For example: %1
      Till exempel: %1
    a directory
      en mapp
    the name of a theme
      namnet på ett tema
    a number of columns
      ett antal kolumner
    true or false
      true eller false
    a pattern or a list of patterns
      ett mönster eller en lista av mönster
    a text
      en text
    minutes
      minuter
    %1 takes %2
      %1 tar %2
    """
}
