package id.pantau.api.report;

import id.pantau.model.Choice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A count (message 510) of OASIS EML 5.0; {@code docs/eml.md}. */
public final class EmlXml {
  private static final String NAMESPACE = "urn:oasis:names:tc:evs:schema:eml";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

  /** The schema's limit for a candidate's name. */
  private static final int NAME_MAX = 70;

  private final Report report;
  private final XMLStreamWriter xml;

  private EmlXml(Report report, XMLStreamWriter xml) {
    this.report = report;
    this.xml = xml;
  }

  /**
   * The document: the same bytes for the same results body. A place that is itself withheld has
   * none, for a count without votes is not valid and zeros would be a lie.
   */
  public static byte[] of(Report report) {
    if (report.withheld()) {
      throw new IllegalArgumentException("withheld");
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
    try {
      XMLStreamWriter xml = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      new EmlXml(report, xml).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("into memory", e);
    }
    return bytes.toByteArray();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("EML");
    xml.writeDefaultNamespace(NAMESPACE);
    xml.writeAttribute("Id", "510");
    xml.writeAttribute("SchemaVersion", "5.0");
    String position = report.position().epoch() + "." + report.position().revision();
    text(
        "TransactionId",
        String.join(" ", report.contest().id(), report.area().code(), position, report.digest()));
    text("MessageLanguage", "id");
    text("IssueDate", report.instant());
    xml.writeStartElement("Count");
    xml.writeStartElement("EventIdentifier");
    text("EventName", report.electionName("id"));
    text("EventQualifier", Map.of("Id", report.area().code()), words());
    xml.writeEndElement();
    election();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  /** The place, the notice and what offices say of it, in both languages. */
  private String words() {
    StringBuilder words = new StringBuilder(report.area().name());
    report.election().banners().entrySet().stream()
        .sorted(Map.Entry.<String, String>comparingByKey().reversed())
        .forEach(banner -> words.append(" · ").append(banner.getValue()));
    for (String language : List.of("id", "en")) {
      words.append(" · ").append(report.election().notices().getOrDefault(language, ""));
      report
          .statements()
          .forEach(said -> words.append(" · ").append(said.getOrDefault(language, "")));
    }
    return words.toString();
  }

  private void election() throws XMLStreamException {
    xml.writeStartElement("Election");
    xml.writeStartElement("ElectionIdentifier");
    xml.writeAttribute("Id", report.election().id());
    text("ElectionName", report.electionName("id"));
    xml.writeEndElement();
    xml.writeStartElement("Contests");
    xml.writeStartElement("Contest");
    xml.writeStartElement("ContestIdentifier");
    xml.writeAttribute("Id", report.contest().id());
    text("ContestName", report.contest().names().getOrDefault("id", report.contest().id()));
    xml.writeEndElement();
    qualifier();
    xml.writeStartElement("TotalVotes");
    metrics(report.own());
    metric("units", report.rows().size());
    metric("units.withheld", report.withheldRows().size());
    votes(report.own());
    xml.writeEndElement();
    for (ReportRow row : report.rows()) {
      if (row.isCounted()) {
        xml.writeStartElement("ReportingUnitVotes");
        text("ReportingUnitIdentifier", Map.of("Id", row.code()), row.name());
        metrics(row);
        votes(row);
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Never final: what is final is set by KPU. */
  private void qualifier() throws XMLStreamException {
    xml.writeStartElement("CountQualifier");
    text("Simulation", report.election().isTest() ? "yes" : "no");
    text("Final", "no");
    text("Extrapolation", "no");
    text("Partial", report.isFinished() ? "no" : "yes");
    xml.writeEndElement();
  }

  /** How far the count is, and each figure with the number of stations that it is the sum over. */
  private void metrics(ReportRow row) throws XMLStreamException {
    metric("stations.counted", row.counted());
    metric("stations.held", row.held());
    metric("stations.expected", row.expected());
    for (Map.Entry<String, ReportRow.Figure> figure : row.figures().entrySet()) {
      if (figure.getValue().stations() > 0) {
        metric(figure.getKey(), figure.getValue().value());
        metric(figure.getKey() + ".stations", figure.getValue().stations());
      }
    }
  }

  private void metric(String type, long value) throws XMLStreamException {
    text("CountMetric", Map.of("Type", type), Long.toString(value));
  }

  private void votes(ReportRow row) throws XMLStreamException {
    int place = 0;
    for (Choice choice : report.contest().choices()) {
      xml.writeStartElement("Selection");
      selection(choice);
      text("ValidVotes", Long.toString(row.votes().get(place++)));
      xml.writeEndElement();
    }
    if (row.hasWhole("valid") && row.hasWhole("invalid")) {
      text("Cast", Long.toString(row.whole("valid") + row.whole("invalid")));
      text("TotalCounted", Long.toString(row.whole("valid")));
      text("RejectedVotes", Map.of("ReasonCode", "tidak-sah"), Long.toString(row.whole("invalid")));
    }
  }

  private void selection(Choice choice) throws XMLStreamException {
    if (Ballot.isForParties(report.contest())) {
      xml.writeStartElement("AffiliationIdentifier");
      xml.writeAttribute("Id", choice.id());
      text("RegisteredName", choice.name());
      xml.writeEndElement();
      return;
    }
    xml.writeStartElement("Candidate");
    xml.writeStartElement("CandidateIdentifier");
    xml.writeAttribute("Id", choice.id());
    boolean fits = choice.name().length() <= NAME_MAX;
    text("CandidateName", fits ? choice.name() : choice.shortName());
    if (!fits) {
      text("KnownAs", choice.name());
    }
    text("ShortCode", Integer.toString(choice.number()));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void text(String element, String text) throws XMLStreamException {
    text(element, Map.of(), text);
  }

  private void text(String element, Map<String, String> attributes, String text)
      throws XMLStreamException {
    xml.writeStartElement(element);
    for (Map.Entry<String, String> attribute : attributes.entrySet()) {
      xml.writeAttribute(attribute.getKey(), attribute.getValue());
    }
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  /** What an operator wrote may hold characters that XML has no way to write. */
  private static String clean(String text) {
    return text.codePoints()
        .mapToObj(c -> isXml(c) ? Character.toString(c) : " ")
        .collect(Collectors.joining());
  }

  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
