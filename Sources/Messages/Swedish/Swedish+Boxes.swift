extension LanguagePack {
  /// Keys of prompts, lists and boxes; where commands work in Swedish.
  static let swedishBoxes: StaticString =
    """
    Earlier search
      Tidigare sökning
    Later search
      Senare sökning
    Delete the last letter; close the line if it is empty
      Ta bort den sista bokstaven; stäng raden om den är tom
    Delete the last word
      Ta bort det sista ordet
    Delete all that was typed
      Ta bort allt som skrivits
    Delete the kept search
      Ta bort den sparade sökningen
    Next list: authors, tags and so on
      Nästa lista: författare, etiketter och så vidare
    Previous list
      Föregående lista
    Choose the line; read the version
      Välj raden; läs versionen
    Down a line, if nothing is typed yet
      En rad ned, om inget är skrivet än
    Up a line, if nothing is typed yet
      En rad upp, om inget är skrivet än
    Type a name, even one that begins with j or k
      Skriv ett namn, även ett som börjar på j eller k
    Show what the version changed
      Visa vad versionen ändrade
    Close the list of versions
      Stäng listan över versioner
    Close the box
      Stäng rutan
    Copy the address
      Kopiera adressen
    Open the address with $BROWSER
      Öppna adressen med $BROWSER
    Find a key by its name or by what it does
      Hitta en tangent på namn eller på vad den gör
    Close the list of keys
      Stäng listan över tangenter
    Close the comparison
      Stäng jämförelsen
    Down a line
      En rad ned
    Up a line
      En rad upp
    Down a line; while you type, in the pane above
      En rad ned; medan du skriver, i panelen ovanför
    Down a row in the results
      En rad ned bland resultaten
    Up a row in the results
      En rad upp bland resultaten
    Down a screen
      En skärm ned
    To the beginning
      Till början
    To the end
      Till slutet
    Close it without doing anything
      Stäng utan att göra något
    One line more
      En rad till
    One line less
      En rad mindre
    A screen more
      En skärm till
    A screen less
      En skärm mindre
    Move the other end
      Flytta den andra änden
    Keep the lines, with a note
      Spara raderna med en anteckning
    Copy the lines
      Kopiera raderna
    Delete the clipping
      Ta bort urklippet
    Write the note in $VISUAL or $EDITOR
      Skriv anteckningen i $VISUAL eller $EDITOR
    list
      lista
    article
      artikel
    READ MORE
      LÄS MER
    typing a line
      skrivraden
    lists
      listor
    texts
      texter
    find
      sökning i artikeln
    search
      sökning
    date
      datum
    name of a search
      namn på en sökning
    note to a clipping
      anteckning till ett urklipp
    search among keys
      sökning bland tangenter
    desks and their like
      redaktioner och liknande
    commands
      kommandon
    versions
      versioner
    clippings
      urklipp
    help
      hjälp
    comparison
      jämförelse
    address
      adress
    link letters
      länkbokstäver
    lines of a story
      rader i en artikel
    hint: move
      flytta
    hint: scroll
      rad
    hint: page
      sida
    hint: read
      läs
    hint: next unread
      nästa olästa
    hint: back
      tillbaka
    hint: follow
      följ
    hint: links
      länkar
    hint: read more
      läs mer
    hint: find
      sök
    hint: unread
      oläst
    hint: save
      spara
    hint: desks
      redaktioner
    hint: narrow
      avgränsa
    hint: filter
      filter
    hint: order
      ordning
    hint: date
      datum
    hint: help
      hjälp
    hint: quit
      avsluta
    hint: list
      lista
    hint: widen
      vidga
    hint: show all
      visa alla
    hint: finds
      hittar
    hint: keeps the results
      behåller resultaten
    hint: goes there
      går dit
    hint: keeps it
      sparar
    hint: keeps them
      behåller dem
    hint: completes
      fyller i
    hint: deletes the search
      tar bort sökningen
    hint: next list
      nästa lista
    hint: chooses
      väljer
    hint: does it
      utför
    hint: reads
      läser
    hint: shows changes
      visar ändringar
    hint: copies
      kopierar
    hint: closes
      stänger
    hint: every key
      alla tangenter
    hint: extends
      utökar
    hint: keeps
      sparar
    hint: deletes
      tar bort
    hint: editor
      editor
    takes “%1”
      väljer ”%1”
    type to find
      skriv för att hitta
    [-out-] {+in+}
      [-ut-] {+in+}
    shown, not opened
      visas, öppnas inte
    """
}
