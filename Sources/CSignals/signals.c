#define _GNU_SOURCE
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// Requests to end: the program has a second to end in an orderly way.
static const int ends[] = {SIGTERM, SIGHUP,  SIGINT,    SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM,
                           SIGXCPU, SIGPROF, SIGVTALRM, SIGIO,   SIGPWR,  SIGSTKFLT};
// Crashes: restore the terminal, then let the signal take its course.
static const int crashes[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
static const int tells[] = {SIGWINCH, SIGCONT, SIGTSTP};
// Ignored, because errors of write(2) report the same and can be handled.
static const int ignored[] = {SIGPIPE, SIGXFSZ};

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct termios saved;
static char restore_bytes[512];
static size_t restore_length;
static int output_fd = -1, way_out = -1, wake[2] = {-1, -1};
static atomic_int held, resized, continued, stop_asked, ending;
static struct sigaction before[NSIG];
static bool installed[NSIG];
static char crash_stack[64 * 1024];

void newsroom_signals_give_back(void) {
  if (!atomic_exchange(&held, 0)) return;
  int error = errno;
  // In the background, tcsetattr would stop the process instead.
  struct sigaction ignore = {.sa_handler = SIG_IGN}, old;
  sigaction(SIGTTOU, &ignore, &old);
  const char *next = restore_bytes;
  size_t left = restore_length;
  for (int tries = 0; left > 0 && tries < 10; tries++) {
    ssize_t written = write(way_out, next, left);
    if (written > 0) {
      next += written;
      left -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      // Nobody reads the other end, so pending output is useless.
      tcflush(way_out, TCOFLUSH);
      struct pollfd room = {.fd = way_out, .events = POLLOUT};
      poll(&room, 1, 50);
    } else if (written == 0 || errno != EINTR) {
      break;
    }
  }
  tcsetattr(output_fd, TCSANOW, &saved);  // the other modes wait for output to drain
  sigaction(SIGTTOU, &old, NULL);
  errno = error;
}

static void wake_up(void) {
  int error = errno;
  ssize_t ignored_result = write(wake[1], "!", 1);  // a full pipe wakes the reader anyway
  (void)ignored_result;
  errno = error;
}

_Noreturn void newsroom_signals_die(int number) {
  newsroom_signals_give_back();
  struct sigaction action = {.sa_handler = SIG_DFL};
  sigaction(number, &action, NULL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
  _exit(128 + number);
}

static void on_end(int number) {
  int none = 0;
  if (atomic_compare_exchange_strong(&ending, &none, number)) {
    alarm(1);  // the program may be waiting for a blocked line
  } else if (number == SIGALRM) {
    newsroom_signals_die(none);
  }
  wake_up();
}

static void on_crash(int number) {
  newsroom_signals_give_back();
  raise(number);  // SA_RESETHAND has restored the default action
}

static void on_tell(int number) {
  atomic_store(number == SIGWINCH ? &resized : number == SIGCONT ? &continued : &stop_asked, 1);
  wake_up();
}

static void set(int number, void (*handler)(int), int flags) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
  if (flags & SA_RESTART) sigfillset(&action.sa_mask);
  if (sigaction(number, NULL, &before[number]) != 0) return;
  // Signals that the parent ignores for us (nohup) stay ignored.
  if (before[number].sa_handler == SIG_IGN && handler != on_crash) return;
  installed[number] = sigaction(number, &action, NULL) == 0;
}

int newsroom_signals_install(int output, const char *restore, size_t length) {
  if (length > sizeof restore_bytes) {
    errno = EINVAL;
    return -1;
  }
  char name[64];
  int named = ttyname_r(output, name, sizeof name);
  if (named != 0) {
    errno = named;
    return -1;
  }
  if (tcgetattr(output, &saved) != 0) return -1;
  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  way_out = open(name, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (way_out < 0) way_out = open("/dev/tty", O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  if (way_out < 0) {
    int error = errno;
    close(wake[0]);
    close(wake[1]);
    errno = error;
    return -1;
  }
  memcpy(restore_bytes, restore, length);
  restore_length = length;
  output_fd = output;
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);  // after a stack overflow there is no other
  for (size_t i = 0; i < COUNT(ignored); i++) set(ignored[i], SIG_IGN, 0);
  for (size_t i = 0; i < COUNT(ends); i++) set(ends[i], on_end, SA_RESTART);
  for (size_t i = 0; i < COUNT(tells); i++) set(tells[i], on_tell, SA_RESTART);
  for (size_t i = 0; i < COUNT(crashes); i++) {
    set(crashes[i], on_crash, SA_ONSTACK | SA_RESETHAND | SA_NODEFER);
  }
  return wake[0];
}

void newsroom_signals_uninstall(void) {
  newsroom_signals_give_back();
  for (int number = 1; number < NSIG; number++) {
    if (installed[number]) sigaction(number, &before[number], NULL);
    installed[number] = false;
  }
  // A running deadline stays; its signal now ends the program.
  close(way_out);
  close(wake[0]);
  close(wake[1]);
  way_out = wake[0] = wake[1] = -1;
}

void newsroom_signals_stop(void) {
  if (!installed[SIGTSTP]) return;
  struct sigaction action = {.sa_handler = SIG_IGN}, old;
  sigaction(SIGTSTP, &action, &old);
  kill(0, SIGTSTP);  // the job's other processes
  action.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &action, NULL);
  raise(SIGTSTP);  // this thread, so that it doesn't continue meanwhile
  sigaction(SIGTSTP, &old, NULL);
}

void newsroom_signals_drain(void) {
  char bytes[256];
  while (read(wake[0], bytes, sizeof bytes) == (ssize_t)sizeof bytes) continue;
}

void newsroom_signals_hang_up(void) { on_end(SIGHUP); }
void newsroom_signals_hold(bool ours) { atomic_store(&held, ours); }
bool newsroom_signals_take_resize(void) { return atomic_exchange(&resized, 0); }
bool newsroom_signals_take_continue(void) { return atomic_exchange(&continued, 0); }
bool newsroom_signals_take_stop(void) { return atomic_exchange(&stop_asked, 0); }
int newsroom_signals_ending(void) { return atomic_load(&ending); }

void newsroom_signals_ignore_write_faults(void) {
  struct sigaction action = {.sa_handler = SIG_IGN};
  for (size_t i = 0; i < COUNT(ignored); i++) sigaction(ignored[i], &action, NULL);
}
