package io.mosskit.generator.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsEveryRequestTest {

  private static final String ZH = "给办公室午休想三个点子。";

  @Test
  void aLineIsThereAsSoonAsTheAnswer(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("requests.tsv");
    try (RequestLog log = RequestLog.open(file);
        RehearsalTeacher teacher =
            RehearsalTeacher.start(RehearsalOptions.seeded(1).withRequestLog(log));
        Client client = new Client(teacher)) {
      client.complete(Client.body(ZH).text(), "r-1", Client.PATIENCE);
      assertThat(Files.readString(file)).isEqualTo("1\t200\tr-1\n");
      client.complete("{", "r-2", Client.PATIENCE);
      client.complete(ZH);
      assertThat(Files.readString(file)).isEqualTo("1\t200\tr-1\n2\trefused\tr-2\n3\t200\t\n");
    }
  }

  @Test
  void aNewTeacherGoesOnWithAnOldLog(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("requests.tsv");
    for (int run = 1; run <= 2; run++) {
      try (RequestLog log = RequestLog.open(file)) {
        log.accept(new LoggedRequest(1, "run\t" + run, Outcome.TRUNCATED));
      }
    }
    assertThat(file).hasContent("1\ttruncated\trun 1\n1\ttruncated\trun 2\n");
  }

  @Test
  void aRequestThatHangsIsLoggedToo() throws Exception {
    BlockingQueue<LoggedRequest> log = new LinkedBlockingQueue<>();
    RehearsalOptions options =
        RehearsalOptions.seeded(1)
            .withFaults(Faults.NONE.with(Fault.HANG, 1))
            .withRequestLog(log::add);
    try (RehearsalTeacher teacher = RehearsalTeacher.start(options);
        Client client = new Client(teacher)) {
      CompletableFuture<HttpResponse<String>> answer = client.begin(ZH, "r-9");
      assertThat(log.take()).isEqualTo(new LoggedRequest(1, "r-9", Outcome.HANG));
      teacher.close();
      assertThat(answer).failsWithin(Client.PATIENCE);
    }
  }

  @Test
  void numbersHaveNoGapsHoweverManyComeAtOnce() throws Exception {
    List<LoggedRequest> log = new ArrayList<>();
    RehearsalOptions options = RehearsalOptions.seeded(1).withRequestLog(log::add);
    try (RehearsalTeacher teacher = RehearsalTeacher.start(options);
        Client client = new Client(teacher);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Object>> calls = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String body = Client.body("Nap number " + i + ", please.").text();
        String id = "r-" + i;
        calls.add(() -> client.complete(body, id, Client.PATIENCE));
      }
      threads.invokeAll(calls);
      assertThat(teacher.requests().total()).isEqualTo(50);
    }
    for (int i = 0; i < 50; i++) {
      assertThat(log.get(i).sequence()).isEqualTo(i + 1);
    }
    assertThat(log.stream().map(LoggedRequest::id).distinct()).hasSize(50);
  }
}
