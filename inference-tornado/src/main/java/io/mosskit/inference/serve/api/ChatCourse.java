package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Asking;
import io.mosskit.inference.serve.engine.Event;
import io.mosskit.inference.serve.engine.Task;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An answer of `/v1/chat/completions` on its way.
public final class ChatCourse implements Course {

  private static final Json NULL = new Json.Null();

  private final ChatCall call;
  private final ServedModel model;
  private final Spelling spelling;
  private final List<ChatChoice> choices = new ArrayList<>();
  private final String id;
  private final long created;

  private ChatCourse(ChatCall call, ServedModel model) {
    this.call = call;
    this.model = model;
    this.spelling = new Spelling(model.tokenizer());
    for (int index = 0; index < call.manner().choices(); index++) {
      choices.add(new ChatChoice(call, model, index));
    }
    id = model.id("chatcmpl-");
    created = model.now();
  }

  /// Begins to answer a request.
  ///
  /// @throws Refusal naming what is wrong with it, or cannot be done
  public static ChatCourse of(String body, ServedModel model) throws Refusal {
    return new ChatCourse(ChatCall.read(body, model), model);
  }

  @Override
  public List<Task> tasks() {
    return choices.stream().map(ChatChoice::first).toList();
  }

  @Override
  public boolean streams() {
    return call.manner().stream();
  }

  @Override
  public List<Json.Obj> take(Event event, Asking asking) {
    Optional<ChatChoice.Told> told = choices.get(event.index()).take(event, asking);
    return told.map(each -> chunk(event.index(), each)).stream().toList();
  }

  @Override
  public boolean isDone() {
    return choices.stream().allMatch(ChatChoice::isDone);
  }

  private Json.Obj chunk(int index, ChatChoice.Told told) {
    Json choice =
        Json.object()
            .put("index", index)
            .put("delta", told.delta())
            .put("logprobs", logprobs(told.tokens()))
            .put("finish_reason", told.finish() == null ? NULL : Json.of(told.finish()))
            .build();
    ObjBuilder chunk = head("chat.completion.chunk").put("choices", Json.of(List.of(choice)));
    return call.manner().usage() ? chunk.put("usage", NULL).build() : chunk.build();
  }

  private Json logprobs(List<Placed> tokens) {
    return call.wantsLogProbabilities() ? spelling.ofChat(tokens) : NULL;
  }

  @Override
  public List<Json.Obj> last() {
    return call.manner().usage()
        ? List.of(
            head("chat.completion.chunk")
                .put("choices", Json.of(List.of()))
                .put("usage", usage().json())
                .build())
        : List.of();
  }

  @Override
  public Json.Obj whole() {
    List<Json> told = new ArrayList<>();
    for (ChatChoice choice : choices) {
      told.add(
          Json.object()
              .put("index", told.size())
              .put("message", choice.message())
              .put("logprobs", logprobs(choice.tokens()))
              .put("finish_reason", choice.finish())
              .build());
    }
    return head("chat.completion")
        .put("choices", Json.of(told))
        .put("usage", usage().json())
        .build();
  }

  private ObjBuilder head(String object) {
    return Json.object()
        .put("id", id)
        .put("object", object)
        .put("created", created)
        .put("model", model.name());
  }

  private Usage usage() {
    return new Usage(
        call.prompt().length,
        choices.getFirst().cached(),
        choices.stream().mapToLong(ChatChoice::writtenTokens).sum());
  }
}
