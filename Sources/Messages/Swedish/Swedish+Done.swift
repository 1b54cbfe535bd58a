extension LanguagePack {
  /// What commands of the shell have done, in Swedish.
  static let swedishDone: StaticString =
    """
    %1 problem; `newsroom check` shows it.|%1 problems; `newsroom check` lists them.
      %1 problem; `newsroom check` visar det.|%1 problem; `newsroom check` visar dem.
    %1 removed that had dropped out of a feed.
      %1 borttagna som hade fallit ur ett flöde.
    %1 in %2; nothing has changed (%3).
      %1 i %2; inget har ändrats (%3).
    %1 in %2: %3 (%4).
      %1 i %2: %3 (%4).
    %1 added, %2 changed, %3 removed
      %1 nya, %2 ändrade, %3 borttagna
    %1 page|%1 pages
      %1 sida|%1 sidor
    %1 tag|%1 tags
      %1 ämnesord|%1 ämnesord
    %1 clipping|%1 clippings
      %1 klipp|%1 klipp
    %1 in the library, %2 would be written to %3.
      %1 i biblioteket, %2 skulle skrivas till %3.
    %1 in the library, %2 written to %3.
      %1 i biblioteket, %2 skrivna till %3.
    %1 marked read, %2 saved, %3, %4.
      %1 märkta som lästa, %2 sparade, %3, %4.
    Of those in the library: %1
      Av dem i biblioteket: %1
    words
      ord
    files
      filer
    other versions
      andra versioner
    index
      index
    last refresh
      uppdaterat
    Years
      År
    (none)
      (ingen)
    and %1 more
      och %1 till
    %1 line|%1 lines
      %1 rad|%1 rader
    %1 change|%1 changes
      %1 ändring|%1 ändringar
    %1 mark|%1 marks
      %1 märke|%1 märken
    %1 search|%1 searches
      %1 sökning|%1 sökningar
    %1 of this machine written; done here: %2.
      %1 på den här datorn skrivna; utfört här: %2.
    %1 could not be read and passed over.
      %1 kunde inte läsas och hoppades över.
    no journal
      ingen journal
    %1 (this machine): %2
      %1 (den här datorn): %2
    %1, last at %2
      %1, senast %2
    since your last visit
      sedan ditt senaste besök
    Without desk
      Utan redaktion
    Without source
      Utan källa
    Without author
      Utan författare
    %1; the newest %2 are listed.
      %1; de nyaste %2 är med.
    The longest
      De längsta
    The most linked
      Mest länkade
    %1 link|%1 links
      %1 länk|%1 länkar
    no problems
      inga problem
    %1 problem|%1 problems
      %1 problem|%1 problem
    %1 in %2.
      %1 i %2.
    """
}
