package id.pantau.api.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A plain page read strictly: as XML, which forgives no open tag, no bare ampersand and no
 * attribute twice; and with what HTML and its readers ask beyond that.
 */
public final class PlainPage {
  private static final Set<String> ELEMENTS =
      Set.of(
          ("html head meta title link style body a header nav main footer section article h1 h2 h3 p"
                  + " ol ul li dl div dt dd table caption thead tbody tr th td b i br small strong"
                  + " span time code abbr svg rect")
              .split(" "));
  private final Document page;

  private PlainPage(Document page) {
    this.page = page;
  }

  /** Reads a page; fails where it is not well-formed or breaks a rule. */
  public static PlainPage read(String html) {
    try {
      var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      PlainPage page = new PlainPage(builder.parse(new InputSource(new StringReader(html))));
      page.check();
      return page;
    } catch (Exception e) {
      throw new AssertionError(e.getMessage() + " in\n" + html, e);
    }
  }

  /** The texts of the nodes of a path, without blanks at their ends. */
  public List<String> texts(String xpath) {
    NodeList nodes = nodes(xpath);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return texts;
  }

  /** The text of the only node of a path. */
  public String text(String xpath) {
    List<String> texts = texts(xpath);
    assertEquals(1, texts.size(), xpath);
    return texts.get(0);
  }

  /** A number of the page: its digits, whatever stands between them. */
  public static long number(String text) {
    return Long.parseLong(text.replaceAll("[^0-9]", ""));
  }

  private NodeList nodes(String xpath) {
    try {
      return (NodeList)
          XPathFactory.newInstance().newXPath().evaluate(xpath, page, XPathConstants.NODESET);
    } catch (XPathExpressionException e) {
      throw new IllegalArgumentException(xpath, e);
    }
  }

  private void check() {
    for (String once : List.of("//title", "//h1", "//main", "//style", "//meta[@charset]")) {
      assertEquals(1, nodes(once).getLength(), once);
    }
    for (String never :
        List.of(
            "//script",
            "//@style",
            "//@*[starts-with(name(), 'on')]",
            "//img",
            "//iframe",
            "//form",
            "//a[not(@href)]",
            "//a[normalize-space(.) = '']",
            "//a//a",
            "//p//p",
            "//p//ul",
            "//p//table",
            "//th[not(@scope)]",
            "//table[not(caption)]",
            "//ol/*[not(self::li)]",
            "//ul/*[not(self::li)]",
            "//nav[not(@aria-label)]",
            "//*[starts-with(@href, 'http') or starts-with(@href, '//')]",
            "//*[@src]")) {
      assertEquals(List.of(), texts(never), never);
    }
    assertFalse(text("/html/@lang").isEmpty());
    for (String name : names()) {
      assertTrue(ELEMENTS.contains(name), name);
    }
    String skip = text("//a[@class = 'skip']/@href").substring(1);
    assertEquals(1, nodes("//main[@id = '" + skip + "']").getLength(), "the skip link leads there");
    checkColumns();
  }

  private Set<String> names() {
    NodeList all = nodes("//*");
    Set<String> names = new HashSet<>();
    for (int i = 0; i < all.getLength(); i++) {
      names.add(all.item(i).getNodeName());
    }
    return names;
  }

  /** Every row of a table is as wide as the widest. */
  private void checkColumns() {
    NodeList tables = page.getElementsByTagName("table");
    for (int t = 0; t < tables.getLength(); t++) {
      NodeList rows = ((Element) tables.item(t)).getElementsByTagName("tr");
      Set<Integer> widths = new HashSet<>();
      for (int r = 0; r < rows.getLength(); r++) {
        widths.add(width(rows.item(r)));
      }
      assertEquals(1, widths.size(), () -> "a table has rows of widths " + widths);
    }
  }

  private static int width(Node row) {
    int width = 0;
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNextSibling()) {
      if (cell instanceof Element element) {
        String span = element.getAttribute("colspan");
        width += span.isEmpty() ? 1 : Integer.parseInt(span);
      }
    }
    return width;
  }
}
