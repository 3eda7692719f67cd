package io.mosskit.benchmarks.planted;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Plugin;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A search that finds, for each query it knows, the snippets of a table.
record TableSearch(Map<String, List<String>> snippets) implements Plugin {

  TableSearch {
    snippets = Map.copyOf(snippets);
  }

  @Override
  public String name() {
    return "Search";
  }

  @Override
  public String apiLine() {
    return "Search(query)";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Outcome execute(String argument, Limits limits) {
    List<String> found = snippets.getOrDefault(argument, List.of());
    if (found.isEmpty()) {
      return new Outcome.Failure(Outcome.Reason.NOTHING_FOUND, "no document has these words");
    }
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      lines.add("<|%d|>: %s".formatted(i + 1, quoted(found.get(i))));
    }
    return new Outcome.Result(String.join("\n", lines));
  }

  /// As published: in quotes, of an info box the value alone.
  private static String quoted(String snippet) {
    int box = snippet.indexOf(" / ") < 0 ? -1 : snippet.indexOf(": ");
    String head = box < 0 ? "" : snippet.substring(0, box + 2);
    String text = snippet.substring(head.length());
    char quote = text.indexOf('\'') >= 0 ? '"' : '\'';
    return head + quote + text + quote;
  }

  @Override
  public Block block(String argument, Outcome outcome) {
    return new Block(new PluginCall(name(), argument), outcome.printed(), false);
  }
}
