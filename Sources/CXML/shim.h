#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU, whose headers are not those of Swift's own ICU. They describe the inside of a
// structure that is never looked into here.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
