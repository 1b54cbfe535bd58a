extension LanguagePack {
  /// Searches that alert and hide, the list as a file, groups, columns in German.
  static let germanAlerts: StaticString =
    """
    %1 · %2 lists alerts
      %1 · %2 zeigt Meldungen
    Alert from “%1”: %2
      Meldung von „%1“: %2
    %1 alerts from %2 …
      %1 Meldungen von %2 …
    %1 alerts from %2
      %1 Meldungen von %2
    %1 alert|%1 alerts
      %1 Meldung|%1 Meldungen
    No search alerts yet: choose one with :alert.
      Noch meldet keine Suche: mit :alert eine wählen.
    No alerts: nothing has arrived that a search with an alert finds.
      Keine Meldungen: Nichts ist eingetroffen, was eine meldende Suche findet.
    Alerts
      Meldungen
    Alerts · %1 new
      Meldungen · %1 neu
    alerts
      meldet
    does not alert
      meldet nicht
    Alert of what arrives
      Neues melden
    “%1” tells of what arrives; %2 lists it.
      „%1“ meldet, was eintrifft; %2 zeigt es.
    “%1” alerts no more.
      „%1“ meldet nicht mehr.
    No search is kept: %1 searches, and %2 keeps the search.
      Keine Suche ist behalten: %1 sucht, und %2 behält die Suche.
    “%1” is set in newsroom.toml; write { search = …, %2 } there.
      „%1“ steht in newsroom.toml; dort { search = …, %2 } schreiben.
    List what kept searches have found among arrivals since you last looked
      Auflisten, was behaltene Suchen seit dem letzten Blick unter dem Neuen fanden
    Let a kept search tell of what arrives, or end it
      Eine behaltene Suche Neues melden lassen oder das beenden
    Hide what a kept search finds, for some days or until a date, or end it
      Ausblenden, was eine behaltene Suche findet, für Tage oder bis zu einem Datum, oder das beenden
    Show the stories that searches hide, or hide them again
      Artikel zeigen, die Suchen ausblenden, oder sie wieder ausblenden
    Let the kept search tell of what arrives, or end it
      Die behaltene Suche Neues melden lassen oder das beenden
    Hide what the kept search finds, or end it
      Ausblenden, was die behaltene Suche findet, oder das beenden
    Select a kept search first; they are beside the desks.
      Erst eine behaltene Suche wählen; sie stehen neben den Ressorts.
    “%1” and %2 more hides no more: its time has ended.
      „%1“ und %2 weitere blenden nichts mehr aus: Die Zeit ist um.
    “%1” hides no more: its time has ended.
      „%1“ blendet nichts mehr aus: Die Zeit ist um.
    hides nothing
      blendet nichts aus
    hides
      blendet aus
    hides until %1
      blendet aus bis %1
    Hide what a search finds
      Ausblenden, was eine Suche findet
    “%1” hides nothing any more.
      „%1“ blendet nichts mehr aus.
    What “%1” finds is hidden until %2; %3 shows it.
      Was „%1“ findet, ist bis %2 ausgeblendet; %3 zeigt es.
    What “%1” finds is hidden; %2 shows it.
      Was „%1“ findet, ist ausgeblendet; %2 zeigt es.
    3 days, 2w, friday, 2026-03-02; nothing for no end
      3 days, 2w, friday, 2026-03-02; nichts für immer
    → until %1
      → bis %1
    not a day to come; try %1
      kein künftiger Tag; etwa %1
    No search hides anything; :mute lets one do so.
      Keine Suche blendet etwas aus; :mute lässt es eine tun.
    nothing here was hidden
      nichts war hier ausgeblendet
    Shown: %1 · %2 hides again
      Gezeigt: %1 · %2 blendet wieder aus
    What “%1” and %2 more finds is hidden again.
      Was „%1“ und %2 weitere finden, ist wieder ausgeblendet.
    What “%1” finds is hidden again.
      Was „%1“ findet, ist wieder ausgeblendet.
    %1 searches
      %1 Suchen
    %1 hidden by %2
      %1 ausgeblendet von %2
    %1 · %2 hidden
      %1 · %2 ausgeblendet
    No other stories here.
      Keine anderen Artikel hier.
    %1; %2 shows them.
      %1; %2 zeigt sie.
    hint: what is new
      Neues
    hint: thread
      Strang
    hint: alike
      Ähnliches
    hint: mark many
      viele markieren
    hint: versions
      Fassungen
    hint: commands
      Befehle
    hint: themes
      Themen
    hint: headings
      Zwischentitel
    hint: copy
      kopieren
    hint: clip
      ausschneiden
    hint: hides it
      blendet aus
    hint: writes it
      schreibt
    Type a link's letters; %1 cancels.  %2
      Buchstaben eines Verweises tippen; %1 bricht ab.  %2
    type to narrow
      Tippen grenzt ein
    %1 move, type to narrow
      %1 bewegen, Tippen grenzt ein
    Narrow the list by author, tag, person, place, language, source, folder or desk; Esc widens it
      Die Liste nach Autor, Schlagwort, Person, Ort, Sprache, Quelle, Ordner oder Ressort eingrenzen; Esc \
    erweitert sie
    Put the list under dates, desks or sources, or under no headings
      Die Liste nach Daten, Ressorts oder Quellen ordnen oder ohne Titel zeigen
    Find the words, keep the results as the list, go to the date, keep the search, the note or the keys, \
    hide what the search finds, write the file
      Die Wörter finden, Ergebnisse als Liste, Suche, Notiz oder Tasten behalten, zum Datum gehen, \
    Gefundenes ausblenden, die Datei schreiben
    Complete a field or a name; again for the next choice
      Ein Feld oder einen Namen ergänzen; noch einmal für die nächste Wahl
    The previous choice
      Die vorige Wahl
    Widen READ MORE beside the story
      WEITERLESEN neben dem Artikel verbreitern
    Narrow READ MORE beside the story
      WEITERLESEN neben dem Artikel verschmälern
    marks belong to the visitor
      Markierungen gehören dem Gast
    end of hiding
      Ende des Ausblendens
    name of a file
      Name einer Datei
    Hide “%1” until: 
      „%1“ ausblenden bis: 
    Write the list to: 
      Die Liste schreiben nach: 
    in the folder %1
      im Ordner %1
    NO DESK
      KEIN RESSORT
    NO SOURCE
      KEINE QUELLE
    by desk
      nach Ressort
    by source
      nach Quelle
    Results stand together; desks and sources part the list without a search.
      Ergebnisse stehen beisammen; Ressorts und Quellen teilen die Liste ohne Suche.
    By date.
      Nach Datum.
    By desk.
      Nach Ressort.
    By source: feeds, wires, mailboxes and files of many stories.
      Nach Quelle: Feeds, Agenturen, Postfächer und Dateien mit vielen Artikeln.
    Without headings.
      Ohne Titel.
    Write the stories of the list to a file, in the format that its name ends with
      Die Artikel der Liste in eine Datei schreiben, im Format der Endung
    Writing %1 …
      %1 wird geschrieben …
    Wrote %1 to %2.
      %1 nach %2 geschrieben.
    Wrote the first %1 to %2; `newsroom export` writes any number.
      Die ersten %1 nach %2 geschrieben; `newsroom export` schreibt beliebig viele.
    Choose another name
      Anderen Namen wählen
    Replace the file
      Die Datei ersetzen
    There is a file %1
      Es gibt eine Datei %1
    a name that ends with %1
      ein Name, der auf %1 endet
    %1 or %2
      %1 oder %2
    READ MORE is beside a story on screens of %1 columns or more.
      WEITERLESEN steht neben einem Artikel auf Schirmen ab %1 Spalten.
    READ MORE is now %1 columns wide.
      WEITERLESEN ist jetzt %1 Spalten breit.
    READ MORE can't be wider on this screen.
      Breiter geht WEITERLESEN auf diesem Schirm nicht.
    READ MORE can't be narrower on this screen.
      Schmaler geht WEITERLESEN auf diesem Schirm nicht.
    Contents
      Inhalt
    All folders
      Alle Ordner
    folders
      Ordner
    Folders
      Ordner
    No folder
      Kein Ordner
    without a folder
      ohne Ordner
    from a feed, wire, mailbox or folder, by its title, file or path
      aus Feed, Agentur, Postfach oder Ordner, nach Titel, Datei oder Pfad
    """
}
