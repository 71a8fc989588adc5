package id.pantau.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.pantau.platform.WebRig;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a feed as a program does that knows RFC 4287 and nothing of us. */
final class AtomXml {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private AtomXml() {}

  /** The root of a text that is well-formed and a feed. */
  static Element read(HttpResponse<byte[]> response) throws Exception {
    assertEquals(200, response.statusCode(), () -> WebRig.text(response));
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Element feed =
        parsers
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(response.body()))
            .getDocumentElement();
    assertEquals(ATOM, feed.getNamespaceURI());
    assertEquals("feed", feed.getLocalName());
    return feed;
  }

  /** The same, of a feed of {@code suara.example} that has all that RFC 4287 demands. */
  static Element valid(HttpResponse<byte[]> response) throws Exception {
    Element feed = read(response);
    valid(feed);
    assertEquals(1, children(feed, "subtitle").size());
    assertEquals(1, children(feed, "author").size());
    assertEquals(1, links(feed, "self").size());
    Set<String> ids = new HashSet<>();
    for (Element entry : children(feed, "entry")) {
      valid(entry);
      assertEquals(1, children(entry, "content").size());
      assertEquals(1, links(entry, "alternate").size());
      assertTrue(ids.add(text(entry, "id")), "an id twice: " + text(entry, "id"));
    }
    return feed;
  }

  /** Feed or entry: one id, title and time, and known elements only. */
  private static void valid(Element parent) {
    URI.create(text(parent, "id"));
    assertTrue(text(parent, "id").startsWith("tag:suara.example,2026:"), text(parent, "id"));
    assertFalse(text(parent, "title").isBlank());
    OffsetDateTime.parse(text(parent, "updated"));
    Set<String> known =
        Set.of(
            "id",
            "title",
            "subtitle",
            "updated",
            "published",
            "author",
            "link",
            "category",
            "content",
            "entry");
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child) {
        assertEquals(ATOM, child.getNamespaceURI());
        assertTrue(known.contains(child.getLocalName()), child.getLocalName());
      }
    }
  }

  static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element child && name.equals(child.getLocalName())) {
        found.add(child);
      }
    }
    return found;
  }

  static String text(Element parent, String name) {
    List<Element> all = children(parent, name);
    assertEquals(1, all.size(), name + " of " + parent.getLocalName());
    return all.get(0).getTextContent();
  }

  static List<String> links(Element parent, String rel) {
    return children(parent, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(rel))
        .map(link -> link.getAttribute("href"))
        .toList();
  }

  static List<String> kinds(Element feed) {
    return children(feed, "entry").stream()
        .map(entry -> children(entry, "category").get(0).getAttribute("term"))
        .toList();
  }
}
