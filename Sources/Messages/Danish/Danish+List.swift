extension LanguagePack {
  /// The list, the bars, READ MORE, and how an article is set in Danish.
  static let danishList: StaticString =
    """
    COMING
      KOMMENDE
    TODAY
      I DAG
    YESTERDAY
      I GÅR
    UNDATED
      UDEN DATO
    BEST MATCHES
      BEDSTE FUND
    MOST SIMILAR
      MEST LIGNENDE
    NEWEST MATCHES
      NYESTE FUND
    OLDER MATCHES
      ÆLDRE FUND
    WITHOUT “%1”
      UDEN ”%1”
    UNDER %1 MINUTES
      UNDER %1 MINUTTER
    %1 TO %2 MINUTES
      %1 TIL %2 MINUTTER
    AN HOUR OR MORE
      EN TIME ELLER MERE
    %1 MINUTES OR MORE
      %1 MINUTTER ELLER MERE
    KILLED
      STOPPET
    WITHHELD
      HOLDT TILBAGE
    EMBARGO
      KLAUSUL
    news: new
      ny
    news: updated
      opdateret
    news: killed
      stoppet
    news: withheld
      holdt tilbage
    news: corrected
      rettet
    Killed
      Stoppet
    Withheld
      Holdt tilbage
    Corrected
      Rettet
    Updated
      Opdateret
    %1 min
      %1 min
    %1 version|%1 versions
      %1 version|%1 versioner
    %1 story|%1 stories
      %1 artikel|%1 artikler
    %1 new story|%1 new stories
      %1 ny artikel|%1 nye artikler
    %1 file|%1 files
      %1 fil|%1 filer
    %1 word|%1 words
      %1 ord|%1 ord
    %1 row|%1 rows
      %1 række|%1 rækker
    %1 heading|%1 headings
      %1 mellemrubrik|%1 mellemrubrikker
    %1 outside link|%1 outside links
      %1 eksternt link|%1 eksterne links
    %1 hour ago|%1 hours ago
      for %1 time siden|for %1 timer siden
    no stories
      ingen artikler
    %1+ stories
      %1+ artikler
    %1 · all read
      %1 · alle læst
    %1 · %2 unread
      %1 · %2 ulæste
    %1 unread of %2
      %1/%2 ulæste
    %1 of %2
      %1 af %2
    %1 new
      %1 nye
    not found
      ikke fundet
    row %1 of %2
      række %1 af %2
    All desks
      Alle redaktioner
    list: unread
      ulæste
    list: saved
      gemte
    newest first
      nyeste først
    oldest first
      ældste først
    by headline
      efter rubrik
    longest first
      længste først
    shortest first
      korteste først
    best first
      bedste først
    most similar first
      mest lignende først
    Looking for stories · %1
      Leder efter artikler · %1
    Reading %1 of %2
      Læser %1 af %2
    Reading %1 of at least %2
      Læser %1 af mindst %2
    Reading %1 of %2 MB
      Læser %1 af %2 MB
    %1 MB/s
      %1 MB/s
    %1 files/s
      %1 filer/s
    %1 s left
      %1 s tilbage
    %1 min left
      %1 min tilbage
    %1 h %2 min left
      %1 t %2 min tilbage
    %1 goes to the newest
      %1 går til de nyeste
    %1 goes there
      %1 går dertil
    Stories appear here as their files are read.
      Artikler vises her, efterhånden som deres filer læses.
    Only %1 were searched.
      Kun %1 blev gennemsøgt.
    %1 returns to the list.
      %1 vender tilbage til listen.
    Did you mean %1? Tab accepts it.
      Mente du %1? Tab vælger det.
    Did you mean %1? %2 and then Tab accepts it.
      Mente du %1? %2 og så Tab vælger det.
    No stories %1.
      Ingen artikler %1.
    No unread stories %1.
      Ingen ulæste artikler %1.
    No saved stories %1.
      Ingen gemte artikler %1.
    %1 undoes the last narrowing; %2 and %3 choose others.
      %1 ophæver den sidste indsnævring; %2 og %3 vælger andre.
    %1 shows all stories; %2 and %3 choose others.
      %1 viser alle artikler; %2 og %3 vælger andre.
    There are no stories here yet.
      Der er ingen artikler her endnu.
    Put files into %1 (text, Markdown, web pages, feeds, wires, mail) to see them here.
      Læg filer i %1 (tekst, Markdown, websider, feeds, telegrammer, post) for at se dem her.
    You have read everything.
      Alt er læst.
    %1 switches to saved stories, then to all.
      %1 skifter til gemte artikler, derefter til alle.
    No stories are saved yet.
      Ingen artikler er gemt endnu.
    %1 saves a story; %2 shows all stories.
      %1 gemmer en artikel; %2 viser alle artikler.
    stories
      artikler
    unread stories
      ulæste artikler
    saved stories
      gemte artikler
    Press %1 to read a story.
      Tryk %1 for at læse en artikel.
    Press %1 to see every key.
      Tryk %1 for at se alle taster.
    This story leads to no other.
      Denne artikel fører ikke til andre.
    %1 more ↓
      %1 til ↓
    probably
      sandsynligvis
    probably · %1
      sandsynligvis · %1
    linked from “%1”, a similar story
      linket fra ”%1”, som ligner
    links to “%1”, a similar story
      linker til ”%1”, som ligner
    also in %1
      også på %1
    shares: %1
      fælles: %1
    in another language
      på et andet sprog
    announced
      omtalt
    linked in the text
      linket i teksten
    links here
      linker hertil
    another version
      anden version
    more like this
      mere som denne
    not in this library
      ikke i biblioteket
    outside
      udenfor
    By %1
      Af %1
    %1 and %2
      %1 og %2
    updated %1
      opdateret %1
    version %1
      version %1
    This story has no text.
      Denne artikel har ingen tekst.
    Note to the desk: %1
      Til redaktionen: %1
    KILLED · This story must not be used.
      STOPPET · Artiklen må ikke bruges.
    WITHHELD · This story must not be used for now.
      HOLDT TILBAGE · Artiklen må foreløbig ikke bruges.
    EMBARGO · Not for publication before %1.
      KLAUSUL · Må ikke offentliggøres før %1.
    Picture
      Billede
    Audio
      Lyd
    Video
      Video
    Document
      Dokument
    %1 (%2)
      %1 (%2)
    """
}
