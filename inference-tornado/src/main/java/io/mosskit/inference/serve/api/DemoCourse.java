package io.mosskit.inference.serve.api;

import io.mosskit.inference.chat.ChatForm;
import io.mosskit.inference.chat.Written;
import io.mosskit.inference.sampling.Preset;
import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.serve.api.DemoDialogues.Exchange;
import io.mosskit.inference.serve.engine.Asking;
import io.mosskit.inference.serve.engine.Event;
import io.mosskit.inference.serve.engine.Scored;
import io.mosskit.inference.serve.engine.Task;
import io.mosskit.inference.tokenizer.SpecialTokens;
import io.mosskit.schema.Field;
import io.mosskit.schema.json.Json;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An answer of `POST /`, the protocol of `moss_api_demo.py`. When the dialogue becomes longer than
/// the model reads, its oldest turns are forgotten, whole. Source: MOSS reference, section E.6.
public final class DemoCourse implements Course {

  private static final Set<String> NAMES =
      Set.of("prompt", "uid", "history", "max_length", "top_p", "temperature");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ServedModel model;
  private final DemoDialogues dialogues;
  private final String uid;
  private final String question;
  private List<Exchange> history;
  private final Task.Write task;
  private final ReplyBuilder reply;
  private boolean done;

  private DemoCourse(Members members, ServedModel model, DemoDialogues dialogues) throws Refusal {
    this.model = model;
    this.dialogues = dialogues;
    String prompt = members.string("prompt");
    if (prompt == null) {
      throw Refusal.of("prompt", "you must provide `prompt`");
    }
    question = prompt;
    String known = members.string("uid");
    boolean isKnown = known != null && dialogues.of(known).isPresent();
    uid = isKnown && known != null ? known : newUid(model);
    history =
        members.get("history") == null
            ? dialogues.of(uid).orElse(List.of())
            : history(members.get("history"));
    task = task(members);
    reply =
        new ReplyBuilder(
            model.tokenizer().newStreamingDecoder(SpecialTokens.SKIPPED), List.of(), false);
  }

  /// Begins to answer a request.
  ///
  /// @param dialogues where what was said is remembered
  /// @throws Refusal naming what is wrong with it
  public static DemoCourse of(String body, ServedModel model, DemoDialogues dialogues)
      throws Refusal {
    return new DemoCourse(Members.parse(body, NAMES), model, dialogues);
  }

  private static String newUid(ServedModel model) {
    long high = (model.sources().seeds().getAsLong() & ~0xF000L) | 0x4000L;
    long low = (model.sources().seeds().getAsLong() & ~(3L << 62)) | (2L << 62);
    return new UUID(high, low).toString();
  }

  private static List<Exchange> history(@Nullable Json value) throws Refusal {
    List<Exchange> history = new ArrayList<>();
    if (value instanceof Json.Arr(List<Json> pairs)) {
      for (Json pair : pairs) {
        if (!(pair instanceof Json.Arr(List<Json> two))
            || two.size() != 2
            || !(two.getFirst() instanceof Json.Str(String asked))
            || !(two.getLast() instanceof Json.Str(String answered))) {
          throw Members.wrong("history", pair, "a pair of a prompt and a response");
        }
        history.add(new Exchange(asked, answered));
      }
      return history;
    }
    throw Refusal.of("history", "`history` must be an array of pairs: prompt and response");
  }

  private Task.Write task(Members members) throws Refusal {
    SamplingSettings absent = Preset.API_DEMO.settings();
    SamplingSettings settings;
    try {
      settings =
          absent
              .withTemperature(members.number("temperature", absent.temperature()))
              .withTopP(members.number("top_p", absent.topP()));
    } catch (IllegalArgumentException e) {
      throw Refusal.of(null, String.valueOf(e.getMessage()));
    }
    int most = Preset.API_DEMO.limits().allTokens();
    int length =
        Math.min(members.whole("max_length", most, 1, Integer.MAX_VALUE), model.engine().context());
    int[] ids = prompt(length);
    Task.Drawing drawing =
        new Task.Drawing(
            settings,
            ServedModel.random(model.sources().seeds().getAsLong()),
            model.token(Field.MOSS.closing()).stream().boxed().toList());
    return new Task.Write(ids, drawing, length - ids.length, Task.Telling.IDS);
  }

  /// With as many of the last turns as leave an eighth of the length for the reply.
  private int[] prompt(int length) throws Refusal {
    int[] ids = model.tokenizer().encode(written().parts());
    while (!history.isEmpty() && ids.length + length / 8 > length) {
      history = history.subList(1, history.size());
      ids = model.tokenizer().encode(written().parts());
    }
    if (ids.length >= length) {
      throw Refusal.tooLong("prompt", ids.length + " tokens", length);
    }
    return ids;
  }

  private Written written() {
    Written all = Written.NOTHING.then(new ChatForm.CliDemo().preamble());
    for (Exchange exchange : history) {
      all = all.then(human(exchange.prompt())).thenSaid(exchange.response());
    }
    return all.then(human(question));
  }

  private static Written human(String words) {
    return Written.NOTHING
        .then(Field.HUMAN.opening() + " ")
        .thenSaid(words)
        .then(Field.HUMAN.closing());
  }

  @Override
  public List<Task> tasks() {
    return List.of(task);
  }

  @Override
  public boolean streams() {
    return false;
  }

  @Override
  public List<Json.Obj> take(Event event, Asking asking) {
    switch (event) {
      case Event.Written(_, Scored token) -> reply.accept(token);
      case Event.Ended _ -> {
        reply.finish();
        done = true;
      }
      case Event.Begun _, Event.Read _, Event.Embedded _, Event.Failed _ -> {}
    }
    return List.of();
  }

  @Override
  public boolean isDone() {
    return done;
  }

  @Override
  public List<Json.Obj> last() {
    return List.of();
  }

  @Override
  public Json.Obj whole() {
    List<Exchange> all = new ArrayList<>(history);
    all.add(new Exchange(question, reply.told()));
    dialogues.remember(uid, all);
    return Json.object()
        .put("response", reply.told())
        .put("history", Json.of(all.stream().map(DemoCourse::pair).toList()))
        .put("status", 200)
        .put("time", TIME.format(model.sources().clock().instant()))
        .put("uid", uid)
        .build();
  }

  private static Json pair(Exchange exchange) {
    return Json.ofStrings(List.of(exchange.prompt(), exchange.response()));
  }
}
