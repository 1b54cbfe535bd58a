// Gives the terminal back however the program ends.
//
// Signal handlers may call almost nothing (signal-safety(7)), and Swift can't promise to keep to that; so they are
// written in C, few and small. They restore with write(2) and tcsetattr(3) only.
#ifndef NEWSROOM_CSIGNALS_H
#define NEWSROOM_CSIGNALS_H

#include <stddef.h>

// What has happened since it was last asked for, as bits.
enum {
  newsroom_event_resized = 1,
  newsroom_event_continued = 2,
  newsroom_event_stop = 4,
  newsroom_event_ending = 8,
};

// Remembers the terminal as it is, and makes the pipe that wakes poll(2).
// Returns the end to watch, or -1 (errno says why).
int newsroom_signals_open(int terminal);

// Installs the handlers; again after curses has put in its own.
void newsroom_signals_install(void);

// From now on `farewell` (at most 1024 bytes are kept) and the remembered settings give the terminal back.
void newsroom_signals_arm(const char *farewell, size_t length);

// Gives the terminal back, without ever waiting for it. Does nothing when that was done already.
void newsroom_signals_restore(void);

// Takes what has happened; `signal` is the one that asks the program to end, or 0.
int newsroom_signals_take(int *signal);

// Puts the usual handlers back and ends by `signal`, so that the shell sees it.
void newsroom_signals_die(int signal);

// Stops the job, as Ctrl-Z does, until it is continued.
void newsroom_signals_stop(void);

#endif
