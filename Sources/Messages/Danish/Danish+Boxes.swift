extension LanguagePack {
  /// Keys of prompts, lists and boxes; where commands work in Danish.
  static let danishBoxes: StaticString =
    """
    Earlier search
      Tidligere søgning
    Later search
      Senere søgning
    Delete the last letter; close the line if it is empty
      Slet det sidste bogstav; luk linjen, hvis den er tom
    Delete the last word
      Slet det sidste ord
    Delete all that was typed
      Slet alt, der er skrevet
    Delete the kept search
      Slet den gemte søgning
    Next list: authors, tags and so on
      Næste liste: forfattere, emneord og så videre
    Previous list
      Forrige liste
    Choose the line; read the version
      Vælg linjen; læs versionen
    Down a line, if nothing is typed yet
      En linje ned, hvis intet er skrevet endnu
    Up a line, if nothing is typed yet
      En linje op, hvis intet er skrevet endnu
    Type a name, even one that begins with j or k
      Skriv et navn, også et der begynder med j eller k
    Show what the version changed
      Vis, hvad versionen ændrede
    Close the list of versions
      Luk listen over versioner
    Close the box
      Luk boksen
    Copy the address
      Kopiér adressen
    Open the address with $BROWSER
      Åbn adressen med $BROWSER
    Find a key by its name or by what it does
      Find en tast ved navn eller ved det, den gør
    Close the list of keys
      Luk listen over taster
    Close the comparison
      Luk sammenligningen
    Down a line
      En linje ned
    Up a line
      En linje op
    Down a line; while you type, in the pane above
      En linje ned; mens du skriver, i panelet ovenover
    Down a row in the results
      En række ned i resultaterne
    Up a row in the results
      En række op i resultaterne
    Down a screen
      En skærm ned
    To the beginning
      Til begyndelsen
    To the end
      Til slutningen
    Close it without doing anything
      Luk uden at gøre noget
    One line more
      En linje mere
    One line less
      En linje mindre
    A screen more
      En skærm mere
    A screen less
      En skærm mindre
    Move the other end
      Flyt den anden ende
    Keep the lines, with a note
      Gem linjerne med en note
    Copy the lines
      Kopiér linjerne
    Delete the clipping
      Slet udklippet
    Write the note in $VISUAL or $EDITOR
      Skriv noten i $VISUAL eller $EDITOR
    list
      liste
    article
      artikel
    READ MORE
      LÆS MERE
    typing a line
      skrivelinjen
    lists
      lister
    texts
      tekster
    find
      søgning i artiklen
    search
      søgning
    date
      dato
    name of a search
      navn på en søgning
    note to a clipping
      note til et udklip
    search among keys
      søgning i taster
    desks and their like
      redaktioner og lignende
    commands
      kommandoer
    versions
      versioner
    clippings
      udklip
    help
      hjælp
    comparison
      sammenligning
    address
      adresse
    link letters
      linkbogstaver
    lines of a story
      linjer i en artikel
    hint: move
      flyt
    hint: scroll
      rul
    hint: page
      side
    hint: read
      læs
    hint: next unread
      næste ulæste
    hint: back
      tilbage
    hint: follow
      følg
    hint: links
      links
    hint: read more
      læs mere
    hint: find
      søg
    hint: unread
      ulæst
    hint: save
      gem
    hint: desks
      redaktioner
    hint: narrow
      indsnævr
    hint: filter
      filter
    hint: order
      orden
    hint: date
      dato
    hint: help
      hjælp
    hint: quit
      afslut
    hint: list
      liste
    hint: widen
      udvid
    hint: show all
      vis alle
    hint: finds
      finder
    hint: keeps the results
      beholder resultaterne
    hint: goes there
      går dertil
    hint: keeps it
      gemmer
    hint: keeps them
      beholder dem
    hint: completes
      fuldfører
    hint: deletes the search
      sletter søgningen
    hint: next list
      næste liste
    hint: chooses
      vælger
    hint: does it
      udfører
    hint: reads
      læser
    hint: shows changes
      viser ændringer
    hint: copies
      kopierer
    hint: closes
      lukker
    hint: every key
      alle taster
    hint: extends
      udvider
    hint: keeps
      gemmer
    hint: deletes
      sletter
    hint: editor
      editor
    takes “%1”
      vælger ”%1”
    type to find
      skriv for at finde
    [-out-] {+in+}
      [-ud-] {+ind+}
    shown, not opened
      vises, åbnes ikke
    """
}
