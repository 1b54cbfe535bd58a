#include <libstemmer.h>

// Opened late, as libxml2 is (see CXML).
#define NEWSROOM_STEMMER_LIBRARY "libstemmer.so.0d"

#pragma weak sb_stemmer_new
#pragma weak sb_stemmer_delete
#pragma weak sb_stemmer_stem
#pragma weak sb_stemmer_length

static inline _Bool newsroom_stemmer_is_linked(void) { return &sb_stemmer_new != 0; }

static inline struct sb_stemmer *newsroom_stemmer_new(const char *algorithm, const char *encoding) {
  return sb_stemmer_new(algorithm, encoding);
}
static inline void newsroom_stemmer_delete(struct sb_stemmer *stemmer) { sb_stemmer_delete(stemmer); }
static inline const sb_symbol *newsroom_stemmer_stem(
    struct sb_stemmer *stemmer, const sb_symbol *word, int size) {
  return sb_stemmer_stem(stemmer, word, size);
}
static inline int newsroom_stemmer_length(struct sb_stemmer *stemmer) { return sb_stemmer_length(stemmer); }
