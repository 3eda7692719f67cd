package io.mosskit.generator.rehearsal;

import io.mosskit.schema.json.Json;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The batches of `/v1/batches`, kept in memory. Nothing works in the background: what a batch has
/// become is worked out when somebody looks. Thread-safe.
final class BatchOffice {

  private static final int DEFAULT_LIMIT = 20;

  private final BatchManner manner;
  private final FileShelf files;
  private final BatchWork work;
  private final InstantSource clock;
  private final SequencedMap<String, Batch> batches = new LinkedHashMap<>();
  private int count;

  BatchOffice(BatchManner manner, FileShelf files, BatchWork work, InstantSource clock) {
    this.manner = manner;
    this.files = files;
    this.work = work;
    this.clock = clock;
  }

  /// Makes a batch of the requests in a file.
  synchronized Json.Obj create(Json.Obj body) throws Refusal {
    String file = required(body, "input_file_id");
    String window = required(body, "completion_window");
    if (!required(body, "endpoint").equals(BatchWork.ENDPOINT)) {
      throw Refusal.of("endpoint", "this server batches " + BatchWork.ENDPOINT + " only");
    }
    String content = files.content(file);
    String id = "batch_rehearsal_" + ++count;
    @Nullable Json metadata = body.get("metadata");
    Batch batch =
        new Batch(id, file, window, metadata == null ? new Json.Null() : metadata, clock.instant());
    List<Json> errors =
        count <= manner.invalid() ? List.of(BatchWork.tooMuch()) : BatchWork.errors(content);
    if (errors.isEmpty()) {
      batch.accept(content.lines().toList());
    } else {
      batch.refuse(errors);
    }
    batches.putLast(id, batch);
    return batch.json();
  }

  private static String required(Json.Obj body, String name) throws Refusal {
    String value = body.string(name);
    if (value == null) {
      throw Refusal.of(name, "you must provide `" + name + "`");
    }
    return value;
  }

  synchronized Json.Obj retrieve(String id) throws Refusal {
    return looked(batch(id)).json();
  }

  /// The newest first.
  ///
  /// @param after the id of the last batch of the page before
  synchronized Json.Obj list(@Nullable String after, @Nullable Integer limit) throws Refusal {
    int most = limit == null ? DEFAULT_LIMIT : limit;
    boolean begun = after == null;
    List<Json> data = new ArrayList<>();
    boolean more = false;
    for (Batch batch : batches.reversed().sequencedValues()) {
      if (begun && data.size() == most) {
        more = true;
      } else if (begun) {
        data.add(looked(batch).json());
      }
      begun |= batch.id().equals(after);
    }
    return Json.object()
        .put("object", "list")
        .put("data", Json.of(data))
        .put("has_more", more)
        .build();
  }

  /// Ends a batch before its time.
  synchronized Json.Obj cancel(String id) throws Refusal {
    Batch batch = looked(batch(id));
    if (!batch.isUnderWay()) {
      throw Refusal.of(null, "batch %s is %s already".formatted(id, batch.status()));
    }
    batch.end("cancelled", work.done(List.of(), batch.lines()), clock.instant(), files);
    return batch.json();
  }

  private Batch batch(String id) throws Refusal {
    Batch batch = batches.get(id);
    if (batch == null) {
      throw Refusal.noSuch("batch", id);
    }
    return batch;
  }

  /// Brings a batch up to now.
  private Batch looked(Batch batch) {
    if (!batch.isUnderWay()) {
      return batch;
    }
    List<String> lines = batch.lines();
    int tried = (int) Math.ceil(manner.answeredShare() * lines.size());
    Duration passed = Duration.between(batch.createdAt(), clock.instant());
    if (passed.compareTo(manner.duration()) < 0) {
      batch.progress((int) (tried * passed.toMillis() / manner.duration().toMillis()));
    } else {
      BatchWork.Done done = work.done(lines.subList(0, tried), lines.subList(tried, lines.size()));
      batch.end(tried == lines.size() ? "completed" : "expired", done, clock.instant(), files);
    }
    return batch;
  }
}
