package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Asking;
import io.mosskit.inference.serve.engine.Event;
import io.mosskit.inference.serve.engine.Task;
import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.schema.json.Json;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// An answer of `/v1/embeddings` on its way: for each text the mean of the last hidden states over
/// its tokens.
public final class EmbeddingCourse implements Course {

  private static final int MOST_TEXTS = 2048;
  private static final Set<String> NAMES =
      Set.of("model", "input", "encoding_format", "dimensions", "user");

  private final ServedModel model;
  private final List<int[]> texts;
  private final boolean base64;
  private final Json[] embeddings;
  private int embedded;

  private EmbeddingCourse(ServedModel model, List<int[]> texts, boolean base64) {
    this.model = model;
    this.texts = texts;
    this.base64 = base64;
    this.embeddings = new Json[texts.size()];
  }

  /// Begins to answer a request.
  ///
  /// @throws Refusal naming what is wrong with it, or cannot be done
  public static EmbeddingCourse of(String body, ServedModel model) throws Refusal {
    Members members = Members.parse(body, NAMES);
    model.require(members);
    members.require("dimensions", "");
    List<int[]> texts =
        PromptInput.read(members, "input", MOST_TEXTS, model, ControlTokens.AS_TEXT);
    return new EmbeddingCourse(model, texts, isBase64(members));
  }

  private static boolean isBase64(Members members) throws Refusal {
    String format = members.string("encoding_format");
    return switch (format == null ? "float" : format) {
      case "float" -> false;
      case "base64" -> true;
      default -> throw Refusal.of("encoding_format", "`encoding_format` is float or base64");
    };
  }

  @Override
  public List<Task> tasks() {
    return texts.stream().<Task>map(Task.Embed::new).toList();
  }

  @Override
  public boolean streams() {
    return false;
  }

  @Override
  public List<Json.Obj> take(Event event, Asking asking) {
    if (event instanceof Event.Embedded(int index, float[] mean)) {
      embeddings[index] = base64 ? base64(mean) : numbers(mean);
      embedded++;
    }
    return List.of();
  }

  private static Json numbers(float[] vector) {
    List<Json> numbers = new ArrayList<>(vector.length);
    for (float value : vector) {
      numbers.add(new Json.Num(Float.toString(value)));
    }
    return Json.of(numbers);
  }

  /// Four bytes a number, the lowest first.
  private static Json base64(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * vector.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return Json.of(Base64.getEncoder().encodeToString(bytes.array()));
  }

  @Override
  public boolean isDone() {
    return embedded == texts.size();
  }

  @Override
  public List<Json.Obj> last() {
    return List.of();
  }

  @Override
  public Json.Obj whole() {
    List<Json> data = new ArrayList<>();
    for (Json embedding : embeddings) {
      data.add(
          Json.object()
              .put("object", "embedding")
              .put("index", data.size())
              .put("embedding", embedding)
              .build());
    }
    long tokens = texts.stream().mapToLong(text -> text.length).sum();
    return Json.object()
        .put("object", "list")
        .put("data", Json.of(data))
        .put("model", model.name())
        .put(
            "usage", Json.object().put("prompt_tokens", tokens).put("total_tokens", tokens).build())
        .build();
  }
}
