package id.pantau.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * The figures of results, of a NIST report and of an EML count, each read by itself into lines that
 * can be compared: {@code "31 votes 100025" → 7}.
 */
final class ReportNumbers {
  private ReportNumbers() {}

  /** What the results body says, of what both standards can hold. */
  static Map<String, Long> results(JsonNode body) {
    Map<String, Long> numbers = new TreeMap<>();
    place(numbers, body.path("area").asText(), body);
    for (JsonNode child : body.path("children")) {
      place(numbers, child.path("code").asText(), child);
    }
    return numbers;
  }

  private static void place(Map<String, Long> numbers, String code, JsonNode place) {
    long counted = place.path("stations").path("counted").asLong();
    if (counted == 0) {
      return;
    }
    JsonNode totals = place.path("totals");
    for (Map.Entry<String, JsonNode> votes : totals.path("votes").properties()) {
      numbers.put(code + " votes " + votes.getKey(), votes.getValue().asLong());
    }
    if (totals.path("valid").path("stations").asLong() == counted
        && totals.path("invalid").path("stations").asLong() == counted) {
      long invalid = totals.path("invalid").path("value").asLong();
      numbers.put(code + " cast", totals.path("valid").path("value").asLong() + invalid);
      numbers.put(code + " rejected", invalid);
    }
  }

  static Map<String, Long> nist(JsonNode report) {
    Map<String, Long> numbers = new TreeMap<>();
    JsonNode election = report.path("Election").path(0);
    for (JsonNode selection : election.path("Contest").path(0).path("ContestSelection")) {
      String choice = selection.path("@id").asText().replace("selection-", "");
      for (JsonNode votes : selection.path("VoteCounts")) {
        numbers.put(unit(votes) + " votes " + choice, votes.path("Count").asLong());
      }
    }
    for (JsonNode ballots : election.path("BallotCounts")) {
      numbers.put(unit(ballots) + " cast", ballots.path("BallotsCast").asLong());
      numbers.put(unit(ballots) + " rejected", ballots.path("BallotsRejected").asLong());
    }
    return numbers;
  }

  private static String unit(JsonNode node) {
    return node.path("GpUnitId").asText().replace("gp-", "");
  }

  /** Ids that something refers to and nothing has; and those that two have. */
  static Set<String> dangling(JsonNode report) {
    Set<String> known = new HashSet<>();
    Set<String> wrong = new HashSet<>();
    report.findValues("@id").stream()
        .map(JsonNode::asText)
        .filter(id -> !known.add(id))
        .forEach(wrong::add);
    for (String field : Set.of("GpUnitId", "PersonId", "ElectionScopeId", "ElectionDistrictId")) {
      report.findValues(field).forEach(id -> referred(known, wrong, id));
    }
    for (String field : Set.of("ComposingGpUnitIds", "CandidateIds", "PartyIds")) {
      report.findValues(field).forEach(ids -> ids.forEach(id -> referred(known, wrong, id)));
    }
    return wrong;
  }

  private static void referred(Set<String> known, Set<String> wrong, JsonNode id) {
    if (!known.contains(id.asText())) {
      wrong.add(id.asText());
    }
  }

  /** TotalVotes are those of the place that was asked for; zeros where nothing is counted. */
  static Map<String, Long> eml(String area, String xml) throws Exception {
    Map<String, Long> numbers = new TreeMap<>();
    Element root = root(xml);
    each(root, "TotalVotes", total -> counted(numbers, area, total));
    each(
        root,
        "ReportingUnitVotes",
        unit -> counted(numbers, first(unit, "ReportingUnitIdentifier").getAttribute("Id"), unit));
    return numbers;
  }

  static Element root(String xml) throws Exception {
    DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
    parsers.setNamespaceAware(true);
    return parsers
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static void counted(Map<String, Long> numbers, String code, Element place) {
    if (metric(place, "stations.counted") == 0) {
      return;
    }
    each(
        place,
        "Selection",
        selection -> {
          String choice = first(selection, "CandidateIdentifier").getAttribute("Id");
          numbers.put(code + " votes " + choice, number(first(selection, "ValidVotes")));
        });
    each(place, "Cast", cast -> numbers.put(code + " cast", number(cast)));
    each(place, "RejectedVotes", bad -> numbers.put(code + " rejected", number(bad)));
  }

  /** A metric of a place; -1 where it is not there. */
  static long metric(Element place, String type) {
    for (Node child = place.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element metric && metric.getAttribute("Type").equals(type)) {
        return number(metric);
      }
    }
    return -1;
  }

  static Element first(Element parent, String name) {
    return (Element) parent.getElementsByTagNameNS("*", name).item(0);
  }

  private static long number(Element element) {
    return Long.parseLong(element.getTextContent());
  }

  private static void each(Element parent, String name, Consumer<Element> found) {
    NodeList all = parent.getElementsByTagNameNS("*", name);
    for (int i = 0; i < all.getLength(); i++) {
      found.accept((Element) all.item(i));
    }
  }
}
