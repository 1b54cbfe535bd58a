// Giving the terminal back when a signal ends the program.
//
// This is C because a signal handler may only call what is async-signal-safe (signal-safety(7)), and Swift
// promises that for nothing: no allocation, no locks, no reference counts happen here.
#ifndef NEWSROOM_SIGNALS_H
#define NEWSROOM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

// Saves the terminal's settings and installs the handlers; call once, before anything is changed.
//
// output   the terminal; it is opened once more, without blocking, for the way out
// restore  what makes the terminal as it was: escape sequences, copied, at most 512 bytes
//
// Returns a descriptor that becomes readable when something happened, or -1 with errno set.
int newsroom_signals_install(int output, const char *restore, size_t length);

// The terminal is ours from here on (true), or the shell's (false): only what is ours is given back.
void newsroom_signals_hold(bool held);

// Gives the terminal back, if it is ours; never waits longer than about half a second for a blocked line.
void newsroom_signals_give_back(void);

// Gives the terminal back and puts the handlers back that were there before.
void newsroom_signals_uninstall(void);

// Empties the descriptor. Call it before asking what happened.
void newsroom_signals_drain(void);

// Whether the terminal has another size, since the last call.
bool newsroom_signals_take_resize(void);

// Whether the program was continued after a stop, since the last call.
bool newsroom_signals_take_continue(void);

// Whether the program was asked to stop (SIGTSTP from elsewhere), since the last call.
bool newsroom_signals_take_stop(void);

// The signal that asked the program to end, or 0. From that moment on it has a second.
int newsroom_signals_ending(void);

// Begins the end for want of a terminal: as if SIGHUP had come.
void newsroom_signals_hang_up(void);

// Stops the process group until it is continued; returns at once where nobody could continue it.
void newsroom_signals_stop(void);

// Gives the terminal back and ends the process by the signal itself, so that the parent sees why.
_Noreturn void newsroom_signals_die(int signal);

// Makes writes to closed pipes and beyond the file size limit fail with an error instead of ending the program.
void newsroom_signals_ignore_write_faults(void);

#endif
