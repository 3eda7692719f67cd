package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.PluginCalls;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Writes what the assistant thinks, and its calls.
final class CallWriter {

  private CallWriter() {}

  /// A call as it is proposed, which may break the rules of a [PluginCall].
  record Call(String plugin, String argument) {

    Json json() {
      return Json.object().put("plugin", plugin).put("argument", argument).build();
    }
  }

  /// @param thoughts in the user's language
  record Proposal(String thoughts, List<Call> calls) {

    Proposal {
      calls = List.copyOf(calls);
    }

    Json json() {
      List<Json> all = calls.stream().map(Call::json).toList();
      return Json.object().put("thoughts", thoughts).put("calls", new Json.Arr(all)).build();
    }
  }

  static Proposal write(PluginCalls task, Book book, RandomGenerator random) {
    List<PluginCall> found = CallFinder.find(task.talk().lastUser(), task.category(), book).calls();
    List<PluginCall> calls =
        task.needed()
            ? found.stream().filter(call -> task.plugins().contains(call.name())).toList()
            : List.of();
    boolean off = calls.isEmpty() && !found.isEmpty();
    String thoughts =
        calls.isEmpty()
            ? think(off ? "think.off" : "think.none", Map.of(), book, random)
            : thoughts(calls, book, random);
    return new Proposal(
        thoughts, calls.stream().map(call -> new Call(call.name(), call.argument())).toList());
  }

  private static String thoughts(List<PluginCall> calls, Book book, RandomGenerator random) {
    List<String> sentences = new ArrayList<>();
    if (calls.size() > 1) {
      sentences.add(think("think.several", Map.of(), book, random));
    }
    for (PluginCall call : calls) {
      String list = "think." + call.name().toLowerCase(Locale.ROOT);
      String known = book.lists().has(list) ? list : "think.any";
      sentences.add(think(known, Map.of("argument", call.argument()), book, random));
    }
    return book.join(sentences.stream().distinct().toArray(String[]::new));
  }

  private static String think(
      String list, Map<String, String> given, Book book, RandomGenerator random) {
    return book.grammar().write(list, given, random);
  }
}
