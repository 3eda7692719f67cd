package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.rehearsal.Faults;
import io.mosskit.generator.rehearsal.RehearsalOptions;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import io.mosskit.generator.store.RunView;
import io.mosskit.generator.store.Usage;
import io.mosskit.schema.Conversation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RespondsOnAfterAKillTest {

  private static final int DIALOGUES = 24;
  private static final int REPLIES = 2 * DIALOGUES;

  @TempDir Path folder;
  private Path input;

  @BeforeEach
  void write() throws Exception {
    Conversation[] dialogues =
        IntStream.range(0, DIALOGUES)
            .mapToObj(i -> i % 2 == 0 ? Dialogues.tea("茶 " + i) : Dialogues.egg("egg " + i))
            .toArray(Conversation[]::new);
    input = Dialogues.write(folder.resolve("in.jsonl"), dialogues);
  }

  @Test
  void withAModelOnThisMachine() throws Exception {
    Path model = folder.resolve("tiny");
    assertThat(Shell.mosskit("model", "make-tiny", model).code()).isZero();
    goesOn(List.of("--local", model.toString(), "--backend", "cpu", "--threads", "1"));
    Path other = folder.resolve("other");
    assertThat(Shell.mosskit("model", "make-tiny", other, "--seed", 7).code()).isZero();
    Shell anew = respond("killed.jsonl", List.of("--local", other.toString(), "--backend", "cpu"));
    assertThat(anew.number("answers_reused")).isZero();
  }

  @Test
  void withATeacher() throws Exception {
    Faults slow = Faults.NONE.withAnswerDelay(Duration.ofMillis(100));
    try (RehearsalTeacher teacher =
        RehearsalTeacher.start(RehearsalOptions.seeded(1).withFaults(slow))) {
      goesOn(
          List.of("--base-url", teacher.baseUrl(), "--model", "rehearsal", "--concurrency", "2"));
    }
  }

  private void goesOn(List<String> who) throws Exception {
    Path journal = folder.resolve("killed.jsonl.journal");
    Process process = start(who);
    while (!process.waitFor(5, TimeUnit.MILLISECONDS) && answered(journal) < 3) {}
    process.destroyForcibly().waitFor();
    long before = answered(journal);
    assertThat(before).isBetween(3L, REPLIES - 1L);
    assertThat(folder.resolve("killed.jsonl")).doesNotExist();

    Shell rest = respond("killed.jsonl", who);
    assertThat(rest.number("answers_reused")).isEqualTo(before);
    assertThat(rest.number("requests_sent")).isEqualTo(REPLIES - before);
    Shell whole = respond("undisturbed.jsonl", who);
    assertThat(whole.number("requests_sent")).isEqualTo(REPLIES);
    assertThat(folder.resolve("killed.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("undisturbed.jsonl"));
    assertThat(respond("killed.jsonl", who).number("requests_sent")).isZero();
  }

  private Shell respond(String name, List<String> who) {
    Shell shell = Shell.mosskit(words(name, who).toArray());
    assertThat(shell.code()).as(shell.err()).isZero();
    return shell;
  }

  private List<String> words(String name, List<String> who) {
    return Stream.concat(
            Stream.of("respond", input.toString(), "--out", folder.resolve(name).toString()),
            Stream.concat(Stream.of("--max-new-tokens", "48", "--json"), who.stream()))
        .toList();
  }

  private Process start(List<String> who) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(Mosskit.class.getName());
    command.addAll(words("killed.jsonl", who));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /// How many answers the journal holds; none while it is being made.
  private static long answered(Path journal) {
    try (RunView view = RunView.open(journal)) {
      Usage usage = view.usage();
      return usage.answered();
    } catch (IOException _) {
      return 0;
    }
  }
}
