package io.mosskit.generator.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailsOnPurposeTest {

  private static final String ZH = "给办公室午休想三个点子。";
  private static final String EN = "Give me three ideas for short naps at work.";

  /// Every fault, 30 % of the requests in all.
  private static Faults some() {
    Faults faults = Faults.NONE;
    for (Fault fault : Fault.values()) {
      faults = faults.with(fault, 0.05);
    }
    return faults;
  }

  private static Faults always(Fault fault) {
    return Faults.NONE
        .with(fault, 1)
        .withRetryAfter(Duration.ofMillis(1500))
        .withSlowness(Duration.ofMillis(1));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void faultsOccurAtTheirShares(long seed) {
    FaultPlan plan = new FaultPlan(some(), seed);
    Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    for (int i = 0; i < 20_000; i++) {
      plan.next("request " + i).ifPresent(fault -> counts.merge(fault, 1, Integer::sum));
    }
    assertThat(counts).containsOnlyKeys(Fault.values());
    assertThat(counts.values()).allMatch(count -> count > 850 && count < 1150);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aRepeatedRequestIsFinallySpared(long seed) {
    FaultPlan plan = new FaultPlan(some(), seed);
    int longest = 0;
    for (int i = 0; i < 2_000; i++) {
      int times = 1;
      while (plan.next("request " + i).isPresent()) {
        times++;
      }
      longest = Math.max(longest, times);
    }
    assertThat(longest).isBetween(3, 15);
  }

  @Test
  void whichFaultComesFollowsFromTheRequestAndHowOftenItCame() {
    FaultPlan one = new FaultPlan(some(), 7);
    FaultPlan other = new FaultPlan(some(), 7);
    for (int i = 0; i < 500; i++) {
      other.next("something else " + i);
    }
    for (int i = 0; i < 500; i++) {
      assertThat(other.next("request " + i % 50)).isEqualTo(one.next("request " + i % 50));
    }
  }

  @Test
  void theAnswerIsTheSameAfterAnyFaults() throws Exception {
    String calm;
    try (RehearsalTeacher teacher = RehearsalTeacher.start(RehearsalOptions.seeded(1));
        Client client = new Client(teacher)) {
      calm = client.complete(ZH).body();
    }
    Faults faults = Faults.NONE.with(Fault.FAILED, 0.5).with(Fault.RATE_LIMITED, 0.4);
    try (RehearsalTeacher teacher =
            RehearsalTeacher.start(RehearsalOptions.seeded(1).withFaults(faults));
        Client client = new Client(teacher)) {
      HttpResponse<String> response = client.complete(ZH);
      while (response.statusCode() != 200) {
        response = client.complete(ZH);
      }
      assertThat(response.body()).isEqualTo(calm);
      assertThat(teacher.requests().of(Outcome.ANSWERED)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, names = "HANG", mode = EnumSource.Mode.EXCLUDE)
  void eachFaultLooksLikeThis(Fault fault) throws Exception {
    RehearsalOptions options = RehearsalOptions.seeded(1).withFaults(always(fault));
    try (RehearsalTeacher teacher = RehearsalTeacher.start(options);
        Client client = new Client(teacher)) {
      switch (fault) {
        case RATE_LIMITED -> {
          HttpResponse<String> response = client.complete(EN);
          assertThat(response.statusCode()).isEqualTo(429);
          assertThat(response.headers().firstValue("Retry-After")).hasValue("2");
          assertThat(response.headers().firstValue("Retry-After-Ms")).hasValue("1500");
          assertThat(response.body()).contains("\"code\":\"rate_limit_exceeded\"");
        }
        case FAILED -> {
          HttpResponse<String> response = client.complete(EN);
          assertThat(response.statusCode()).isEqualTo(500);
          assertThat(response.body()).contains("\"type\":\"server_error\"");
        }
        case SLOW -> assertThat(Client.content(client.complete(EN))).contains("naps");
        case HANG -> {}
        case TRUNCATED -> {
          HttpResponse<String> response = client.complete(EN);
          assertThat(response.statusCode()).isEqualTo(200);
          assertThatThrownBy(() -> Json.parse(response.body())).isInstanceOf(JsonException.class);
        }
        case EMPTY ->
            assertThat(Client.json(client.complete(EN)).get("choices").text()).isEqualTo("[]");
      }
      assertThat(teacher.requests().total()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ZH, EN})
  void aRequestHangsUntilTheTeacherCloses(String prompt) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    RehearsalOptions options =
        RehearsalOptions.seeded(1)
            .withFaults(always(Fault.HANG))
            .withRequestLog(request -> arrived.countDown());
    RehearsalTeacher teacher = RehearsalTeacher.start(options);
    try (Client client = new Client(teacher)) {
      CompletableFuture<HttpResponse<String>> answer = client.begin(prompt, "r-1");
      arrived.await();
      assertThat(answer).isNotDone();
      assertThat(teacher.requests().of(Outcome.HANG)).isEqualTo(1);
      teacher.close();
      assertThat(answer).failsWithin(Client.PATIENCE);
    } finally {
      teacher.close();
    }
  }

  @Test
  void aDelayedAnswerDoesNotKeepTheTeacherFromClosing() throws Exception {
    RehearsalOptions options =
        RehearsalOptions.seeded(1).withFaults(Faults.NONE.withAnswerDelay(Duration.ofHours(1)));
    RehearsalTeacher teacher = RehearsalTeacher.start(options);
    try (Client client = new Client(teacher)) {
      CompletableFuture<HttpResponse<String>> answer = client.begin(ZH, "r-1");
      teacher.close();
      assertThat(answer).failsWithin(Client.PATIENCE);
    }
  }

  @Test
  void impossibleSharesAreRefused() {
    assertThatThrownBy(() -> Faults.NONE.with(Fault.EMPTY, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EMPTY is 1.5");
    assertThatThrownBy(() -> Faults.NONE.with(Fault.EMPTY, 0.7).with(Fault.HANG, 0.7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("add up to 1.4");
    assertThatThrownBy(() -> RehearsalOptions.seeded(1).withFlawShare(-0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-0.1");
    assertThatThrownBy(() -> RehearsalOptions.seeded(1).withPort(70_000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70000");
    assertThatThrownBy(() -> RehearsalOptions.seeded(1).withMaxRequestBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 bytes");
  }
}
