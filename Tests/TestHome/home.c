// C, because the environment may be changed only before any thread starts, and so before main().
#define _GNU_SOURCE
#include "home.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char home[] = "/tmp/newsroom-home-XXXXXX";
static pid_t owner;

const char *newsroom_test_home(void) { return home; }

static int take_away(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  return remove(path);
}

static void clear(void) {
  if (getpid() == owner) nftw(home, take_away, 16, FTW_DEPTH | FTW_PHYS);
}

__attribute__((constructor)) static void make_home(void) {
  if (mkdtemp(home) == NULL) return;
  owner = getpid();
  atexit(clear);
  setenv("HOME", home, 1);
  unsetenv("XDG_CACHE_HOME");
  unsetenv("XDG_CONFIG_HOME");
  unsetenv("XDG_STATE_HOME");
  unsetenv("NEWSROOM_LIBRARY");
  // The display sets and resets these. Changing an existing variable in place disturbs no other thread.
  setenv("LINES", "24", 1);
  setenv("COLUMNS", "80", 1);
}
