import Testing
import Words

@Suite struct LanguageGuessTests {
  @Test(arguments: [
    (
      "en",
      """
      The harbour cities have agreed on a plan that will keep their streets safe, and they meet for the \
      first time this week.
      """
    ),
    (
      "da",
      """
      Havnebyerne er blevet enige om en plan, der skal holde gaderne sikre, og de mødes nu for første gang \
      efter påske.
      """
    ),
    (
      "sv",
      """
      Hamnstäderna har kommit överens om en plan som ska hålla gatorna säkra, och de möts nu för första \
      gången efter påsk.
      """
    ),
    (
      "nb",
      """
      Havnebyene har blitt enige om en plan som skal holde gatene trygge, og de møtes nå for første gang \
      etter påske.
      """
    ),
    (
      "de",
      """
      Die Hafenstädte haben sich auf einen Plan geeinigt, der die Straßen sicher halten soll, und treffen \
      sich zum ersten Mal.
      """
    ),
    (
      "fi",
      """
      Satamakaupungit ovat sopineet suunnitelmasta, joka pitää kadut turvallisina, ja ne tapaavat nyt kun \
      pääsiäinen on ohi.
      """
    ),
    (
      "is",
      """
      Hafnarborgirnar hafa komið sér saman um áætlun sem á að halda götunum öruggum og þær hittast nú í \
      fyrsta sinn eftir páska.
      """
    ),
    (
      "fr",
      """
      Les villes portuaires se sont mises d’accord sur un plan pour la sécurité des rues, et elles se \
      réunissent cette semaine.
      """
    ),
    (
      "es",
      """
      Las ciudades portuarias han acordado un plan para que sus calles sean seguras, y se reúnen por \
      primera vez esta semana.
      """
    ),
    (
      "nl",
      """
      De havensteden zijn het eens over een plan dat de straten veilig moet houden, en ze komen deze week \
      voor het eerst bij elkaar.
      """
    ),
  ])
  func aLanguageIsToldByItsLittleWords(_ code: String, _ text: String) {
    #expect(LanguageGuess.language(of: text) == code)
  }

  @Test(arguments: [
    "", "Malmö", "1 2 3", "日本語の文章です。",
    "lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor",
    """
    As cidades portuárias não têm um plano para manter as ruas seguras, mas já se reúnem pela primeira vez \
    esta semana.
    """,
  ])
  func whatIsUnsureIsNotGuessed(_ text: String) {
    #expect(LanguageGuess.language(of: text) == nil)
  }
}
