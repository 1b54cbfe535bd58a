import Screen
import Testing

@testable import NewsroomUI

@Test func aMediumScreenShowsTheListBesideTheStory() {
  let desk = Desk(size: (80, 24))
  #expect(
    desk.screen == """
       Content                    All desks · newest first       6 stories · 5 unread
       TODAY                          │
       ▌ Harbour cities agree on a p… │  Harbour cities agree on a
       ▌ Nordic · 09:00 · 1 min     ● │  plan to keep streets safe
         Ferry line to reopen in spr… │
         Business · 08:00 · 1 min   ● │  The network meets for the first time, in
       YESTERDAY                      │  Malmö
         A bestseller nobody planned  │
         Culture · 10:00 · 1 min      │  Nordic · By the Nordic desk ·
         Lighthouse keepers meet for… │  29 Mar 2016, 09:00 · 1 min
         Nordic · 06:00 · 1 min     ● │
       FRIDAY 25 MARCH                │  Eleven harbour cities have agreed on a
         Winter roads open late       │  common plan for streets that are lit, swept
         12:00 · 1 min              ● │  and walked in the evening, and on a fund to
       MARCH 2016                     │  pay for it.
         The orchestra that rehearse… │
         Culture · 9 Mar · 1 min   ★● │  The plan was signed on Tuesday after two
                                      │  days of talks. It asks every city to count
                                      │  its dark corners, to publish the count, and
                                      │  to mend the worst of them within a year.
                                      │
                                      │  READ MORE  Ferry line to reopen in
                                      │  spring[1]
       j/k move  Enter read  r read more  / find  u unread  s save  ? help     1 of 6
      """)
  #expect(desk.state.view().cursor == Frame.Position(column: 3, row: 2))
}

@Test func aMediumScreenShowsOnlyTheStoryWhileItIsRead() {
  var desk = Desk(size: (80, 24))
  desk.press("Enter")
  #expect(
    desk.screen == """
       Content                    All desks · newest first       6 stories · 4 unread

         Harbour cities agree on a plan to keep streets safe

         The network meets for the first time, in Malmö

         Nordic · By the Nordic desk · 29 Mar 2016, 09:00 · 1 min

         Eleven harbour cities have agreed on a common plan for streets
         that are lit, swept and walked in the evening, and on a fund to
         pay for it.

         The plan was signed on Tuesday after two days of talks. It asks
         every city to count its dark corners, to publish the count, and to
         mend the worst of them within a year.

      ── READ MORE ──────────────────────────────────────────────────────── 1 more ↓ ─
         1 Ferry line to reopen in spring                                   announced
           The ferry sails again from the first of May, with a smaller ship and a lo…
         2 Lighthouse keepers meet for the last time                       links here
           The last twelve keepers drank coffee on the rock where the light now turn…
         3 Dark corners counted                                   not in this library
           A walk through the city after nightfall.
       j/k scroll  Space page  q list  . next unread  1–9 follow  ? help  Nordic  68%
      """)
  #expect(desk.state.view().cursor == Frame.Position(column: 0, row: 1))
}

@Test func aPageIsCentredOnAMediumScreen() {
  var desk = Desk(size: (100, 30))
  desk.press("Enter Tab")
  #expect(
    desk.screen == """
       Content                              All desks · newest first                 6 stories · 4 unread

                     Harbour cities agree on a plan to keep streets safe

                     The network meets for the first time, in Malmö

                     Nordic · By the Nordic desk · 29 Mar 2016, 09:00 · 1 min

                     Eleven harbour cities have agreed on a common plan for streets
                     that are lit, swept and walked in the evening, and on a fund to
                     pay for it.

                     The plan was signed on Tuesday after two days of talks. It asks
                     every city to count its dark corners, to publish the count, and to
                     mend the worst of them within a year.

                     READ MORE  Ferry line to reopen in spring[1]

                     A second meeting follows in autumn, when the first counts are due.
                     Until then the fund's rules[4] hold, and the cities share what they
      ────────────── READ MORE ──────────────────────────────────────────────────── 1 more ↓ ─────────────
                  ▌  1 Ferry line to reopen in spring                               announced
                  ▌    The ferry sails again from the first of May, with a smaller ship and a
                  ▌    longer summer.
                     2 Lighthouse keepers meet for the last time                   links here
                       The last twelve keepers drank coffee on the rock where the light now
                       turns by itself.
                     3 Dark corners counted                               not in this library
                       A walk through the city after nightfall.
       j/k move  Enter read  q list  Esc back  1–9 follow  ? help                                  1 of 4
      """)
  #expect(desk.state.view().cursor == Frame.Position(column: 17, row: 21))
}

