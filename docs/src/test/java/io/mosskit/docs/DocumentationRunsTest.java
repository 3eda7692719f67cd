package io.mosskit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.testing.RandomConversations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What README and docs/ tell the reader to type is typed here, in a folder that has a `my-data`
/// and our seeds and documents.
class DocumentationRunsTest {

  @TempDir Path folder;

  static Stream<Page> pagesWithCommands() throws IOException {
    List<Page> pages = new ArrayList<>();
    pages.add(Page.read(Checkout.ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.list(Checkout.ROOT.resolve("docs"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        pages.add(Page.read(file));
      }
    }
    return pages.stream().filter(page -> !page.commands().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("pagesWithCommands")
  void everyCommandOfThePageSucceeds(Page page) throws Exception {
    prepare();
    for (String yaml : page.blocks("yaml")) {
      Files.writeString(folder.resolve("recipe.yaml"), yaml);
    }
    for (String command : page.commands()) {
      boolean mayFail = command.endsWith("|| true");
      List<String> words = Page.words(command.replace("|| true", ""));
      List<String> line = java();
      line.add("--add-modules=jdk.incubator.vector"); // as ./mosskit does where a model runs
      line.add("io.mosskit.cli.Mosskit");
      line.addAll(words.subList(1, words.size()));
      Path output = folder.resolve("output.txt");
      int code = run(line, output);
      if (!mayFail) {
        assertThat(code).as(command + "\n" + Files.readString(output)).isZero();
      }
    }
  }

  @Test
  void theLibraryExampleOfTheReadmeRuns() throws Exception {
    prepare();
    Page readme = Page.read(Checkout.ROOT.resolve("README.md"));
    assertThat(readme.blocks("java")).hasSize(1);
    Path source = folder.resolve("Curate.java");
    Files.writeString(source, readme.blocks("java").getFirst());
    List<String> line = java();
    line.add(source.toString());
    Path output = folder.resolve("output.txt");
    assertThat(run(line, output)).as(Files.readString(output)).isZero();
    assertThat(Files.readAllLines(folder.resolve("curated/corpus.jsonl"))).hasSize(40);
    assertThat(Files.readString(output)).contains("40 of ");
  }

  private void prepare() throws IOException {
    Path data = Files.createDirectories(folder.resolve("my-data"));
    List<String> lines = new ArrayList<>();
    for (int seed = 0; seed < 40; seed++) {
      lines.add(MossJson.line(RandomConversations.of(seed)));
    }
    lines.add(lines.getFirst());
    Files.write(data.resolve("dialogues.jsonl"), lines);
    copy("datasets/seeds", "datasets/seeds");
    copy("datasets/seeds", "seeds");
    copy("datasets/documents", "datasets/documents");
    copy("datasets/tasks", "datasets/tasks");
    copy("datasets/recipes", "datasets/recipes");
  }

  private void copy(String from, String to) throws IOException {
    Path target = Files.createDirectories(folder.resolve(to));
    try (Stream<Path> files = Files.list(Checkout.ROOT.resolve(from))) {
      for (Path file : files.filter(DocumentationRunsTest::isData).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  private static boolean isData(Path file) {
    return file.toString().endsWith(".jsonl") || file.toString().endsWith(".yaml");
  }

  private static List<String> java() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ArrayList<>(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-cp",
            classPath));
  }

  private int run(List<String> line, Path output) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(line.toString()).isTrue();
    return process.exitValue();
  }
}
