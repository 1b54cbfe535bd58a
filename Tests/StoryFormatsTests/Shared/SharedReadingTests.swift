import Stories
import Testing
import Words

@testable import StoryFormats

@Test(arguments: [
  ("The ferry is back in the harbour, and the town is on its feet for it.", "en"),
  ("Færgen er tilbage i havnen, og hele byen er på benene for at se det.", "da"),
  ("Färjan är tillbaka i hamnen, och hela staden är på benen för att se det.", "sv"),
  ("Ferja er tilbake i havna, og hele byen er på beina for å se på det nå.", "nb"),
  ("Die Fähre ist wieder im Hafen, und die ganze Stadt ist auf den Beinen.", "de"),
])
func aTextsLanguageIsToldByFunctionWords(text: String, language: String) {
  #expect(LanguageGuess.language(of: text) == language)
}

@Test(arguments: [
  "", "The ferry", "1 2 3 4 5 6 7 8 9 10", "xyzzy plugh frobnitz quux corge grault garply waldo fred",
])
func anUncertainTextHasNoLanguage(text: String) {
  #expect(LanguageGuess.language(of: text) == nil)
}

@Test(arguments: [
  ("news/2016-03-29-ferry-reopens.txt", "Ferry reopens", ["2016-03-29-ferry-reopens", "ferry-reopens"]),
  ("ferry_reopens.md", "Ferry reopens", ["ferry_reopens"]), ("a/ferry/index.html", "Ferry", ["ferry"]),
  (".hidden", ".hidden", [".hidden"]), ("2016-03-29.txt", "2016-03-29", ["2016-03-29"]), ("", "", [""]),
])
func aFileNameIsATitleAndSlugs(path: String, title: String, slugs: [String]) {
  #expect(FileNames.title(of: path) == title)
  #expect(FileNames.slugs(of: path) == slugs)
}

@Test(arguments: [
  ("See https://a.example/b, please", ["https://a.example/b"]),
  ("(www.news.example)", ["www.news.example"]),
  ("https://a.example/x_(y) and http://b.example.", ["https://a.example/x_(y)", "http://b.example"]),
  ("“https://a.example”", ["https://a.example"]),
  ("xhttps://a.example", []), ("http://", []), ("no address", []), ("awww.a.example", []),
])
func addressesAreFoundInProse(text: String, addresses: [String]) {
  #expect(WebLinks.ranges(in: text).map { String(text[$0]) } == addresses)
}
