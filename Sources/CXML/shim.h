#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU, whose headers differ from those of Swift's ICU. They describe the fields
// of a structure that is not used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
