package id.pantau.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * What a report is checked against: our own profiles in {@code docs/schemas}, always; and the
 * schemas that NIST and OASIS publish, where {@code PANTAU_SCHEMAS} names a folder that has them
 * ({@code docs/nist-profile.md} and {@code docs/eml.md} say where they are to be had).
 */
final class ReportSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path OWN = root().resolve("docs/schemas");

  private final JsonSchema nist;
  private final Schema eml;

  private ReportSchemas(VersionFlag draft, Path nist, Path eml) {
    try {
      this.nist = JsonSchemaFactory.getInstance(draft).getSchema(Files.readString(nist));
      SchemaFactory schemas = SchemaFactory.newDefaultInstance();
      // Included files lie beside it. Nothing is ever fetched.
      schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
      schemas.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      this.eml = schemas.newSchema(eml.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SAXException e) {
      throw new IllegalStateException(eml.toString(), e);
    }
  }

  static ReportSchemas own() {
    return new ReportSchemas(
        VersionFlag.V202012,
        OWN.resolve("nist-profile.schema.json"),
        OWN.resolve("eml-profile.xsd"));
  }

  /** Empty where this machine has none. */
  static Optional<ReportSchemas> official() {
    return Optional.ofNullable(System.getenv("PANTAU_SCHEMAS"))
        .map(Path::of)
        .map(
            folder ->
                new ReportSchemas(
                    VersionFlag.V4,
                    folder.resolve("nist/NIST_V2_election_results_reporting.json"),
                    folder.resolve("eml/510-count-v5-0.xsd")));
  }

  /** What is wrong with a document of NIST's format; empty where it is valid. */
  Set<String> nistErrors(String json) {
    Set<String> errors = new TreeSet<>();
    nist.validate(tree(json), run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
        .forEach(error -> errors.add(error.toString()));
    return errors;
  }

  /** The first thing that is wrong with a count of EML; empty where it is valid. */
  Set<String> emlErrors(String xml) {
    try {
      eml.newValidator()
          .validate(
              new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
      return Set.of();
    } catch (SAXException e) {
      return Set.of(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The repository's folder: the tests run in it or in {@code backend}. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("docs")) ? here : here.resolve("..").normalize();
  }
}
