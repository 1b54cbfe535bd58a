// What Swift 6 can't import of curses (the globals and the macros), as functions.
#ifndef NEWSROOM_CNCURSES_SHIM_H
#define NEWSROOM_CNCURSES_SHIM_H

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <stdbool.h>
#include <term.h>

static inline WINDOW *newsroom_stdscr(void) { return stdscr; }
static inline int newsroom_colours(void) { return COLORS; }

static inline unsigned newsroom_bold(void) { return (unsigned)A_BOLD; }
static inline unsigned newsroom_dim(void) { return (unsigned)A_DIM; }
static inline unsigned newsroom_italic(void) { return (unsigned)A_ITALIC; }
static inline unsigned newsroom_underline(void) { return (unsigned)A_UNDERLINE; }
static inline unsigned newsroom_reverse(void) { return (unsigned)A_REVERSE; }

// Attributes and an extended colour pair for what is written next.
static inline void newsroom_set_style(WINDOW *window, unsigned attributes, int pair) {
  wattr_set(window, (attr_t)attributes, (short)0, &pair);
}

// A string of terminfo; NULL where the terminal has none.
static inline const char *newsroom_terminfo(const char *name) {
  char *text = tigetstr(name);
  return text == (char *)-1 ? NULL : text;
}

#endif
