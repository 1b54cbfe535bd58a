internal import CMalloc

/// The memory of the C library's heap, which keeps what was freed for the next use (mallopt(3),
/// malloc_trim(3)).
public enum HeapMemory {
  /// Gives what is free back to the system.
  public static func giveBack() { _ = malloc_trim(0) }

  /// Keeps one heap for all threads; call it before there are any.
  ///
  /// Each thread has its own otherwise, which is faster where many of them work.
  public static func shareAmongThreads() { _ = mallopt(M_ARENA_MAX, 1) }
}
