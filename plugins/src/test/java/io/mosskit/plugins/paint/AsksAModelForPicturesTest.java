package io.mosskit.plugins.paint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Artifact;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsksAModelForPicturesTest {

  private static final String KEY = "sk-secret-密".replace("密", "0123");
  private static final Map<String, String> ENVIRONMENT = Map.of("PAINT_KEY", KEY);
  private static final byte[] PNG = Placeholder.of("from a service");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"a red bridge, \"quoted\" <eom>", "一座红色的桥"})
  void aPictureComesInTheAnswer(String description) throws Exception {
    try (ImageService service = ImageService.saying(200, inAnswer(PNG))) {
      assertThat(execute(service, description)).isEqualTo(painted(PNG));
      assertThat(folder.resolve(name(PNG))).hasBinaryContent(PNG);
      ImageService.Asked asked = service.asked().getFirst();
      assertThat(asked.method()).isEqualTo("POST");
      assertThat(asked.path()).isEqualTo("/v1/images/generations");
      assertThat(asked.authorization()).isEqualTo("Bearer " + KEY);
      assertThat(Json.parse(asked.body()))
          .isEqualTo(
              Json.object()
                  .put("model", "painter-1")
                  .put("prompt", description)
                  .put("n", 1)
                  .put("size", "512x512")
                  .build());
    }
  }

  @Test
  void aPictureIsFetchedWhereTheAnswerSaysAndWithoutTheKey() {
    try (ImageService service =
        new ImageService(exchange -> {
          boolean fetch = exchange.getRequestMethod().equals("GET");
          String host = exchange.getRequestHeaders().getFirst("Host");
          ImageService.say(exchange, 200, fetch ? PNG : utf8(at("http://" + host + "/p/1")));
        })) {
      assertThat(execute(service, "桥")).isEqualTo(painted(PNG));
      assertThat(service.asked().getLast())
          .isEqualTo(new ImageService.Asked("GET", "/p/1", "", ""));
    }
  }

  @Test
  void otherFormatsKeepTheirNames() {
    byte[] jpeg = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0};
    byte[] webp = "RIFF....WEBPVP8 ".getBytes(StandardCharsets.US_ASCII);
    try (ImageService service = ImageService.saying(200, inAnswer(jpeg))) {
      assertThat(artifact(execute(service, "桥")).file()).endsWith(".jpg");
    }
    try (ImageService service = ImageService.saying(200, inAnswer(webp))) {
      assertThat(artifact(execute(service, "bridge")).file()).endsWith(".webp");
    }
  }

  @Test
  void whatWasPaintedOnceIsThereWithoutServiceAndKey() {
    URI gone;
    try (ImageService service = ImageService.saying(200, inAnswer(PNG))) {
      gone = service.address();
      assertThat(execute(service, "桥")).isEqualTo(painted(PNG));
      assertThat(execute(service, "桥")).isEqualTo(painted(PNG));
      assertThat(service.asked()).hasSize(1);
    }
    Text2Image offline = Text2Image.painting(endpoint(gone), Map.of(), folder);
    assertThat(offline.execute("桥", Limits.DEFAULT)).isEqualTo(painted(PNG));
    assertThat(reason(offline.execute("河", Limits.DEFAULT))).isEqualTo(Reason.UNAVAILABLE);
    Text2Image other = Text2Image.painting(endpoint(gone).withSize("256x256"), Map.of(), folder);
    assertThat(reason(other.execute("桥", Limits.DEFAULT))).isEqualTo(Reason.UNAVAILABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"content_policy_violation", "moderation_blocked", "content_filter"})
  void aRefusalHasItsNameAndIsRemembered(String code) {
    String error = "{\"error\": {\"code\": \"%s\", \"message\": \"no\"}}".formatted(code);
    try (ImageService service = ImageService.saying(400, error)) {
      assertThat(reason(execute(service, "something bad 坏事"))).isEqualTo(Reason.REFUSED);
      assertThat(reason(execute(service, "something bad 坏事"))).isEqualTo(Reason.REFUSED);
      assertThat(service.asked()).hasSize(1);
    }
  }

  static Stream<String> hostileAnswers() {
    return Stream.of(
        "",
        "null",
        "[]",
        "{}",
        "{\"data\": []}",
        "{\"data\": {}}",
        "{\"data\": [null]}",
        "{\"data\": [{}]}",
        "{\"data\": [{\"b64_json\": 7}]}",
        "{\"data\": [{\"b64_json\": \"%%%\"}]}",
        "{\"data\": [{\"b64_json\": \"\"}]}",
        "{\"data\": [{\"b64_json\": \"%s\"}]}"
            .formatted(base64("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8))),
        "{\"data\": [{\"b64_json\": \"%s\"}]}"
            .formatted(base64("GIF89a".getBytes(StandardCharsets.UTF_8))),
        "{\"data\": [{\"b64_json\": \"%s\"}]}"
            .formatted(base64(new byte[] {(byte) 0x89, 'P', 'N'})),
        "{\"data\": [{\"b64_json\": \"AAAA\"",
        "{\"data\": ".repeat(5000),
        "[".repeat(100_000),
        "\u0000\uFFFD 图片",
        "<html>502 Bad Gateway</html>",
        at("file:///etc/passwd"),
        at("ftp://127.0.0.1/x.png"),
        at("jar:file:///x.jar!/y"),
        at("http://169.254.169.254/latest/meta-data"),
        at("http://localhost:1/x.png"),
        at("//127.0.0.1/x.png"),
        at("https://"),
        at("https:///etc/passwd"),
        at("http://[::1"),
        at("图片"),
        at(""));
  }

  @ParameterizedTest
  @MethodSource("hostileAnswers")
  void whatIsNoPictureIsANamedFailureAndNothingIsKept(String answer) throws IOException {
    try (ImageService service = ImageService.saying(200, answer)) {
      assertThat(reason(execute(service, "桥 bridge"))).isEqualTo(Reason.UNAVAILABLE);
      assertThat(service.asked()).hasSize(1);
    }
    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 403, 404, 418, 429, 500, 503})
  void aStatusThatIsNoSuccessIsANamedFailureThatKeepsTheKey(int status) throws IOException {
    String quotesTheKey =
        "{\"error\": {\"code\": \"x\", \"message\": \"wrong key %s\"}}".formatted(KEY);
    try (ImageService service = ImageService.saying(status, quotesTheKey)) {
      Failure failure = (Failure) execute(service, "桥");
      assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
      assertThat(failure.detail()).contains(String.valueOf(status)).doesNotContain(KEY);
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void anEndlessAnswerIsCutOff() {
    byte[] block = new byte[1 << 16];
    try (ImageService service =
        new ImageService(exchange -> {
          exchange.sendResponseHeaders(200, 0);
          while (true) {
            exchange.getResponseBody().write(block); // until the client has gone
          }
        })) {
      assertThat(reason(execute(service, "桥"))).isEqualTo(Reason.UNAVAILABLE);
    }
  }

  @Test
  void anAnswerThatNeverComesIsNotWaitedForForever() {
    CountDownLatch never = new CountDownLatch(1);
    try (ImageService service =
        new ImageService(exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          awaitQuietly(never);
        })) {
      ImageEndpoint hasty = endpoint(service.address()).withTimeout(Duration.ofMillis(200));
      Outcome outcome =
          Text2Image.painting(hasty, ENVIRONMENT, folder).execute("桥", Limits.DEFAULT);
      assertThat(reason(outcome)).isEqualTo(Reason.UNAVAILABLE);
    } finally {
      never.countDown();
    }
  }

  @Test
  void aConnectionThatBreaksOffIsANamedFailure() {
    try (ImageService service =
        new ImageService(exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write(PNG, 0, 10);
          exchange.close();
        })) {
      assertThat(reason(execute(service, "桥"))).isEqualTo(Reason.UNAVAILABLE);
    }
  }

  @Test
  void theKeyIsWrittenNowhere() throws IOException {
    try (ImageService service = ImageService.saying(200, inAnswer(PNG))) {
      Text2Image plugin = Text2Image.painting(endpoint(service.address()), ENVIRONMENT, folder);
      plugin.execute("桥", Limits.DEFAULT);
      assertThat(plugin.version()).isEqualTo("1 painter-1 512x512");
      assertThat(plugin.toString()).doesNotContain(KEY);
    }
    for (Path file : files()) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .doesNotContain(KEY);
    }
    assertThat(files()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "{\"model\":\"painter-1\",\"size\":\"512x512\",\"description\":\"桥\",\"file\":\"../x.png\",\"sha256\":\"0\"}",
        "{\"model\":\"painter-1\",\"size\":\"512x512\",\"description\":\"河\",\"refused\":true}"
      })
  void aBrokenMemoryIsAskedForAgain(String text) throws IOException {
    try (ImageService service = ImageService.saying(200, inAnswer(PNG))) {
      execute(service, "桥");
      Path memory =
          files().stream().filter(f -> f.toString().endsWith(".json")).findFirst().orElseThrow();
      Files.writeString(memory, text);
      assertThat(execute(service, "桥")).isEqualTo(painted(PNG));
      assertThat(service.asked()).hasSize(2);
    }
  }

  @Test
  void whatIsNoEndpointIsRefusedAtOnce() {
    for (String url : List.of("ftp://x/v1", "/v1", "图片", "http:///v1", "mailto:a@b")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ImageEndpoint.of(URI.create(url), "m"))
          .withMessageContaining("no address of images");
    }
    ImageEndpoint sound = ImageEndpoint.of(URI.create("https://example.org/v1"), "m");
    assertThatIllegalArgumentException().isThrownBy(() -> sound.withSize("大"));
    assertThatIllegalArgumentException().isThrownBy(() -> sound.withTimeout(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Text2Image.painting(sound, Map.of("OPENAI_API_KEY", "a\nb 密钥"), folder))
        .withMessageContaining("OPENAI_API_KEY")
        .withMessageNotContaining("密钥");
  }

  private Outcome execute(ImageService service, String description) {
    return Text2Image.painting(endpoint(service.address()), ENVIRONMENT, folder)
        .execute(description, Limits.DEFAULT);
  }

  private static ImageEndpoint endpoint(URI address) {
    return ImageEndpoint.of(address, "painter-1").withSize("512x512").withKeyVariable("PAINT_KEY");
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Outcome painted(byte[] bytes) {
    return new Result(
        "Image generated successfully.", new Artifact(name(bytes), Sha256.hex(bytes)));
  }

  private static String name(byte[] bytes) {
    return Sha256.hex(bytes).substring(0, 32) + ".png";
  }

  private static Artifact artifact(Outcome outcome) {
    return Objects.requireNonNull(((Result) outcome).artifact());
  }

  private static Reason reason(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Failure.class);
    return ((Failure) outcome).reason();
  }

  private static String inAnswer(byte[] picture) {
    return "{\"created\": 1, \"data\": [{\"b64_json\": \"%s\"}]}".formatted(base64(picture));
  }

  private static String at(String url) {
    return "{\"data\": [{\"url\": \"%s\"}]}".formatted(url);
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
