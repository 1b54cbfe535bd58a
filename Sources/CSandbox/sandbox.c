#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Landlock: the numbers of <linux/landlock.h>, versions 1 to 6. They are the same on every processor.
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446 };
enum { GET_VERSION = 1, RULE_PATH_BENEATH = 1 };
#define EXECUTE (1ULL << 0)
#define WRITE_FILE (1ULL << 1)
#define READ_FILE (1ULL << 2)
#define READ_DIR (1ULL << 3)
#define REMOVE_DIR (1ULL << 4)
#define REMOVE_FILE (1ULL << 5)
#define MAKE_DIR (1ULL << 7)
#define MAKE_REG (1ULL << 8)
#define REFER (1ULL << 13)
#define TRUNCATE (1ULL << 14)
#define IOCTL_DEV (1ULL << 15)
#define ALL_OF_1 ((1ULL << 13) - 1)
#define TCP ((1ULL << 0) | (1ULL << 1))
#define SCOPES ((1ULL << 0) | (1ULL << 1))

struct ruleset {
  uint64_t files, network, scopes;
};
struct path_beneath {
  uint64_t allowed;
  int32_t parent;
} __attribute__((packed));

int newsroom_landlock_version(void) {
  long version = syscall(CREATE_RULESET, NULL, 0, GET_VERSION);
  return version < 0 ? 0 : (int)version;
}

int newsroom_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 ? 0 : errno; }

