// Functions for the globals and macros of curses, which Swift 6 can't import.
#ifndef NEWSROOM_CNCURSES_SHIM_H
#define NEWSROOM_CNCURSES_SHIM_H

#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <term.h>
#include <unistd.h>

static inline WINDOW *newsroom_stdscr(void) { return stdscr; }
static inline WINDOW *newsroom_curscr(void) { return curscr; }
static inline int newsroom_colours(void) { return COLORS; }

// The number of colours in the terminal's description, -1 for none. The macro max_colors stops at 32767.
static inline int newsroom_described_colours(void) { return tigetnum("colors"); }

static inline attr_t newsroom_bold(void) { return A_BOLD; }
static inline attr_t newsroom_dim(void) { return A_DIM; }
static inline attr_t newsroom_italic(void) { return A_ITALIC; }
static inline attr_t newsroom_underline(void) { return A_UNDERLINE; }
static inline attr_t newsroom_reverse(void) { return A_REVERSE; }

// Sets attributes and any colour pair: the short in curses' own signature stops at 32767.
static inline int newsroom_set_style(WINDOW *window, attr_t attributes, int pair) {
  return wattr_set(window, attributes, (short)0, &pair);
}

// A number and a flag in the terminal's description; less than 1 if it has none.
static inline int newsroom_number(const char *capability) { return tigetnum(capability); }
static inline int newsroom_flag(const char *capability) { return tigetflag(capability); }

// A string in the terminal's description, NULL if it has none.
static inline const char *newsroom_string(const char *capability) {
  const char *string = tigetstr(capability);
  return string == (const char *)-1 ? NULL : string;
}

// The cup sequence with its two numbers; NULL if the terminal has none.
static inline const char *newsroom_move(int row, int column) {
  return cursor_address ? tiparm(cursor_address, row, column) : NULL;
}

// newterm on descriptors; the streams stay open as long as the program runs.
static inline SCREEN *newsroom_newterm(const char *type, int output, int input) {
  FILE *out = fdopen(output, "w");
  FILE *in = fdopen(input, "r");
  return out && in ? newterm(type, out, in) : NULL;
}

// A file in memory alone (memfd_create(2)), and where a descriptor leads from now on (dup3(2)); -1 on
// failure. Both by their numbers, because the C library declares them only to programs that ask for all of GNU.
static inline int newsroom_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "frame", 1u);  // MFD_CLOEXEC
}
static inline int newsroom_lead(int descriptor, int to) {
  int result;
  do {
    result = (int)syscall(SYS_dup3, to, descriptor, O_CLOEXEC);
  } while (result < 0 && (errno == EINTR || errno == EBUSY));
  return result;
}

// The position of a file, and how long it is to be (lseek(2), ftruncate(2)), in bytes; -1 on failure.
static inline long newsroom_position(int descriptor) { return lseek(descriptor, 0, SEEK_CUR); }
static inline int newsroom_resize(int descriptor, long bytes) { return ftruncate(descriptor, bytes); }

#endif
