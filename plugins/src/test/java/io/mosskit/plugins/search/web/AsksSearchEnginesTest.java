package io.mosskit.plugins.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.search.Hit;
import io.mosskit.plugins.search.Search;
import io.mosskit.plugins.search.SearchException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsksSearchEnginesTest {

  private static final String SEARXNG =
      """
      {"query": "湖", "results": [
        {"url": "https://a.example", "title": "最深的湖", "content": "贝加尔湖<b>深</b>1642米 &amp; 更多"},
        {"url": "https://b.example", "title": "empty", "content": ""},
        {"title": "no address", "content": "x"},
        "no object", null,
        {"url": "https://c.example", "content": "Lake Baikal"}
      ], "answers": []}
      """;
  private static final String BRAVE =
      """
      {"type": "search", "web": {"results": [{"title": "Lake &lt;Baikal&gt;",
        "url": "https://a.example", "description": "The <strong>deepest</strong> lake"}]}}
      """;
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final List<Duration> pauses = new ArrayList<>();

  private WebSearch search(WebService service) throws IOException {
    return search(service, WebLimits.DEFAULT);
  }

  private WebSearch search(WebService service, WebLimits limits) throws IOException {
    return WebSearch.online(service, file(), limits, pauses::add, CLOCK);
  }

  private Path file() {
    return folder.resolve("answers.jsonl");
  }

  @Test
  void searxngIsAskedForJsonAndItsSnippetsAreBare() throws Exception {
    try (FakeEngine engine = new FakeEngine(FakeEngine.body(SEARXNG));
        WebSearch search = search(new WebService.SearxNg(engine.address()))) {
      assertThat(search.search("最深的 湖&lake?", 3, 400))
          .containsExactly(
              new Hit("最深的湖", "https://a.example", "贝加尔湖深1642米 & 更多"),
              new Hit("", "https://c.example", "Lake Baikal"));
      assertThat(engine.requests)
          .containsExactly(
              "/search?format=json&q=" + URLEncoder.encode("最深的 湖&lake?", StandardCharsets.UTF_8));
      assertThat(search.version()).startsWith("searxng@127.0.0.1:");
    }
  }

  @Test
  void braveGetsItsKeyInAHeaderAndNobodyElseSeesIt() throws Exception {
    String key = "BSA-secret-123";
    try (FakeEngine engine = new FakeEngine(FakeEngine.body(BRAVE), FakeEngine.status(401))) {
      WebService.Brave brave = new WebService.Brave(engine.address(), key);
      try (WebSearch search = search(brave)) {
        assertThat(search.search("deepest lake", 3, 400))
            .containsExactly(new Hit("Lake <Baikal>", "https://a.example", "The deepest lake"));
        assertThat(engine.tokens).containsExactly(key);
        assertThat(engine.requests).containsExactly("/res/v1/web/search?count=10&q=deepest+lake");
        assertThatThrownBy(() -> search.search("另一个", 3, 400))
            .hasMessage("brave: HTTP 401; check the key");
        assertThat(search.version() + brave).doesNotContain(key);
      }
      assertThat(Files.readString(file())).doesNotContain(key);
    }
    assertThatThrownBy(() -> new WebService.Brave(WebService.Brave.ADDRESS, "a\nb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("a\nb");
  }

  @Test
  void aRefusalIsTriedAgainWhenTheServerSays() throws Exception {
    try (FakeEngine engine =
            new FakeEngine(
                FakeEngine.status(429, "Retry-After", "7"),
                FakeEngine.status(503, "Retry-After", "Sun, 22 Nov 2026 12:00:20 GMT"),
                FakeEngine.body(SEARXNG));
        WebSearch search = search(new WebService.SearxNg(engine.address()))) {
      assertThat(search.search("湖", 1, 400)).hasSize(1);
      assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(20));
    }
  }

  @Test
  void aServerThatKeepsRefusingIsGivenUp() throws Exception {
    try (FakeEngine engine = new FakeEngine();
        WebSearch search = search(new WebService.SearxNg(engine.address()))) {
      Outcome outcome = new Search(search).execute("lake", Limits.DEFAULT);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Failure.class,
              failure -> {
                assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
                assertThat(failure.detail()).contains("HTTP 500, after 3 attempts");
              });
      assertThat(engine.requests).hasSize(3);
      assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
  }

  @Test
  void aPauseThatIsTooLongIsNotTaken() throws Exception {
    try (FakeEngine engine = new FakeEngine(FakeEngine.status(429, "Retry-After", "3600"));
        WebSearch search = search(new WebService.SearxNg(engine.address()))) {
      assertThatThrownBy(() -> search.search("湖", 1, 400))
          .isInstanceOf(SearchException.class)
          .hasMessageContaining("HTTP 429, after 1 attempts");
      assertThat(pauses).isEmpty();
    }
  }

  @Test
  void aRedirectIsNotFollowedButNamed() throws Exception {
    try (FakeEngine engine =
            new FakeEngine(FakeEngine.status(302, "Location", "https://evil.example/"));
        WebSearch search = search(new WebService.Brave(engine.address(), "key"))) {
      assertThatThrownBy(() -> search.search("lake", 1, 400))
          .hasMessageContaining("redirects to https://evil.example/");
      assertThat(engine.requests).hasSize(1);
    }
  }

  @Test
  void aForbiddenFormatNamesTheSetting() throws Exception {
    try (FakeEngine engine = new FakeEngine(FakeEngine.status(403));
        WebSearch search = search(new WebService.SearxNg(engine.address()))) {
      assertThatThrownBy(() -> search.search("lake", 1, 400))
          .hasMessageContaining("HTTP 403; allow the format json");
    }
  }

  @Test
  void anAnswerWithoutEndIsCutOff() throws Exception {
    WebLimits limits = new WebLimits(Duration.ofSeconds(30), 3, Duration.ZERO, 1 << 20);
    try (FakeEngine engine = new FakeEngine(FakeEngine.flood());
        WebSearch search = search(new WebService.SearxNg(engine.address()), limits)) {
      assertThatThrownBy(() -> search.search("湖", 1, 400))
          .hasMessageContaining("longer than 1048576 bytes");
      assertThat(engine.requests).hasSize(1);
    }
  }

  @Test
  void aServerThatHangsInTheMiddleIsLeft() throws Exception {
    WebLimits limits = new WebLimits(Duration.ofMillis(300), 1, Duration.ZERO, 1 << 20);
    try (FakeEngine engine = new FakeEngine();
        FakeEngine hanging = new FakeEngine(engine.hang());
        WebSearch search = search(new WebService.SearxNg(hanging.address()), limits)) {
      assertThatThrownBy(() -> search.search("湖", 1, 400))
          .hasMessageContaining("no whole answer within PT0.3S");
      engine.closing.countDown();
    }
  }

  @Test
  void nobodyThereIsSaid() throws Exception {
    URI address;
    try (FakeEngine engine = new FakeEngine()) {
      address = engine.address();
    }
    try (WebSearch search = search(new WebService.SearxNg(address))) {
      assertThatThrownBy(() -> search.search("lake", 1, 400))
          .hasMessageContaining("cannot be reached")
          .hasMessageContaining("after 3 attempts");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>Sign in</html>",
        "{\"results\": [",
        "{\"results\": 1, \"results\": 2}",
        "\uFFFF"
      })
  void whatIsNoJsonIsAFailureThatIsNotKept(String body) throws Exception {
    try (FakeEngine engine = new FakeEngine(FakeEngine.body(body), FakeEngine.body(SEARXNG));
        WebSearch search = search(new WebService.SearxNg(engine.address()))) {
      assertThatThrownBy(() -> search.search("湖", 1, 400))
          .isInstanceOf(SearchException.class)
          .hasMessageContaining("is no JSON");
      assertThat(search.search("湖", 1, 400)).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "7",
        "{}",
        "{\"results\": {}}",
        "{\"results\": [[], 1, {\"url\": 3}]}",
        "{\"results\": [{\"url\": \"u\", \"content\": [\"湖\"]}]}"
      })
  void jsonOfAnotherShapeHoldsNothing(String body) throws Exception {
    try (FakeEngine engine = new FakeEngine(FakeEngine.body(body));
        WebSearch search = search(new WebService.SearxNg(engine.address()))) {
      assertThat(search.search("湖", 1, 400)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://a.example", "localhost:8080", "http:///x", "https://u:p@a.example"})
  void anAddressThatIsNoneIsRefused(String address) {
    assertThatThrownBy(() -> new WebService.SearxNg(URI.create(address)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected http://host:port");
  }
}