void newsroom_hide(void) { prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

static uint64_t handled_files(int version) {
  uint64_t all = ALL_OF_1;
  if (version >= 2) all |= REFER;
  if (version >= 3) all |= TRUNCATE;
  if (version >= 5) all |= IOCTL_DEV;
  return all;
}

static uint64_t wanted(enum newsroom_rights rights, bool is_folder) {
  uint64_t read = is_folder ? READ_FILE | READ_DIR : READ_FILE;
  uint64_t write = WRITE_FILE | TRUNCATE;
  switch (rights) {
    case NEWSROOM_READ: return read;
    case NEWSROOM_WRITE:
      return read | write |
             (is_folder ? REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER : 0);
    case NEWSROOM_TERMINAL: return READ_FILE | WRITE_FILE | IOCTL_DEV;
  }
  return 0;
}

int newsroom_landlock(const struct newsroom_place *places, size_t count) {
  int version = newsroom_landlock_version();
  if (version < 1) return ENOSYS;
  struct ruleset rules = {.files = handled_files(version)};
  size_t size = sizeof rules.files;
  if (version >= 4) {
    rules.network = TCP;
    size = 2 * sizeof rules.files;
  }
  if (version >= 6) {
    rules.scopes = SCOPES;
    size = sizeof rules;
  }
  int ruleset = (int)syscall(CREATE_RULESET, &rules, size, 0);
  if (ruleset < 0) return errno;
  int error = 0;
  for (size_t i = 0; i < count && error == 0; i++) {
    int place = open(places[i].path, O_PATH | O_CLOEXEC);
    if (place < 0) continue;
    struct stat status;
    if (fstat(place, &status) == 0) {
      struct path_beneath rule = {
          .allowed = wanted(places[i].rights, S_ISDIR(status.st_mode)) & rules.files, .parent = place};
      if (syscall(ADD_RULE, ruleset, RULE_PATH_BENEATH, &rule, 0) != 0) error = errno;
    }
    close(place);
  }
  if (error == 0 && syscall(RESTRICT_SELF, ruleset, 0) != 0) error = errno;
  close(ruleset);
  return error;
}

#if defined(__x86_64__)
#define PROCESSOR AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define PROCESSOR AUDIT_ARCH_AARCH64
#else
#define PROCESSOR 0
#endif

bool newsroom_seccomp_offered(void) {
  uint32_t action = SECCOMP_RET_KILL_PROCESS;
  return PROCESSOR != 0 && syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

// Calls that always fail. The numbers of some are missing in older headers; those from 424 on are the same on
// every processor.
static const int denied[] = {
    SYS_execve, SYS_execveat, SYS_ptrace, SYS_process_vm_readv, SYS_process_vm_writev, SYS_kcmp,
    SYS_socket, SYS_socketpair, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4,
    SYS_mount, SYS_umount2, SYS_pivot_root, SYS_chroot, SYS_setns, SYS_unshare,
    SYS_init_module, SYS_finit_module, SYS_delete_module, SYS_kexec_load, SYS_reboot, SYS_swapon, SYS_swapoff,
    SYS_bpf, SYS_perf_event_open, SYS_userfaultfd, SYS_add_key, SYS_request_key, SYS_keyctl,
    SYS_setuid, SYS_setgid, SYS_setreuid, SYS_setregid, SYS_setresuid, SYS_setresgid, SYS_setgroups,
    SYS_setfsuid, SYS_setfsgid, SYS_capset, SYS_personality, SYS_acct, SYS_quotactl,
    SYS_open_by_handle_at, SYS_name_to_handle_at, SYS_mknodat, SYS_linkat, SYS_symlinkat, SYS_fchownat,
    SYS_sethostname, SYS_setdomainname, SYS_settimeofday, SYS_clock_settime, SYS_syslog, SYS_vhangup,
#if defined(__x86_64__)
    SYS_fork, SYS_vfork, SYS_mknod, SYS_link, SYS_symlink, SYS_chown, SYS_lchown, SYS_iopl, SYS_ioperm,
    SYS_modify_ldt, SYS_uselib,
#endif
    424 /* pidfd_send_signal */, 425, 426, 427 /* io_uring */, 428, 429, 430, 431, 432, 433 /* new mounts */,
    438 /* pidfd_getfd */, 440 /* process_madvise */, 442 /* mount_setattr */,
};

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define CHECK(k, yes, no) ((struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (k), (yes), (no)))
#define LOAD(field) \
  ((struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field)))
#define ANSWER(value) ((struct sock_filter)BPF_STMT(BPF_RET | BPF_K, (value)))
#define FAIL(number) (SECCOMP_RET_ERRNO | (number))

enum { CLONE_THREAD_FLAG = 0x10000, PUSH_INPUT = 0x5412, LINUX_CONSOLE = 0x541C, CLONE3 = 435 };

int newsroom_seccomp(void) {
  if (!newsroom_seccomp_offered()) return ENOSYS;
  struct sock_filter filter[2 * COUNT(denied) + 48];
  size_t n = 0;
  filter[n++] = LOAD(arch);
  filter[n++] = CHECK(PROCESSOR, 1, 0);
  filter[n++] = ANSWER(SECCOMP_RET_KILL_PROCESS);
  filter[n++] = LOAD(nr);
#if defined(__x86_64__)
  // The calls of the x32 ABI would pass by their other numbers.
  filter[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 0, 1);
  filter[n++] = ANSWER(SECCOMP_RET_KILL_PROCESS);
#endif
  for (size_t i = 0; i < COUNT(denied); i++) {
    filter[n++] = CHECK((uint32_t)denied[i], 0, 1);
    filter[n++] = ANSWER(FAIL(EPERM));
  }
  // The C library then makes threads by clone, whose flags can be seen.
  filter[n++] = CHECK(CLONE3, 0, 1);
  filter[n++] = ANSWER(FAIL(ENOSYS));
  filter[n++] = CHECK(SYS_clone, 0, 4);
  filter[n++] = LOAD(args[0]);
  filter[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD_FLAG, 1, 0);
  filter[n++] = ANSWER(FAIL(EPERM));
  filter[n++] = ANSWER(SECCOMP_RET_ALLOW);
  // TIOCSTI types into the terminal of whoever comes after; TIOCLINUX controls the console.
  filter[n++] = CHECK(SYS_ioctl, 0, 5);
  filter[n++] = LOAD(args[1]);
  filter[n++] = CHECK(PUSH_INPUT, 1, 0);
  filter[n++] = CHECK(LINUX_CONSOLE, 0, 1);
  filter[n++] = ANSWER(FAIL(EPERM));
  filter[n++] = ANSWER(SECCOMP_RET_ALLOW);
  // Signals to this process alone.
  uint32_t self = (uint32_t)getpid();
  filter[n++] = CHECK(SYS_kill, 1, 0);
  filter[n++] = CHECK(SYS_tgkill, 0, 4);
  filter[n++] = LOAD(args[0]);
  filter[n++] = CHECK(self, 1, 0);
  filter[n++] = ANSWER(FAIL(EPERM));
  filter[n++] = ANSWER(SECCOMP_RET_ALLOW);
  filter[n++] = CHECK(SYS_tkill, 0, 1);
  filter[n++] = ANSWER(FAIL(EPERM));
  filter[n++] = ANSWER(SECCOMP_RET_ALLOW);
  struct sock_fprog program = {.len = (unsigned short)n, .filter = filter};
  if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0) return 0;
  return errno;
}

pid_t newsroom_fork(void) { return fork(); }

pid_t newsroom_thread(void) { return gettid(); }
