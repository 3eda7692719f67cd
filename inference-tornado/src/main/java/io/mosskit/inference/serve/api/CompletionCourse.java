package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Asking;
import io.mosskit.inference.serve.engine.Event;
import io.mosskit.inference.serve.engine.Task;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer of `/v1/completions` on its way.
public final class CompletionCourse implements Course {

  private static final Json NULL = new Json.Null();

  private final CompletionCall call;
  private final ServedModel model;
  private final Spelling spelling;
  private final List<CompletionChoice> choices = new ArrayList<>();
  private final String id;
  private final long created;

  private CompletionCourse(CompletionCall call, ServedModel model) {
    this.call = call;
    this.model = model;
    this.spelling = new Spelling(model.tokenizer());
    for (int index = 0; index < call.prompts().size() * call.manner().choices(); index++) {
      choices.add(new CompletionChoice(call, model, index));
    }
    id = model.id("cmpl-");
    created = model.now();
  }

  /// Begins to answer a request.
  ///
  /// @throws Refusal naming what is wrong with it, or cannot be done
  public static CompletionCourse of(String body, ServedModel model) throws Refusal {
    return new CompletionCourse(CompletionCall.read(body, model), model);
  }

  @Override
  public List<Task> tasks() {
    return choices.stream().<Task>map(CompletionChoice::task).toList();
  }

  @Override
  public boolean streams() {
    return call.manner().stream();
  }

  @Override
  public List<Json.Obj> take(Event event, Asking asking) {
    return choices.get(event.index()).take(event, asking).stream()
        .map(told -> chunk(event.index(), told))
        .toList();
  }

  @Override
  public boolean isDone() {
    return choices.stream().allMatch(CompletionChoice::isDone);
  }

  private Json.Obj chunk(int index, CompletionChoice.Told told) {
    String text = told.piece().text();
    Json logprobs =
        call.wantsLogProbabilities()
            ? spelling.ofCompletion(told.piece().tokens(), text, told.from(), told.offset())
            : NULL;
    ObjBuilder chunk =
        head().put("choices", Json.of(List.of(choice(index, text, logprobs, told.finish()))));
    return call.manner().usage() ? chunk.put("usage", NULL).build() : chunk.build();
  }

  @Override
  public List<Json.Obj> last() {
    return call.manner().usage()
        ? List.of(head().put("choices", Json.of(List.of())).put("usage", usage().json()).build())
        : List.of();
  }

  @Override
  public Json.Obj whole() {
    List<Json> told = new ArrayList<>();
    for (CompletionChoice choice : choices) {
      Json logprobs =
          call.wantsLogProbabilities()
              ? spelling.ofCompletion(choice.tokens(), choice.text(), 0, 0)
              : NULL;
      told.add(choice(told.size(), choice.text(), logprobs, choice.finish()));
    }
    return head().put("choices", Json.of(told)).put("usage", usage().json()).build();
  }

  private static Json choice(int index, String text, Json logprobs, @Nullable String finish) {
    return Json.object()
        .put("index", index)
        .put("text", text)
        .put("logprobs", logprobs)
        .put("finish_reason", finish == null ? NULL : Json.of(finish))
        .build();
  }

  private ObjBuilder head() {
    return Json.object()
        .put("id", id)
        .put("object", "text_completion")
        .put("created", created)
        .put("model", model.name());
  }

  private Usage usage() {
    return new Usage(
        call.prompts().stream().mapToLong(prompt -> prompt.length).sum(),
        choices.stream().mapToLong(CompletionChoice::cached).sum(),
        choices.stream().mapToLong(CompletionChoice::writtenTokens).sum());
  }
}
