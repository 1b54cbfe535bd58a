// What Linux offers a process to give up rights for good: Landlock (landlock(7)) and seccomp(2).
//
// This is C because the calls have no wrapper in the C library, and a filter of seccomp is made of C macros.
// The constants of Landlock are in sandbox.c, so that a build on an older system knows the newer rights too.
#ifndef NEWSROOM_SANDBOX_H
#define NEWSROOM_SANDBOX_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

// What is allowed in a file, or in a folder and everything below it.
enum newsroom_rights {
  NEWSROOM_READ = 0,      // open for reading, list
  NEWSROOM_WRITE = 1,     // also write, make, rename and delete files and folders
  NEWSROOM_TERMINAL = 2,  // read, write and control a terminal
};

struct newsroom_place {
  const char *path;
  enum newsroom_rights rights;
};

// The version of Landlock that the kernel offers; 0 for none.
int newsroom_landlock_version(void);

// Whether the kernel takes filters of system calls, and this program has one for its processor.
bool newsroom_seccomp_offered(void);

// Denies new rights to this thread and its children (PR_SET_NO_NEW_PRIVS). Returns 0, or an errno.
int newsroom_no_new_privileges(void);

// Closes memory and environment of this process to others of the same account (PR_SET_DUMPABLE).
void newsroom_hide(void);

// Denies every file but those at the places, and TCP where the kernel can. Places that don't exist are left
// out. Call it before any other thread starts, and after newsroom_no_new_privileges. Returns 0, or an errno.
int newsroom_landlock(const struct newsroom_place *places, size_t count);

// Denies system calls that a reader never makes, to all threads: starting programs and processes, sockets,
// tracing, mounting, new namespaces, signals to others, typing into the terminal. They fail with EPERM.
// Returns 0, or an errno.
int newsroom_seccomp(void);

// fork(2), which Swift does not offer; only for a process that has one thread.
pid_t newsroom_fork(void);

// The number of the calling thread (gettid(2)), which Swift does not offer either.
pid_t newsroom_thread(void);

#endif
