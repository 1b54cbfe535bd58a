// What Swift 6 can't import of curses (the globals and the macros), as functions.
#ifndef NEWSROOM_CNCURSES_SHIM_H
#define NEWSROOM_CNCURSES_SHIM_H

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <term.h>

static inline WINDOW *newsroom_stdscr(void) { return stdscr; }

#endif
