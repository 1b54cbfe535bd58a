#define _GNU_SOURCE
#include "CSignals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// How long an orderly end may take after a signal, in seconds, before it is forced.
enum { patience = 1 };

static const int endings[] = {SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGPIPE, SIGVTALRM, SIGPROF};
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS, SIGXCPU, SIGXFSZ};

static int terminal = -1;
static int bell[2] = {-1, -1};
static struct termios before;
static int has_before;
static char farewell[1024];
static size_t farewell_length;
static volatile sig_atomic_t armed;
static volatile sig_atomic_t happened;
static volatile sig_atomic_t ending;
static char alternate_stack[64 * 1024];

static void ring(void) {
  if (bell[1] >= 0) (void)!write(bell[1], "!", 1);
}

void newsroom_signals_restore(void) {
  int saved = errno;
  if (!armed) return;
  armed = 0;
  // A stalled terminal must not keep the program: what waits in its buffer is thrown away for the farewell.
  int flags = fcntl(terminal, F_GETFL);
  fcntl(terminal, F_SETFL, flags | O_NONBLOCK);
  size_t sent = 0;
  for (int tries = 0; tries < 4 && sent < farewell_length; tries++) {
    ssize_t count = write(terminal, farewell + sent, farewell_length - sent);
    if (count > 0) sent += (size_t)count;
    else if (errno == EAGAIN) tcflush(terminal, TCOFLUSH);
    else if (errno != EINTR) break;
  }
  fcntl(terminal, F_SETFL, flags);
  if (has_before) tcsetattr(terminal, TCSANOW, &before);
  errno = saved;
}

void newsroom_signals_die(int number) {
  newsroom_signals_restore();
  signal(number, SIG_DFL);
  sigset_t one;
  sigemptyset(&one);
  sigaddset(&one, number);
  sigprocmask(SIG_UNBLOCK, &one, NULL);
  raise(number);
  _exit(128 + number);
}

static void on_crash(int number) { newsroom_signals_die(number); }

// The first request is left to the main loop, which keeps the reader's place; a second one, or the alarm when the main
// loop can't come round, ends at once.
static void on_ending(int number) {
  if (ending) newsroom_signals_die(number == SIGALRM ? ending : number);
  ending = number;
  happened |= newsroom_event_ending;
  ring();
  alarm(patience);
}

static void on_event(int number) {
  int saved = errno;
  happened |= number == SIGWINCH ? newsroom_event_resized
              : number == SIGCONT ? newsroom_event_continued
                                  : newsroom_event_stop;
  ring();
  errno = saved;
}

static void handle(int number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, NULL);
}

int newsroom_signals_open(int descriptor) {
  terminal = descriptor;
  has_before = tcgetattr(terminal, &before) == 0;
  if (pipe2(bell, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  return bell[0];
}

void newsroom_signals_install(void) {
  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) handle(crashes[i], on_crash, SA_ONSTACK | SA_RESETHAND);
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) handle(endings[i], on_ending, 0);
  handle(SIGWINCH, on_event, SA_RESTART);
  handle(SIGCONT, on_event, SA_RESTART);
  handle(SIGTSTP, on_event, SA_RESTART);
}

void newsroom_signals_arm(const char *text, size_t length) {
  farewell_length = length < sizeof farewell ? length : sizeof farewell;
  memcpy(farewell, text, farewell_length);
  armed = 1;
}

int newsroom_signals_take(int *number) {
  char drained[64];
  while (read(bell[0], drained, sizeof drained) > 0) continue;
  sigset_t all, old;
  sigfillset(&all);
  sigprocmask(SIG_BLOCK, &all, &old);
  int events = happened;
  happened = 0;
  sigprocmask(SIG_SETMASK, &old, NULL);
  *number = ending;
  return events;
}

void newsroom_signals_stop(void) {
  signal(SIGTSTP, SIG_DFL);
  kill(0, SIGTSTP);
  handle(SIGTSTP, on_event, SA_RESTART);
}
