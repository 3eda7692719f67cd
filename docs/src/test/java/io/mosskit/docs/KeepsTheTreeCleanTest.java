package io.mosskit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class KeepsTheTreeCleanTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
  private static final Pattern MACHINE_PATH =
      Pattern.compile(
          "(?<![\\w.~/$}-])/(work|root|home|Users|tmp)/\\w|/jvm/(temurin|java-|jdk-?\\d)");
  private static final Pattern REGISTRY_HOST =
      Pattern.compile("repo1?\\.maven\\.|registry\\.npmjs\\.|pypi\\.org|deb\\.debian\\.");
  private static final Pattern LEFT_UNFINISHED = Pattern.compile("\\b(T[O]DO|FIX[M]E|X[X]X)\\b");

  /// The one place where a Maven wrapper must name where Maven comes from.
  private static final Set<Path> MAY_NAME_A_REGISTRY =
      Set.of(Path.of(".mvn/wrapper/maven-wrapper.properties"));

  @Test
  void relativeLinksResolve() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : files(named(".md"))) {
      Path folder = Checkout.ROOT.resolve(page).resolveSibling(".");
      LINK.matcher(withoutCode(Checkout.lines(page)))
          .results()
          .map(link -> link.group(1))
          .filter(target -> !target.contains(":") && !Files.exists(folder.resolve(target)))
          .forEach(target -> broken.add(page + " links to " + target + ", which is not there"));
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void noFileNamesAPathOfOneMachine() throws IOException {
    assertThat(findings(MACHINE_PATH, named(".jsonl").negate())).isEmpty();
  }

  @Test
  void noFileNamesARegistryHost() throws IOException {
    assertThat(findings(REGISTRY_HOST, file -> !MAY_NAME_A_REGISTRY.contains(file))).isEmpty();
  }

  @Test
  void nothingIsLeftUnfinished() throws IOException {
    assertThat(findings(LEFT_UNFINISHED, named(".jsonl").negate())).isEmpty();
  }

  @Test
  void theChangelogHasAPlaceForTheNextChange() throws IOException {
    assertThat(Checkout.lines(Path.of("CHANGELOG.md"))).contains("## Unreleased");
  }

  @Test
  void theReadmeFitsOnAPage() throws IOException {
    assertThat(Checkout.lines(Path.of("README.md"))).hasSizeLessThanOrEqualTo(120);
  }

  @Test
  void decisionsAreShortAndNumberedInARow() throws IOException {
    List<Path> decisions = files(file -> file.startsWith("docs/decisions"));
    for (int i = 0; i < decisions.size(); i++) {
      assertThat(decisions.get(i).getFileName().toString()).startsWith("%03d-".formatted(i + 1));
      assertThat(Checkout.lines(decisions.get(i))).hasSizeLessThanOrEqualTo(40);
    }
  }

  private static List<String> findings(Pattern pattern, Predicate<Path> where) throws IOException {
    List<String> findings = new ArrayList<>();
    for (Path file : files(where)) {
      List<String> lines = Checkout.lines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (pattern.matcher(lines.get(i)).find()) {
          findings.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
      }
    }
    return findings;
  }

  private static List<Path> files(Predicate<Path> where) throws IOException {
    return Checkout.files().stream().filter(where).toList();
  }

  private static Predicate<Path> named(String ending) {
    return file -> file.toString().endsWith(ending);
  }

  /// The text of a page outside its fenced blocks and code spans.
  private static String withoutCode(List<String> lines) {
    return Pattern.compile("^```.*?^```|`[^`]*`", Pattern.MULTILINE | Pattern.DOTALL)
        .matcher(String.join("\n", lines))
        .replaceAll("");
  }
}
