package io.mosskit.generator.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.MultipartField;
import com.openai.core.http.HttpResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.models.batches.Batch;
import com.openai.models.batches.BatchCreateParams;
import com.openai.models.batches.BatchError;
import com.openai.models.batches.BatchListParams;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FileObject;
import com.openai.models.files.FilePurpose;
import io.mosskit.schema.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Held against OpenAI's own client.
class SpeaksTheBatchProtocolTest {

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private OpenAIClient client(BatchManner manner) throws Exception {
    RehearsalTeacher server =
        RehearsalTeacher.start(RehearsalOptions.seeded(1).withBatches(manner));
    OpenAIClient client =
        OpenAIOkHttpClient.builder().baseUrl(server.baseUrl()).apiKey("none").build();
    open.add(server);
    open.add(client::close);
    return client;
  }

  private static String line(int number) {
    Json.Obj body =
        Client.body(number % 2 == 0 ? "给第" + number + "次午休想三个点子。" : "Ideas for nap " + number);
    return Json.object()
        .put("custom_id", "r-" + number)
        .put("method", "POST")
        .put("url", "/v1/chat/completions")
        .put("body", body)
        .build()
        .text();
  }

  private static String lines(int number) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < number; i++) {
      lines.append(line(i)).append('\n');
    }
    return lines.toString();
  }

  private static FileObject upload(OpenAIClient client, String content) {
    return client
        .files()
        .create(
            FileCreateParams.builder()
                .purpose(FilePurpose.BATCH)
                .file(
                    MultipartField.<InputStream>builder()
                        .value(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                        .filename("requests.jsonl")
                        .build())
                .build());
  }

  private static Batch create(OpenAIClient client, String file) {
    return client
        .batches()
        .create(
            BatchCreateParams.builder()
                .inputFileId(file)
                .endpoint(BatchCreateParams.Endpoint.V1_CHAT_COMPLETIONS)
                .completionWindow(BatchCreateParams.CompletionWindow._24H)
                .build());
  }

  private static String content(OpenAIClient client, String file) throws Exception {
    try (HttpResponse response = client.files().content(file)) {
      return new String(response.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void filesComeBackAsTheyWereUntilTheyAreDeleted() throws Exception {
    OpenAIClient client = client(BatchManner.PROMPT);
    FileObject file = upload(client, lines(3));
    assertThat(file.filename()).isEqualTo("requests.jsonl");
    assertThat(file.bytes()).isEqualTo(lines(3).getBytes(StandardCharsets.UTF_8).length);
    assertThat(content(client, file.id())).isEqualTo(lines(3));
    assertThat(client.files().list().data()).extracting(FileObject::id).containsExactly(file.id());
    assertThat(client.files().delete(file.id()).deleted()).isTrue();
    assertThatThrownBy(() -> client.files().retrieve(file.id()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("No such file");
  }

  @Test
  void aBatchAnswersAsChatDoes() throws Exception {
    OpenAIClient client = client(BatchManner.PROMPT.withAnsweredShare(0.5));
    Batch batch = create(client, upload(client, lines(4)).id());
    batch = client.batches().retrieve(batch.id());
    assertThat(batch.status()).isEqualTo(Batch.Status.EXPIRED);
    assertThat(batch.requestCounts().orElseThrow().completed()).isEqualTo(2);
    assertThat(content(client, batch.errorFileId().orElseThrow()))
        .contains("\"custom_id\":\"r-2\"", "\"custom_id\":\"r-3\"", "batch_expired");
    String answers = content(client, batch.outputFileId().orElseThrow());
    assertThat(answers).hasLineCount(2).contains("\"custom_id\":\"r-0\"", "\"status_code\":200");

    try (RehearsalTeacher server = RehearsalTeacher.start(RehearsalOptions.seeded(1));
        Client plain = new Client(server)) {
      assertThat(answers).contains(plain.complete("给第0次午休想三个点子。").body());
      assertThat(answers).contains(plain.complete("Ideas for nap 1").body());
    }
  }

  @Test
  void aBatchTakesItsTimeAndCanBeCancelled() throws Exception {
    OpenAIClient client = client(BatchManner.PROMPT.withDuration(Duration.ofHours(1)));
    Batch batch = create(client, upload(client, lines(2)).id());
    assertThat(client.batches().retrieve(batch.id()).status()).isEqualTo(Batch.Status.IN_PROGRESS);
    Batch cancelled = client.batches().cancel(batch.id());
    assertThat(cancelled.status()).isEqualTo(Batch.Status.CANCELLED);
    assertThat(cancelled.outputFileId()).isEmpty();
    assertThatThrownBy(() -> client.batches().cancel(batch.id()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("cancelled already");
  }

  @Test
  void batchesAreListedInPagesTheNewestFirst() throws Exception {
    OpenAIClient client = client(BatchManner.PROMPT);
    String file = upload(client, lines(1)).id();
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      made.addFirst(create(client, file).id());
    }
    List<String> listed = new ArrayList<>();
    BatchListParams inThrees = BatchListParams.builder().limit(3).build();
    client.batches().list(inThrees).autoPager().forEach(batch -> listed.add(batch.id()));
    assertThat(listed).isEqualTo(made);
    assertThat(new HashSet<>(listed)).hasSize(7);
  }

  @Test
  void aFileThatIsNoBatchFailsWithItsLines() throws Exception {
    OpenAIClient client = client(BatchManner.PROMPT);
    String content = line(1) + "\n不是 JSON\n{\"custom_id\":\"r-9\"}\n" + line(1) + "\n";
    Batch batch = create(client, upload(client, content).id());
    assertThat(batch.status()).isEqualTo(Batch.Status.FAILED);
    List<BatchError> errors = batch.errors().orElseThrow().data().orElseThrow();
    assertThat(errors).extracting(error -> error.line().orElse(0L)).containsExactly(2L, 3L, 4L);
    assertThat(errors)
        .extracting(error -> error.code().orElse(""))
        .containsExactly("invalid_json_line", "invalid_request", "duplicate_custom_id");
    assertThat(create(client, upload(client, " ").id()).status()).isEqualTo(Batch.Status.FAILED);
  }

  @Test
  void whatItDoesNotKnowIsRefusedByName() throws Exception {
    OpenAIClient client = client(BatchManner.PROMPT);
    assertThatThrownBy(() -> client.batches().retrieve("batch_none"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> create(client, "file-none")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> client.batches().list(BatchListParams.builder().limit(1000).build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("1 to 100");
    assertThatThrownBy(() ->
            client
                .files()
                .create(
                    FileCreateParams.builder()
                        .purpose(FilePurpose.FINE_TUNE)
                        .file(new byte[] {'{', '}'})
                        .build()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("`batch` only");
  }
}
