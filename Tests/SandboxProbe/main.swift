import Glibc
import System

// Enters a sandbox and prints what can still be done in it, one line for each thing. Its first argument is a
// folder to read, the second one to write in, the third one that is not named; "nothing" in its place enters
// no sandbox.
let arguments = CommandLine.arguments
guard arguments.count == 4 else { exit(2) }
let (readable, writable, other) = (arguments[1], arguments[2], arguments[3])

func say(_ what: String, _ works: Bool) { print("\(what) \(works ? "yes" : "no")") }
func opens(_ path: String, _ flags: Int32) -> Bool {
  let file = open(path, flags, 0o600)
  if file >= 0 { close(file) }
  return file >= 0
}

if other != "nothing" {
  var sandbox = Sandbox(readable: Sandbox.system + [readable], writable: [writable])
  sandbox.fileSize = 1 << 20
  let report = sandbox.enter()
  for missing in report.missing { print("missing \(missing)") }
}
say("reads", opens(readable + "/file", O_RDONLY))
say("writes-readable", opens(readable + "/file", O_WRONLY))
say("makes-readable", opens(readable + "/new", O_WRONLY | O_CREAT))
say("writes", opens(writable + "/new", O_WRONLY | O_CREAT))
say("deletes", unlink(writable + "/new") == 0)
say("links", symlink("/etc/passwd", writable + "/link") == 0)
say("reads-passwd", opens("/etc/passwd", O_RDONLY))
say("reads-memory", opens("/proc/\(getppid())/mem", O_RDONLY))
say(
  "sockets",
  {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0); return socket >= 0
  }())
say(
  "unix-sockets",
  {
    let socket = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0); return socket >= 0
  }())
say("signals-others", kill(getppid(), 0) == 0)
say("signals-itself", kill(getpid(), 0) == 0)
say(
  "types",
  {
    var letter = CChar(10); return ioctl(0, UInt(TIOCSTI), &letter) == 0 || errno != EPERM
  }())
nonisolated func idle(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? { argument }
var thread = pthread_t()
say("threads", pthread_create(&thread, nil, idle, nil) == 0)
pthread_join(thread, nil)
say("processes", ThisProcess.inChild { 0 } == 0)
fflush(nil)
var program: [UnsafeMutablePointer<CChar>?] = [strdup("true"), nil]
if ThisProcess.inChild({
  execv("/bin/true", &program)
  return 1
}) == 0 {
  print("programs yes")
} else {
  print("programs no")
}
fflush(nil)
execv("/bin/true", &program)
print("becomes no")
