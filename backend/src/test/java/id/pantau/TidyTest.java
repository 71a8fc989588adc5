package id.pantau;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The habits that a machine can keep, over every source file of the repository. Each message says
 * what to write instead.
 */
final class TidyTest {
  private static final int LINES_MAX = 400;
  private static final int FILES_MIN = 30;
  private static final Set<String> KINDS = Set.of("java", "ts", "js", "mjs", "lua");
  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "dist");

  private static final Map<String, String> NAMES =
      Map.of(
          "Manager", "name what it keeps or does (Pool, Queue, Registry)",
          "Helper", "move the method into the noun it works on",
          "Util", "move the method into the noun it works on",
          "Impl", "name the port by its role and this by how it does it (Counting, ProvinceQueue)");
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum|type)\\s+([A-Z]\\w*)");
  private static final Pattern LEFTOVER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");

  @Test
  void repository_everySourceFile_isTidy() throws IOException {
    Path root = root();
    List<Path> files = sources(root);
    assertTrue(files.size() >= FILES_MIN, () -> "only " + files.size() + " files under " + root);
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      problems.addAll(problems(root.relativize(file).toString(), Files.readString(file)));
    }
    assertTrue(problems.isEmpty(), () -> String.join("\n", problems));
  }

  @ParameterizedTest
  @CsvSource({
    "class, KeyManager",
    "record, FormHelper",
    "interface, Utils",
    "export class, StoreImpl",
    "export type, ImplDetail"
  })
  void problems_bannedName_saysWhatToWriteInstead(String keyword, String name) {
    List<String> problems = problems("a.ts", keyword + " " + name + " {}");
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("a.ts:1: " + name + ": no "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"class Simple {}", "class Utility {}", "// the manager and its helpers"})
  void problems_innocentText_none(String text) {
    assertEquals(List.of(), problems("A.java", text));
  }

  @Test
  void problems_leftoverTabTrailingBlankAndLength_eachWithItsLine() {
    assertEquals(1, problems("a.lua", "-- FIX" + "ME later").size());
    assertTrue(problems("a.lua", "x\n\ty = 1").get(0).startsWith("a.lua:2: "));
    assertEquals(1, problems("a.lua", "x = 1 \ny = 2").size());
    assertEquals(List.of(), problems("a.lua", "x\n".repeat(LINES_MAX)));
    assertEquals(1, problems("a.lua", "x\n".repeat(LINES_MAX + 1)).size());
  }

  /** What is wrong with a file: {@code name:line: what; what instead}. */
  private static List<String> problems(String name, String text) {
    List<String> problems = new ArrayList<>();
    String[] lines = text.split("\n", -1);
    int count = text.endsWith("\n") ? lines.length - 1 : lines.length;
    if (count > LINES_MAX) {
      problems.add(name + ": " + count + " lines; split it by noun (at most " + LINES_MAX + ")");
    }
    for (int i = 0; i < count; i++) {
      String at = name + ":" + (i + 1) + ": ";
      String line = lines[i];
      if (line.indexOf('\t') >= 0) {
        problems.add(at + "a tab; indent with spaces");
      } else if (!line.equals(line.stripTrailing())) {
        problems.add(at + "blanks at the end of the line; remove them");
      }
      Matcher leftover = LEFTOVER.matcher(line);
      if (leftover.find()) {
        problems.add(at + leftover.group() + "; do it now, or open an issue and say why it waits");
      }
      Matcher type = TYPE.matcher(line);
      while (type.find()) {
        addBannedName(problems, at, type.group(1));
      }
    }
    return problems;
  }

  private static void addBannedName(List<String> problems, String at, String type) {
    NAMES.forEach(
        (banned, instead) -> {
          if (Pattern.compile(banned + "s?(?![a-z])").matcher(type).find()) {
            problems.add(at + type + ": no " + banned + " in a name; " + instead);
          }
        });
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean skip =
                !folder.equals(root) && (name.startsWith(".") || NOT_OURS.contains(name));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            if (KINDS.contains(name.substring(name.lastIndexOf('.') + 1))) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** The folder of the parent pom, from wherever in it the test runs. */
  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".editorconfig"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("not run within the repository");
      }
    }
    return folder;
  }
}
