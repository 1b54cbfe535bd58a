#include <libxml/xmlversion.h>
// Debian's libxml2 is built with ICU, whose headers differ from those of Swift's ICU. They describe the
// fields of a structure that is not used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>

// The name of the library whose structures these headers describe.
#if LIBXML_VERSION < 21400
#define NEWSROOM_XML_LIBRARY "libxml2.so.2"
#else
#define NEWSROOM_XML_LIBRARY "libxml2.so.16"
#endif

// The program is linked without the library, and opens it late. Only where all libraries are linked into the
// program itself are these functions there from the start.
#pragma weak xmlNewParserCtxt
#pragma weak xmlFreeParserCtxt
#pragma weak xmlCtxtReadMemory
#pragma weak xmlFreeDoc
#pragma weak xmlDocGetRootElement
#pragma weak xmlGetLineNo

static inline _Bool newsroom_xml_is_linked(void) { return &xmlNewParserCtxt != 0; }

static inline xmlParserCtxtPtr newsroom_xml_new_parser(void) { return xmlNewParserCtxt(); }
static inline void newsroom_xml_free_parser(xmlParserCtxtPtr parser) { xmlFreeParserCtxt(parser); }
static inline xmlDocPtr newsroom_xml_read(
    xmlParserCtxtPtr parser, const char *bytes, int count, const char *address, const char *encoding,
    int options) {
  return xmlCtxtReadMemory(parser, bytes, count, address, encoding, options);
}
static inline void newsroom_xml_free_document(xmlDocPtr document) { xmlFreeDoc(document); }
static inline xmlNodePtr newsroom_xml_root(const xmlDoc *document) { return xmlDocGetRootElement(document); }
static inline long newsroom_xml_line(const xmlNode *node) { return xmlGetLineNo(node); }
