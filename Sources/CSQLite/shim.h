#include <sqlite3.h>

// Tells SQLite to copy a value before the call returns. Swift can't read a macro that casts a number to a
// function.
static inline sqlite3_destructor_type csqlite_transient(void) { return SQLITE_TRANSIENT; }
