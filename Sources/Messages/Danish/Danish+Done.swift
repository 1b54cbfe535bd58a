extension LanguagePack {
  /// What commands of the shell have done, in Danish.
  static let danishDone: StaticString =
    """
    %1 problem; `newsroom check` shows it.|%1 problems; `newsroom check` lists them.
      %1 problem; `newsroom check` viser det.|%1 problemer; `newsroom check` viser dem.
    %1 removed that had dropped out of a feed.
      %1 fjernet, som var gået ud af et feed.
    %1 in %2; nothing has changed (%3).
      %1 i %2; intet er ændret (%3).
    %1 in %2: %3 (%4).
      %1 i %2: %3 (%4).
    %1 added, %2 changed, %3 removed
      %1 nye, %2 ændret, %3 fjernet
    %1 page|%1 pages
      %1 side|%1 sider
    %1 tag|%1 tags
      %1 emneord|%1 emneord
    %1 clipping|%1 clippings
      %1 udklip|%1 udklip
    %1 in the library, %2 would be written to %3.
      %1 i biblioteket, %2 ville blive skrevet til %3.
    %1 in the library, %2 written to %3.
      %1 i biblioteket, %2 skrevet til %3.
    %1 marked read, %2 saved, %3, %4.
      %1 markeret læst, %2 gemt, %3, %4.
    Of those in the library: %1
      Af dem i biblioteket: %1
    words
      ord
    files
      filer
    other versions
      andre versioner
    index
      indeks
    last refresh
      opdateret
    Years
      År
    (none)
      (ingen)
    and %1 more
      og %1 til
    %1 line|%1 lines
      %1 linje|%1 linjer
    %1 change|%1 changes
      %1 ændring|%1 ændringer
    %1 mark|%1 marks
      %1 mærke|%1 mærker
    %1 search|%1 searches
      %1 søgning|%1 søgninger
    %1 of this machine written; done here: %2.
      %1 på denne maskine skrevet; udført her: %2.
    %1 could not be read and passed over.
      %1 kunne ikke læses og er sprunget over.
    no journal
      ingen journal
    %1 (this machine): %2
      %1 (denne maskine): %2
    %1, last at %2
      %1, senest %2
    since your last visit
      siden dit sidste besøg
    Without desk
      Uden redaktion
    Without source
      Uden kilde
    Without author
      Uden forfatter
    %1; the newest %2 are listed.
      %1; de nyeste %2 er nævnt.
    The longest
      De længste
    The most linked
      Mest henvist til
    %1 link|%1 links
      %1 link|%1 links
    no problems
      ingen problemer
    %1 problem|%1 problems
      %1 problem|%1 problemer
    %1 in %2.
      %1 i %2.
    """
}
