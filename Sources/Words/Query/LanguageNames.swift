/// English names of languages, by the codes of ISO 639.
public enum Languages {
  /// The name of a language tag: "Swedish" for `sv`, "Portuguese (BR)" for `pt-BR`; the tag itself for less
  /// common languages.
  public static func name(of tag: String) -> String {
    let parts = tag.split(separator: "-", maxSplits: 1)
    guard let code = parts.first?.lowercased(), let name = names[code] else { return tag }
    return parts.count > 1 ? "\(name) (\(parts[1]))" : name
  }

  /// The code of a language by its English name in any case; nil if unknown.
  public static func code(named name: String) -> String? {
    let wanted = name.lowercased()
    return names.first { $0.value.lowercased() == wanted }?.key
  }

  private static let names: [String: String] = {
    let table = """
      af Afrikaans|am Amharic|ar Arabic|az Azerbaijani|be Belarusian|bg Bulgarian|bn Bengali|bs Bosnian|
      ca Catalan|cs Czech|cy Welsh|da Danish|de German|el Greek|en English|eo Esperanto|es Spanish|
      et Estonian|eu Basque|fa Persian|fi Finnish|fo Faroese|fr French|fy Frisian|ga Irish|gd Scottish Gaelic|
      gl Galician|gu Gujarati|ha Hausa|he Hebrew|hi Hindi|hr Croatian|hu Hungarian|hy Armenian|id Indonesian|
      is Icelandic|it Italian|ja Japanese|ka Georgian|kk Kazakh|kl Greenlandic|km Khmer|kn Kannada|ko Korean|
      ku Kurdish|ky Kyrgyz|la Latin|lb Luxembourgish|lo Lao|lt Lithuanian|lv Latvian|mk Macedonian|
      ml Malayalam|mn Mongolian|mr Marathi|ms Malay|mt Maltese|my Burmese|nb Norwegian Bokmål|ne Nepali|
      nl Dutch|nn Norwegian Nynorsk|no Norwegian|pa Punjabi|pl Polish|ps Pashto|pt Portuguese|rm Romansh|
      ro Romanian|ru Russian|se Northern Sami|si Sinhala|sk Slovak|sl Slovenian|so Somali|sq Albanian|
      sr Serbian|sv Swedish|sw Swahili|ta Tamil|te Telugu|tg Tajik|th Thai|tk Turkmen|tl Tagalog|tr Turkish|
      uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|xh Xhosa|yi Yiddish|yo Yoruba|zh Chinese|zu Zulu
      """
    var names: [String: String] = [:]
    for entry in table.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
      let words = entry.split(separator: " ", maxSplits: 1)
      if words.count == 2 { names[String(words[0])] = String(words[1]) }
    }
    return names
  }()
}
