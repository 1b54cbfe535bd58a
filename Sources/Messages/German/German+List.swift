extension LanguagePack {
  /// The list, the bars, READ MORE, and how an article is set in German.
  static let germanList: StaticString =
    """
    COMING
      DEMNÄCHST
    TODAY
      HEUTE
    YESTERDAY
      GESTERN
    UNDATED
      OHNE DATUM
    BEST MATCHES
      BESTE TREFFER
    MOST SIMILAR
      AM ÄHNLICHSTEN
    NEWEST MATCHES
      NEUESTE TREFFER
    OLDER MATCHES
      ÄLTERE TREFFER
    WITHOUT “%1”
      OHNE „%1“
    UNDER %1 MINUTES
      UNTER %1 MINUTEN
    %1 TO %2 MINUTES
      %1 BIS %2 MINUTEN
    AN HOUR OR MORE
      EINE STUNDE ODER MEHR
    %1 MINUTES OR MORE
      %1 MINUTEN ODER MEHR
    KILLED
      GESPERRT
    WITHHELD
      ZURÜCKGEHALTEN
    EMBARGO
      SPERRFRIST
    news: new
      neu
    news: updated
      aktualisiert
    news: killed
      gesperrt
    news: withheld
      zurückgehalten
    news: corrected
      berichtigt
    Killed
      Gesperrt
    Withheld
      Zurückgehalten
    Corrected
      Berichtigt
    Updated
      Aktualisiert
    %1 min
      %1 Min.
    %1 version|%1 versions
      %1 Fassung|%1 Fassungen
    %1 story|%1 stories
      %1 Artikel|%1 Artikel
    %1 new story|%1 new stories
      %1 neuer Artikel|%1 neue Artikel
    %1 file|%1 files
      %1 Datei|%1 Dateien
    %1 word|%1 words
      %1 Wort|%1 Wörter
    %1 row|%1 rows
      %1 Zeile|%1 Zeilen
    %1 heading|%1 headings
      %1 Zwischentitel|%1 Zwischentitel
    %1 outside link|%1 outside links
      %1 externer Verweis|%1 externe Verweise
    %1 hour ago|%1 hours ago
      vor %1 Stunde|vor %1 Stunden
    no stories
      keine Artikel
    %1+ stories
      %1+ Artikel
    %1 · all read
      %1 · alle gelesen
    %1 · %2 unread
      %1 · %2 ungelesen
    %1 unread of %2
      %1/%2 ungelesen
    %1 of %2
      %1 von %2
    %1 new
      %1 neu
    not found
      nicht gefunden
    row %1 of %2
      Zeile %1 von %2
    All desks
      Alle Ressorts
    list: unread
      ungelesen
    list: saved
      gemerkt
    newest first
      neueste zuerst
    oldest first
      älteste zuerst
    by headline
      nach Schlagzeile
    longest first
      längste zuerst
    shortest first
      kürzeste zuerst
    best first
      beste zuerst
    most similar first
      ähnlichste zuerst
    Looking for stories · %1
      Suche nach Artikeln · %1
    Reading %1 of %2
      Lesen: %1 von %2
    Reading %1 of at least %2
      Lesen: %1 von mindestens %2
    Reading %1 of %2 MB
      Lesen: %1 von %2 MB
    %1 MB/s
      %1 MB/s
    %1 files/s
      %1 Dateien/s
    %1 s left
      noch %1 s
    %1 min left
      noch %1 Min.
    %1 h %2 min left
      noch %1 Std. %2 Min.
    %1 goes to the newest
      %1 zu den neuesten
    %1 goes there
      %1 geht dorthin
    Stories appear here as their files are read.
      Artikel erscheinen hier, sobald ihre Dateien gelesen sind.
    Only %1 were searched.
      Nur %1 wurden durchsucht.
    %1 returns to the list.
      %1 kehrt zur Liste zurück.
    Did you mean %1? Tab accepts it.
      War %1 gemeint? Tab übernimmt es.
    Did you mean %1? %2 and then Tab accepts it.
      War %1 gemeint? %2 und dann Tab übernimmt es.
    No stories %1.
      Keine Artikel %1.
    No unread stories %1.
      Keine ungelesenen Artikel %1.
    No saved stories %1.
      Keine gemerkten Artikel %1.
    %1 undoes the last narrowing; %2 and %3 choose others.
      %1 hebt die letzte Eingrenzung auf; %2 und %3 wählen andere.
    %1 shows all stories; %2 and %3 choose others.
      %1 zeigt alle Artikel; %2 und %3 wählen andere.
    There are no stories here yet.
      Hier sind noch keine Artikel.
    Put files into %1 (text, Markdown, web pages, feeds, wires, mail) to see them here.
      Dateien in %1 legen (Text, Markdown, Webseiten, Feeds, Agenturen, Post), um sie hier zu sehen.
    You have read everything.
      Alles ist gelesen.
    %1 switches to saved stories, then to all.
      %1 wechselt zu gemerkten Artikeln, dann zu allen.
    No stories are saved yet.
      Noch sind keine Artikel gemerkt.
    %1 saves a story; %2 shows all stories.
      %1 merkt einen Artikel; %2 zeigt alle Artikel.
    stories
      Artikel
    unread stories
      ungelesene Artikel
    saved stories
      gemerkte Artikel
    Press %1 to read a story.
      %1 drücken, um einen Artikel zu lesen.
    Press %1 to see every key.
      %1 drücken, um alle Tasten zu sehen.
    This story leads to no other.
      Dieser Artikel führt zu keinem anderen.
    %1 more ↓
      %1 weitere ↓
    probably
      wahrscheinlich
    probably · %1
      wahrscheinlich · %1
    linked from “%1”, a similar story
      verwiesen von „%1“, der ähnlich ist
    links to “%1”, a similar story
      verweist auf „%1“, der ähnlich ist
    also in %1
      auch auf %1
    shares: %1
      gemeinsam: %1
    in another language
      in anderer Sprache
    announced
      angekündigt
    linked in the text
      im Text verlinkt
    links here
      verweist hierher
    another version
      andere Fassung
    more like this
      Ähnliches
    not in this library
      nicht in der Bibliothek
    outside
      außerhalb
    By %1
      Von %1
    %1 and %2
      %1 und %2
    updated %1
      aktualisiert %1
    version %1
      Fassung %1
    This story has no text.
      Dieser Artikel hat keinen Text.
    Note to the desk: %1
      An die Redaktion: %1
    KILLED · This story must not be used.
      GESPERRT · Der Artikel darf nicht verwendet werden.
    WITHHELD · This story must not be used for now.
      ZURÜCKGEHALTEN · Der Artikel darf vorerst nicht verwendet werden.
    EMBARGO · Not for publication before %1.
      SPERRFRIST · Nicht zur Veröffentlichung vor: %1.
    Picture
      Bild
    Audio
      Ton
    Video
      Video
    Document
      Dokument
    %1 (%2)
      %1 (%2)
    """
}
