package io.mosskit.generator.teacher;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.core.RequestOptions;
import com.openai.core.http.HttpResponse;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIException;
import com.openai.models.batches.Batch;
import com.openai.models.batches.BatchCreateParams;
import com.openai.models.batches.BatchListParams;
import com.openai.models.batches.BatchRetrieveParams;
import com.openai.models.files.FileContentParams;
import com.openai.models.files.FileCreateParams;
import com.openai.models.files.FilePurpose;
import io.mosskit.schema.chat.ChatException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Files and batches at the server. Every method sends what it sends once.
final class BatchClient {

  /// Up to 200 MB travel at a time.
  private static final RequestOptions UNHURRIED =
      RequestOptions.builder().timeout(Duration.ofMinutes(30)).build();

  /// How far the server's clock may be behind ours.
  private static final Duration CLOCKS = Duration.ofHours(1);

  private static final long LISTED_AT_ONCE = 100;

  private final OpenAIClient client;
  private final Failures failures;

  BatchClient(OpenAIClient client, Failures failures) {
    this.client = client;
    this.failures = failures;
  }

  /// Something that is done over the network.
  @FunctionalInterface
  private interface Call<T> {
    T go() throws IOException, ChatException, InterruptedException;
  }

  /// What is told of each line of a file.
  @FunctionalInterface
  interface LineReader {
    void line(String line) throws IOException, ChatException, InterruptedException;
  }

  /// Sends a file of requests and returns the server's name for it.
  String upload(Path file) throws ChatException, InterruptedException {
    FileCreateParams params =
        FileCreateParams.builder().purpose(FilePurpose.BATCH).file(file).build();
    return call(() -> client.files().create(params, UNHURRIED).id());
  }

  /// Has the requests of a file answered.
  ///
  /// @param ours our name for the batch, by which [#find] finds it
  ServerBatch create(String file, String window, String ours)
      throws ChatException, InterruptedException {
    BatchCreateParams params =
        BatchCreateParams.builder()
            .inputFileId(file)
            .endpoint(BatchCreateParams.Endpoint.V1_CHAT_COMPLETIONS)
            .completionWindow(BatchCreateParams.CompletionWindow.of(window))
            .metadata(
                BatchCreateParams.Metadata.builder()
                    .putAdditionalProperty(ServerBatch.OURS, JsonValue.from(ours))
                    .build())
            .build();
    return call(() -> ServerBatch.of(client.batches().create(params)));
  }

  /// The batch that has our name; the newest are looked at first, none older than it can be.
  Optional<ServerBatch> find(String ours, Instant preparedAt)
      throws ChatException, InterruptedException {
    Instant oldest = preparedAt.minus(CLOCKS);
    BatchListParams params = BatchListParams.builder().limit(LISTED_AT_ONCE).build();
    return call(() -> {
      for (Batch each : client.batches().list(params).autoPager()) {
        ServerBatch batch = ServerBatch.of(each);
        if (batch.ours().equals(ours)) {
          return Optional.of(batch);
        }
        if (batch.createdAt().isBefore(oldest)) {
          break;
        }
      }
      return Optional.empty();
    });
  }

  /// A batch; empty where the server does not know it.
  Optional<ServerBatch> retrieve(String id) throws ChatException, InterruptedException {
    BatchRetrieveParams params = BatchRetrieveParams.builder().batchId(id).build();
    return call(() -> {
      try {
        return Optional.of(ServerBatch.of(client.batches().retrieve(params)));
      } catch (NotFoundException _) {
        return Optional.empty();
      }
    });
  }

  /// Reads a file line by line.
  void download(String file, LineReader reader) throws ChatException, InterruptedException {
    FileContentParams params = FileContentParams.builder().fileId(file).build();
    call(() -> {
      try (HttpResponse response = client.files().content(params, UNHURRIED);
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (!line.isBlank()) {
            reader.line(line);
          }
        }
        return true;
      }
    });
  }

  private <T> T call(Call<T> call) throws ChatException, InterruptedException {
    try {
      return call.go();
    } catch (OpenAIException e) {
      stopIfTold();
      throw failures.of(e);
    } catch (IOException e) {
      stopIfTold();
      throw failures.brokenOff(e);
    }
  }

  private static void stopIfTold() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("told to stop while the server was answering");
    }
  }
}
