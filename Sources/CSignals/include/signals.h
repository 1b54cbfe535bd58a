// Restores the terminal when a signal ends the program.
//
// This is C because a signal handler may call only async-signal-safe functions (signal-safety(7)), which Swift
// does not guarantee: there must be no allocation, no lock and no reference counting.
#ifndef NEWSROOM_SIGNALS_H
#define NEWSROOM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

// Saves the terminal's settings and installs the handlers; call once, before anything is changed.
//
// output   the terminal, which is opened again without blocking for output while ending
// restore  escape sequences that restore the terminal; copied, at most 512 bytes
//
// Returns a descriptor that becomes readable when something happened, or -1 with errno set.
int newsroom_signals_install(int output, const char *restore, size_t length);

// Whether the terminal is ours from now on, or the shell's; only ours is restored.
void newsroom_signals_hold(bool held);

// Restores the terminal, if it is ours; waits at most about half a second for a blocked line.
void newsroom_signals_give_back(void);

// Restores the terminal and the previous handlers.
void newsroom_signals_uninstall(void);

// Empties the descriptor. Call it before asking what happened.
void newsroom_signals_drain(void);

// Whether the terminal's size has changed since the last call.
bool newsroom_signals_take_resize(void);

// Whether the program was continued after a stop, since the last call.
bool newsroom_signals_take_continue(void);

// Whether the program was asked to stop (SIGTSTP from elsewhere), since the last call.
bool newsroom_signals_take_stop(void);

// The signal that asked the program to end, or 0. From then on the program has one second.
int newsroom_signals_ending(void);

// Begins to end the program because the terminal is gone, as if SIGHUP had come.
void newsroom_signals_hang_up(void);

// Stops the process group until it is continued; returns at once if nobody could continue it.
void newsroom_signals_stop(void);

// Restores the terminal and ends the process with the signal itself, so that the parent sees why.
_Noreturn void newsroom_signals_die(int signal);

// Makes writes to closed pipes and beyond the file size limit fail, instead of ending the program.
void newsroom_signals_ignore_write_faults(void);

#endif
