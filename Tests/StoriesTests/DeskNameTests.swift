import Stories
import Testing

/// Names of desks as a person writes them.
@Suite struct DeskNameTests {
  @Test(arguments: [
    ("front-page", "Front page"), ("front_page", "Front page"), ("news", "News"), ("us-news", "US news"),
    ("arts-and-letters", "Arts and letters"), ("Front Page", "Front Page"), ("Sci-Fi", "Sci-Fi"),
    ("World_News", "World News"), ("tv", "TV"), ("in-brief", "In brief"), ("økonomi", "Økonomi"),
    ("i-dag", "I dag"), ("news/local", "news/local"), ("", ""), ("--", "--"), ("iPhone", "iPhone"),
    ("été", "Été"),
  ])
  func asShown(_ name: String, _ expected: String) {
    #expect(DeskName.shown(name) == expected)
  }

  @Test(arguments: [("Front-Page", "Front Page"), ("us", "US"), ("world_news", "World news")])
  func asAFolder(_ name: String, _ expected: String) {
    #expect(DeskName.ofSlug(name) == expected)
  }
}
