package io.mosskit.generator.teacher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A server that takes a request and says nothing.
class WaitsForTeachersTest {

  private static final ChatRequest REQUEST =
      new ChatRequest(
          List.of(new Message(Role.USER, "你好, tell me more.")),
          new Sampling(0.5, 0.9, 256, 77),
          Form.TEXT,
          "r-0011223344556677");

  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer silent;
  private URI url;

  @BeforeEach
  void start() throws IOException {
    silent = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    silent.setExecutor(threads);
    silent.createContext(
        "/",
        exchange -> {
          arrived.countDown();
          try {
            over.await();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          exchange.close();
        });
    silent.start();
    url = URI.create("http://127.0.0.1:" + silent.getAddress().getPort() + "/v1");
  }

  @AfterEach
  void stop() {
    over.countDown();
    silent.stop(0);
    threads.close();
  }

  @Test
  void oneThatTakesTooLongMayBeFasterNextTime() throws Exception {
    TeacherSettings hasty = new TeacherSettings(url, "m", Duration.ofMillis(50));
    try (OpenAiTeacher waited = OpenAiTeacher.connect(hasty, Map.of())) {
      assertThatThrownBy(() -> waited.reply(REQUEST))
          .isInstanceOfSatisfying(
              ChatException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
    }
  }

  @Test
  void anInterruptEndsTheWaiting() throws Exception {
    try (OpenAiTeacher waited = OpenAiTeacher.connect(TeacherSettings.of(url, "m"), Map.of())) {
      AtomicReference<Throwable> end = new AtomicReference<>();
      Thread waiting =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  waited.reply(REQUEST);
                } catch (ChatException | InterruptedException e) {
                  end.set(e);
                }
              });
      arrived.await();
      waiting.interrupt();
      waiting.join();
      assertThat(end.get()).isInstanceOf(InterruptedException.class);
    }
  }
}
