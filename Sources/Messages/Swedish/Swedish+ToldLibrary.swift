extension LanguagePack {
  /// Sentences of rooms below: the library, searches, the settings in Swedish.
  static let swedishToldLibrary: StaticString =
    """
    can't read the directory %1
      kan inte läsa mappen %1
    can't use the index %1: %2. You can delete it; newsroom will build it again
      indexet %1 kan inte användas: %2. Det kan tas bort; newsroom bygger det igen
    %1 is not a newsroom index: %2. Nothing in it was changed; choose another file for the index
      %1 är inget newsroom-index: %2. Inget i den har ändrats; välj en annan fil för indexet
    can't use the marks in %1: %2. Nothing in the file was changed; repair it, or move it away to start \
    afresh
      markeringarna i %1 kan inte användas: %2. Inget i filen har ändrats; laga den, eller flytta den för \
    att börja om
    can't write %1, so items that drop out of a feed are lost
      kan inte skriva %1, så det som faller ur ett flöde går förlorat
    can't read %1: %2
      kan inte läsa %1: %2
    the story %1 is no longer in the library
      artikeln %1 finns inte längre i biblioteket
    the story is no longer in %1; press R to look for changes
      artikeln finns inte längre i %1; R letar efter ändringar
    a story can't have more than %1 clippings
      en artikel kan inte ha fler än %1 urklipp
    %1 has no front matter that names a story. Nothing in it was changed; repair it, or move it away
      %1 nämner ingen artikel i huvudet. Inget i den har ändrats; laga den, eller flytta den
    no clippings are kept of this story
      inga urklipp sparas av den här artikeln
    there is no home directory to save the search in
      det finns ingen hemkatalog att spara sökningen i
    this story has no clippings
      den här artikeln har inga urklipp
    %1 is not there any more
      %1 finns inte kvar
    can't start %1: %2
      kan inte starta %1: %2
    the browser ended with status %1
      webbläsaren slutade med status %1
    the editor ended with status %1
      editorn slutade med status %1
    the index was damaged or made by another version; it is being built again
      indexet var skadat eller från en annan version; det byggs igen
    can't save an index (%1); the whole directory is read each time
      indexet kan inte sparas (%1); hela mappen läses varje gång
    %1; until then newsroom forgets new marks when it quits
      %1; till dess glömmer newsroom nya markeringar när det avslutas
    the quotation mark is not closed yet
      citattecknet är inte stängt än
    %1: needs a value, such as %2
      %1: saknar ett värde, t.ex. %2
    there is no field “%1:”, so “%2” is searched as words
      det finns inget fält ”%1:”, så ”%2” söks som ord
    only the first %1 characters are searched
      bara de första %1 tecknen används
    a closing parenthesis without an opening one is ignored
      en slutparentes utan början förbises
    %1: takes one value; put several words in quotation marks
      %1: tar ett värde; sätt flera ord inom citattecken
    parentheses can be nested %1 deep; the rest are ignored
      parenteser kan vara %1 djupa; resten förbises
    %1 can't follow or precede OR, so it is searched as words
      %1 kan inte stå vid OR, så det söks som ord
    “%1” is not a date, such as %2, so it is searched as words
      ”%1” är inget datum, t.ex. %2, så det söks som ord
    not a date, such as %1, so it is searched as words
      inget datum, t.ex. %1, så det söks som ord
    %1: takes a number, such as 3, >3, <=3 or 1..3, so it is searched as words
      %1: tar ett tal, t.ex. 3, >3, <=3 eller 1..3, så det söks som ord
    urgency: takes 1 (most urgent) to 9, so it is searched as words
      urgency: tar 1 (viktigast) till 9, så det söks som ord
    “%1” is a time without an end; perhaps you mean date:%2, so it is searched as words
      ”%1” är en tid utan slut; kanske menas date:%2, så det söks som ord
    “%1” is a time without a beginning; perhaps you mean date:%2, so it is searched as words
      ”%1” är en tid utan början; kanske menas date:%2, så det söks som ord
    %1: takes %2, so it is searched as words
      %1: tar %2, så det söks som ord
    showing results for “%1”
      visar träffar för ”%1”
    no story is called “%1”, so it is searched as words
      ingen artikel heter ”%1”, så det söks som ord
    new stories are counted from your previous visit, and this is your first
      nya artiklar räknas från förra besöket, och det här är det första
    no story has these words
      ingen artikel har dessa ord
    can't understand “%1”: %2
      kan inte förstå ”%1”: %2
    “%1” is not a date, such as %2
      ”%1” är inget datum, t.ex. %2
    %1: takes a number, such as 3, >3, <=3 or 1..3
      %1: tar ett tal, t.ex. 3, >3, <=3 eller 1..3
    urgency: takes 1 (most urgent) to 9
      urgency: tar 1 (viktigast) till 9
    %1: takes %2
      %1: tar %2
    No story has “%1”. Did you mean %2?
      Ingen artikel har ”%1”. Menade du %2?
    there are no stories here
      här finns inga artiklar
    each part of the query finds stories, but no story matches all of it
      varje del av sökningen hittar artiklar, men ingen passar allt
    no story matches
      ingen artikel passar
    no story is left after -%1
      ingen artikel är kvar efter -%1
    no story is new
      ingen artikel är ny
    no story is unread
      ingen artikel är oläst
    no story is saved
      ingen artikel är sparad
    no story is read
      ingen artikel är läst
    no story is under embargo
      ingen artikel är under embargo
    no story is like “%1”
      ingen artikel liknar ”%1”
    no story is in “%1”
      ingen artikel finns i ”%1”
    no story matches %1
      ingen artikel passar %1
    no story has a date
      ingen artikel har ett datum
    no story is from that time; the oldest is from %1, the newest from %2
      ingen artikel är från den tiden; den äldsta är från %1, den nyaste från %2
    no story here has any %1
      ingen artikel här har %1
    """
}
