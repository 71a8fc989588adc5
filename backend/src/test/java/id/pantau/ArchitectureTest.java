package id.pantau;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.pantau.platform.Inspection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The directions between the rooms (design §2): one way, and no stage knows another. What crosses
 * is a record of {@code model} or a port of {@code platform}.
 */
final class ArchitectureTest {
  private static final List<String> STAGES =
      List.of(
          "election",
          "intake",
          "count",
          "board",
          "live",
          "api",
          "notary",
          "command",
          "opendata",
          "sirekap",
          "webhooks");
  private static final String WAY_OUT =
      "what two stages share is a record of model or a port of platform; wiring belongs to the root";

  private static JavaClasses code;

  @BeforeAll
  static void readCompiledClasses() {
    code =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("id.pantau");
  }

  @TestFactory
  Stream<DynamicTest> stages_knowOnlyModelRulesAndPlatform() {
    return STAGES.stream().map(s -> room(s, "model", "rules", "platform"));
  }

  @TestFactory
  Stream<DynamicTest> theRoomsBelow_knowOnlyWhatIsBelowThem() {
    return Stream.of(room("model"), room("rules", "model"), room("platform", "model"));
  }

  @Test
  void model_andRules_areJavaAndNothingElse() {
    classes()
        .that()
        .resideInAnyPackage("id.pantau.model..", "id.pantau.rules..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify.annotations..", "id.pantau.model..", "id.pantau.rules..")
        .because("the domain is tested and recounted without Vert.x, Redis or JSON")
        .check(code);
  }

  @Test
  void figuresThatAreWithheld_areOutOfReachOfThePublicPort() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "id.pantau.api..", "id.pantau.live..", "id.pantau.intake..", "id.pantau.webhooks..")
        .should()
        .dependOnClassesThat(
            assignableTo(Inspection.class)
                .or(belongToAnyOf(Inspection.Inspected.class, Inspection.Passage.class)))
        .because("an office withholds them from all but operators")
        .check(code);
  }

  @Test
  void everyClass_isInAKnownRoom() {
    String[] known =
        Stream.concat(STAGES.stream(), Stream.of("model", "rules", "platform", "cli"))
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);
    classes()
        .that()
        .resideOutsideOfPackage("id.pantau")
        .should()
        .resideInAnyPackage(known)
        .because("a new room is first given its direction here")
        .check(code);
  }

  @Test
  void theImport_sawTheCode() {
    assertFalse(code.that(resideInAPackage("id.pantau.model..")).isEmpty());
    assertFalse(code.that(resideInAPackage("id.pantau.platform..")).isEmpty());
  }

  /** Fails where a class of the room needs one of another room than those. */
  private static DynamicTest room(String room, String... below) {
    String[] allowed =
        Stream.concat(Stream.of(room), Stream.of(below))
            .map(ArchitectureTest::packageOf)
            .toArray(String[]::new);
    return DynamicTest.dynamicTest(
        room + " knows " + (below.length == 0 ? "nothing" : String.join(", ", below)),
        () ->
            noClasses()
                .that()
                .resideInAPackage(packageOf(room))
                .should()
                .dependOnClassesThat(
                    resideInAPackage("id.pantau..").and(not(resideInAnyPackage(allowed))))
                .because(WAY_OUT)
                .allowEmptyShould(true)
                .check(code));
  }

  private static String packageOf(String room) {
    return "id.pantau." + room + "..";
  }
}
