#if DEBUG
  internal import Screen
  internal import System

  /// F12 in a debug build ends the program by the signal that `NEWSROOM_CRASH` names, as a crash would, so that
  /// tests see what a crash leaves.
  enum CrashKey {
    static func heed(_ input: Input) {
      guard input == .key(.function(12)), let text = Environment["NEWSROOM_CRASH"], let signal = Int32(text)
      else { return }
      ThisProcess.crash(by: signal)
    }
  }
#endif
