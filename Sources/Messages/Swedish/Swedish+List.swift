extension LanguagePack {
  /// The list, the bars, READ MORE, and how an article is set in Swedish.
  static let swedishList: StaticString =
    """
    COMING
      KOMMANDE
    TODAY
      I DAG
    YESTERDAY
      I GÅR
    UNDATED
      UTAN DATUM
    BEST MATCHES
      BÄSTA TRÄFFAR
    MOST SIMILAR
      MEST LIKA
    NEWEST MATCHES
      NYASTE TRÄFFAR
    OLDER MATCHES
      ÄLDRE TRÄFFAR
    WITHOUT “%1”
      UTAN ”%1”
    UNDER %1 MINUTES
      UNDER %1 MINUTER
    %1 TO %2 MINUTES
      %1 TILL %2 MINUTER
    AN HOUR OR MORE
      EN TIMME ELLER MER
    %1 MINUTES OR MORE
      %1 MINUTER ELLER MER
    KILLED
      STOPPAD
    WITHHELD
      INNEHÅLLEN
    EMBARGO
      EMBARGO
    news: new
      ny
    news: updated
      uppdaterad
    news: killed
      stoppade
    news: withheld
      innehållna
    news: corrected
      rättade
    Killed
      Stoppad
    Withheld
      Innehållen
    Corrected
      Rättad
    Updated
      Uppdaterad
    %1 min
      %1 min
    %1 version|%1 versions
      %1 version|%1 versioner
    %1 story|%1 stories
      %1 artikel|%1 artiklar
    %1 new story|%1 new stories
      %1 ny artikel|%1 nya artiklar
    %1 file|%1 files
      %1 fil|%1 filer
    %1 word|%1 words
      %1 ord|%1 ord
    %1 row|%1 rows
      %1 rad|%1 rader
    %1 heading|%1 headings
      %1 mellanrubrik|%1 mellanrubriker
    %1 outside link|%1 outside links
      %1 extern länk|%1 externa länkar
    %1 hour ago|%1 hours ago
      för %1 timme sedan|för %1 timmar sedan
    no stories
      inga artiklar
    %1+ stories
      %1+ artiklar
    %1 · all read
      %1 · alla lästa
    %1 · %2 unread
      %1 · %2 olästa
    %1 unread of %2
      %1/%2 olästa
    %1 of %2
      %1 av %2
    %1 new
      %1 nya
    not found
      hittas inte
    row %1 of %2
      rad %1 av %2
    All desks
      Alla redaktioner
    list: unread
      olästa
    list: saved
      sparade
    newest first
      nyaste först
    oldest first
      äldsta först
    by headline
      efter rubrik
    longest first
      längsta först
    shortest first
      kortaste först
    best first
      bästa först
    most similar first
      mest lika först
    Looking for stories · %1
      Letar efter artiklar · %1
    Reading %1 of %2
      Läser %1 av %2
    Reading %1 of at least %2
      Läser %1 av minst %2
    Reading %1 of %2 MB
      Läser %1 av %2 MB
    %1 MB/s
      %1 MB/s
    %1 files/s
      %1 filer/s
    %1 s left
      %1 s kvar
    %1 min left
      %1 min kvar
    %1 h %2 min left
      %1 tim %2 min kvar
    %1 goes to the newest
      %1 går till de nyaste
    %1 goes there
      %1 går dit
    Stories appear here as their files are read.
      Artiklar visas här allteftersom deras filer läses.
    Only %1 were searched.
      Bara %1 söktes igenom.
    %1 returns to the list.
      %1 återgår till listan.
    Did you mean %1? Tab accepts it.
      Menade du %1? Tab väljer det.
    Did you mean %1? %2 and then Tab accepts it.
      Menade du %1? %2 och sedan Tab väljer det.
    No stories %1.
      Inga artiklar %1.
    No unread stories %1.
      Inga olästa artiklar %1.
    No saved stories %1.
      Inga sparade artiklar %1.
    %1 undoes the last narrowing; %2 and %3 choose others.
      %1 häver den senaste avgränsningen; %2 och %3 väljer andra.
    %1 shows all stories; %2 and %3 choose others.
      %1 visar alla artiklar; %2 och %3 väljer andra.
    There are no stories here yet.
      Här finns inga artiklar än.
    Put files into %1 (text, Markdown, web pages, feeds, wires, mail) to see them here.
      Lägg filer i %1 (text, Markdown, webbsidor, flöden, telegram, post) för att se dem här.
    You have read everything.
      Allt är läst.
    %1 switches to saved stories, then to all.
      %1 växlar till sparade artiklar, sedan till alla.
    No stories are saved yet.
      Inga artiklar är sparade än.
    %1 saves a story; %2 shows all stories.
      %1 sparar en artikel; %2 visar alla artiklar.
    stories
      artiklar
    unread stories
      olästa artiklar
    saved stories
      sparade artiklar
    Press %1 to read a story.
      Tryck %1 för att läsa en artikel.
    Press %1 to see every key.
      Tryck %1 för att se alla tangenter.
    This story leads to no other.
      Den här artikeln leder inte vidare.
    %1 more ↓
      %1 till ↓
    probably
      troligen
    probably · %1
      troligen · %1
    linked from “%1”, a similar story
      länkad från ”%1”, som liknar
    links to “%1”, a similar story
      länkar till ”%1”, som liknar
    also in %1
      även på %1
    shares: %1
      gemensamt: %1
    in another language
      på ett annat språk
    announced
      omnämnd
    linked in the text
      länkad i texten
    links here
      länkar hit
    another version
      annan version
    more like this
      mer som denna
    not in this library
      inte i biblioteket
    outside
      utanför
    By %1
      Av %1
    %1 and %2
      %1 och %2
    updated %1
      uppdaterad %1
    version %1
      version %1
    This story has no text.
      Den här artikeln har ingen text.
    Note to the desk: %1
      Till redaktionen: %1
    KILLED · This story must not be used.
      STOPPAD · Artikeln får inte användas.
    WITHHELD · This story must not be used for now.
      INNEHÅLLEN · Artikeln får tills vidare inte användas.
    EMBARGO · Not for publication before %1.
      EMBARGO · Får inte publiceras före %1.
    Picture
      Bild
    Audio
      Ljud
    Video
      Video
    Document
      Dokument
    %1 (%2)
      %1 (%2)
    """
}
