extension LanguagePack {
  /// Sentences of rooms below: the library, searches, the settings in Danish.
  static let danishToldLibrary: StaticString =
    """
    can't read the directory %1
      kan ikke læse mappen %1
    can't use the index %1: %2. You can delete it; newsroom will build it again
      indekset %1 kan ikke bruges: %2. Det kan slettes; newsroom bygger det igen
    %1 is not a newsroom index: %2. Nothing in it was changed; choose another file for the index
      %1 er ikke et newsroom-indeks: %2. Intet i den er ændret; vælg en anden fil til indekset
    can't use the marks in %1: %2. Nothing in the file was changed; repair it, or move it away to start \
    afresh
      mærkerne i %1 kan ikke bruges: %2. Intet i filen er ændret; reparér den, eller flyt den for at \
    begynde forfra
    can't write %1, so items that drop out of a feed are lost
      kan ikke skrive %1, så det, der falder ud af et feed, går tabt
    can't read %1: %2
      kan ikke læse %1: %2
    the story %1 is no longer in the library
      artiklen %1 er ikke længere i biblioteket
    the story is no longer in %1; press R to look for changes
      artiklen er ikke længere i %1; R ser efter ændringer
    a story can't have more than %1 clippings
      en artikel kan ikke have over %1 udklip
    %1 has no front matter that names a story. Nothing in it was changed; repair it, or move it away
      %1 nævner ingen artikel i hovedet. Intet i den er ændret; reparér den, eller flyt den
    no clippings are kept of this story
      ingen udklip gemmes af denne artikel
    there is no home directory to save the search in
      der er ingen hjemmemappe at gemme søgningen i
    this story has no clippings
      denne artikel har ingen udklip
    %1 is not there any more
      %1 er der ikke længere
    can't start %1: %2
      kan ikke starte %1: %2
    the browser ended with status %1
      browseren endte med status %1
    the editor ended with status %1
      editoren endte med status %1
    the index was damaged or made by another version; it is being built again
      indekset var beskadiget eller fra en anden version; det bygges igen
    can't save an index (%1); the whole directory is read each time
      indekset kan ikke gemmes (%1); hele mappen læses hver gang
    %1; until then newsroom forgets new marks when it quits
      %1; indtil da glemmer newsroom nye mærker, når det afsluttes
    the quotation mark is not closed yet
      anførselstegnet er ikke lukket endnu
    %1: needs a value, such as %2
      %1: mangler en værdi, fx %2
    there is no field “%1:”, so “%2” is searched as words
      der er intet felt ”%1:”, så ”%2” søges som ord
    only the first %1 characters are searched
      kun de første %1 tegn bruges
    a closing parenthesis without an opening one is ignored
      en slutparentes uden begyndelse overses
    %1: takes one value; put several words in quotation marks
      %1: tager én værdi; sæt flere ord i anførselstegn
    parentheses can be nested %1 deep; the rest are ignored
      parenteser kan være %1 dybe; resten overses
    %1 can't follow or precede OR, so it is searched as words
      %1 kan ikke stå ved OR, så det søges som ord
    “%1” is not a date, such as %2, so it is searched as words
      ”%1” er ingen dato, fx %2, så det søges som ord
    not a date, such as %1, so it is searched as words
      ingen dato, fx %1, så det søges som ord
    %1: takes a number, such as 3, >3, <=3 or 1..3, so it is searched as words
      %1: tager et tal, fx 3, >3, <=3 eller 1..3, så det søges som ord
    urgency: takes 1 (most urgent) to 9, so it is searched as words
      urgency: tager 1 (vigtigst) til 9, så det søges som ord
    “%1” is a time without an end; perhaps you mean date:%2, so it is searched as words
      ”%1” er en tid uden slutning; måske menes date:%2, så det søges som ord
    “%1” is a time without a beginning; perhaps you mean date:%2, so it is searched as words
      ”%1” er en tid uden begyndelse; måske menes date:%2, så det søges som ord
    %1: takes %2, so it is searched as words
      %1: tager %2, så det søges som ord
    showing results for “%1”
      viser fund for ”%1”
    no story is called “%1”, so it is searched as words
      ingen artikel hedder ”%1”, så det søges som ord
    new stories are counted from your previous visit, and this is your first
      nye artikler regnes fra sidste besøg, og dette er det første
    no story has these words
      ingen artikel har disse ord
    can't understand “%1”: %2
      kan ikke forstå ”%1”: %2
    “%1” is not a date, such as %2
      ”%1” er ingen dato, fx %2
    %1: takes a number, such as 3, >3, <=3 or 1..3
      %1: tager et tal, fx 3, >3, <=3 eller 1..3
    urgency: takes 1 (most urgent) to 9
      urgency: tager 1 (vigtigst) til 9
    %1: takes %2
      %1: tager %2
    No story has “%1”. Did you mean %2?
      Ingen artikel har ”%1”. Mente du %2?
    there are no stories here
      her er ingen artikler
    each part of the query finds stories, but no story matches all of it
      hver del af søgningen finder artikler, men ingen passer til det hele
    no story matches
      ingen artikel passer
    no story is left after -%1
      ingen artikel er tilbage efter -%1
    no story is new
      ingen artikel er ny
    no story is unread
      ingen artikel er ulæst
    no story is saved
      ingen artikel er gemt
    no story is read
      ingen artikel er læst
    no story is under embargo
      ingen artikel er under klausul
    no story is like “%1”
      ingen artikel ligner ”%1”
    no story is in “%1”
      ingen artikel er i ”%1”
    no story matches %1
      ingen artikel passer til %1
    no story has a date
      ingen artikel har en dato
    no story is from that time; the oldest is from %1, the newest from %2
      ingen artikel er fra den tid; den ældste er fra %1, den nyeste fra %2
    no story here has any %1
      ingen artikel her har %1
    """
}