@Test func aWideScreenShowsListStoryAndTeasers() {
  var desk = Desk(size: (160, 45))
  desk.press("j k")
  #expect(
    desk.screen == """
       Content                                                            All desks · newest first                                               6 stories · 5 unread
       TODAY                                    │                                                                          │  READ MORE
       ▌ Harbour cities agree on a plan to kee… │   Harbour cities agree on a plan to keep streets safe                    │   1 Ferry line to reopen in spring
       ▌ Nordic · 09:00 · 1 min               ● │                                                                          │     announced
       ▌ The network meets for the first time…  │   The network meets for the first time, in Malmö                         │     The ferry sails again from the first
         Ferry line to reopen in spring         │                                                                          │     of May, with a smaller ship and a l…
         Business · 08:00 · 1 min             ● │   Nordic · By the Nordic desk · 29 Mar 2016, 09:00 · 1 min               │
         The ferry sails again from the first…  │                                                                          │   2 Lighthouse keepers meet for the last
                                                │   Eleven harbour cities have agreed on a common plan for streets         │     time
       YESTERDAY                                │   that are lit, swept and walked in the evening, and on a fund to        │     links here
         A bestseller nobody planned            │   pay for it.                                                            │     The last twelve keepers drank coffee
         Culture · 10:00 · 1 min                │                                                                          │     on the rock where the light now tur…
         A cookery book printed for a village…  │   The plan was signed on Tuesday after two days of talks. It asks        │
         Lighthouse keepers meet for the last…  │   every city to count its dark corners, to publish the count, and to     │   3 Dark corners counted
         Nordic · 06:00 · 1 min               ● │   mend the worst of them within a year.                                  │     not in this library
         The last twelve keepers drank coffee…  │                                                                          │     A walk through the city after
                                                │   READ MORE  Ferry line to reopen in spring[1]                           │     nightfall.
       FRIDAY 25 MARCH                          │                                                                          │
         Winter roads open late                 │   A second meeting follows in autumn, when the first counts are due.     │   4 the fund's rules (in English)
         12:00 · 1 min                        ● │   Until then the fund's rules[4] hold, and the cities share what they    │     outside
         Snow keeps the passes closed.          │   learn by letter.                                                       │     https://example.org/rules
                                                │                                                                          │
       MARCH 2016                               │   READ MORE  Dark corners counted[3]                                     │
         The orchestra that rehearses on a bar… │                                                                          │
         Culture · 9 Mar · 1 min             ★● │                                                                          │
         Every Thursday the strings come aboa…  │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
                                                │                                                                          │
       j/k move  Enter read  r read more  / find  u unread  s save  d desks  F narrow  a filter  o order  @ date  q quit  ? help                               1 of 6
      """)
  #expect(desk.state.view().cursor == Frame.Position(column: 3, row: 2))
}

@Test func aNarrowScreenShowsOnePaneAtATime() {
  var desk = Desk(size: (40, 12))
  desk.press("Enter Tab")
  #expect(
    desk.screen == """
       Content           6 stories · 4 unread
        READ MORE
      ▌  1 Ferry line to reopen in spring
      ▌    announced
      ▌    The ferry sails again from the
      ▌    first of May, with a smaller ship…
         2 Lighthouse keepers meet for the
           last time
           links here
           The last twelve keepers drank
           coffee on the rock where the ligh…
       j/k move  q list  ? help        1 of 4
      """)
  #expect(desk.state.view().cursor == Frame.Position(column: 5, row: 2))
}

@Test func aTinyScreenStillReads() {
  var desk = Desk(size: (20, 5))
  desk.press("Enter j j j j")
  #expect(
    desk.screen == """
       The network meets
       for the first
       time, in Malmö

       Nordic · By the
      """)
  #expect(desk.state.view().cursor == Frame.Position(column: 0, row: 0))
}
