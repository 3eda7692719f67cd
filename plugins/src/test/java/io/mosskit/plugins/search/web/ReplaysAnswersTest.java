package io.mosskit.plugins.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.search.Hit;
import io.mosskit.plugins.search.Search;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplaysAnswersTest {

  private static final WebService SERVICE =
      new WebService.SearxNg(URI.create("http://127.0.0.1:9"));
  private static final String FIRST = "{\"results\": [{\"url\": \"u\", \"content\": \"一 one\"}]}";
  private static final String SECOND = "{\"results\": [{\"url\": \"u\", \"content\": \"二 two\"}]}";

  @TempDir Path folder;

  @Test
  void theFirstAnswerStaysAndIsNotAskedForAgain() throws Exception {
    Path file = folder.resolve("run/answers.jsonl");
    try (FakeEngine engine = new FakeEngine(FakeEngine.body(FIRST), FakeEngine.body(SECOND))) {
      WebService service = new WebService.SearxNg(engine.address());
      try (WebSearch search = WebSearch.online(service, file, WebLimits.DEFAULT)) {
        assertThat(search.search("湖", 3, 400)).containsExactly(new Hit("", "u", "一 one"));
        assertThat(search.search(" 湖 ", 1, 400)).containsExactly(new Hit("", "u", "一 one"));
      }
      try (WebSearch again = WebSearch.online(service, file, WebLimits.DEFAULT)) {
        assertThat(again.search("湖", 3, 400)).containsExactly(new Hit("", "u", "一 one"));
        assertThat(again.search("lake", 3, 400)).containsExactly(new Hit("", "u", "二 two"));
      }
      assertThat(engine.requests).hasSize(2);
      try (WebSearch offline = WebSearch.offline(service, file)) {
        Outcome outcome = new Search(offline).execute("lake", Limits.DEFAULT);
        assertThat(outcome).isEqualTo(new Outcome.Result("<|1|>: '二 two'"));
      }
    }
    assertThat(Files.readAllLines(file)).hasSize(2);
  }

  @Test
  void offlineAMissNamesTheRemedy() throws Exception {
    Path file = Files.writeString(folder.resolve("answers.jsonl"), "");
    try (WebSearch offline = WebSearch.offline(SERVICE, file)) {
      assertThat(new Search(offline).execute("湖", Limits.DEFAULT))
          .isEqualTo(
              new Outcome.Failure(
                  Outcome.Reason.UNAVAILABLE,
                  "offline, and no kept answer to '湖'; ask it once online with the same file of"
                      + " answers"));
    }
    assertThatThrownBy(() -> WebSearch.offline(SERVICE, folder.resolve("absent.jsonl")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aFileCutOffAtAnyByteGoesOn() throws Exception {
    Path file = folder.resolve("answers.jsonl");
    List<Hit> hits = List.of(new Hit("题", "u", "一 one\n'\"\\"));
    try (Answers answers = Answers.open(file)) {
      answers.keep("s", "湖", hits, java.time.Instant.EPOCH);
      answers.keep("s", "lake", hits, java.time.Instant.EPOCH);
    }
    byte[] whole = Files.readAllBytes(file);
    int firstLine = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf('\n');
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(whole, length));
      try (Answers answers = Answers.open(file)) {
        assertThat(answers.find("s", "湖").isPresent()).isEqualTo(length > firstLine);
        answers.keep("s", "湖", hits, java.time.Instant.EPOCH);
        answers.keep("s", "lake", hits, java.time.Instant.EPOCH);
        assertThat(answers.find("s", "lake")).contains(hits);
      }
      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
  }

  @Test
  void aLineThatIsNoAnswerIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "\n{\"query\": \"湖\"}\n");
    assertThatThrownBy(() -> Answers.open(file)).hasMessageContaining("line 2 is no answer");
    assertThatThrownBy(() -> Answers.read(file)).hasMessageContaining("line 2 is no answer");
  }

  @Test
  void oneSearchAtATimeWritesAFile() throws Exception {
    Path file = folder.resolve("answers.jsonl");
    try (Answers first = Answers.open(file)) {
      assertThatThrownBy(() -> Answers.open(file)).hasMessageContaining("another search writes");
      assertThat(first.find("s", "x")).isEmpty();
    }
    Answers.open(file).close();
  }
}
