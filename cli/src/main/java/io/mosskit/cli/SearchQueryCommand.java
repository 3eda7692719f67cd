package io.mosskit.cli;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.search.Hit;
import io.mosskit.plugins.search.Search;
import io.mosskit.plugins.search.SearchEngine;
import io.mosskit.plugins.search.SearchException;
import io.mosskit.plugins.search.index.DocumentIndex;
import io.mosskit.plugins.search.web.WebSearch;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit search query`.
@Command(
    name = "query",
    description = {
      "Ask what a dialogue would ask, and see what would stand among its results.",
      "",
      "The first word names the index, each other word is a query; with --engine or --engine-url all",
      "words are queries.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit search query my-index 'deepest lake' 最深的湖",
      "  mosskit search query my-index Baikal --results 1 --characters 300 --json",
      "  mosskit search query --engine-url http://localhost:8888 'deepest lake'",
      "  mosskit search query --engine brave 'deepest lake' --answers answers.jsonl",
      "",
      "Exit code 1 where a query finds nothing, 4 where the engine cannot be used."
    })
final class SearchQueryCommand extends CommandBase {

  @Parameters(arity = "1..*", paramLabel = "WORD", description = "the index, and queries")
  private List<String> words = List.of();

  @Option(
      names = "--results",
      paramLabel = "N",
      description = "lines of an answer at most, 1 to 20 (default: 3)")
  private int results = Search.publishedResults(1);

  @Option(
      names = "--characters",
      paramLabel = "N",
      description = "where a quoted passage is cut, 40 to 4000 (default: 400)")
  private int characters = Search.CHARACTERS;

  @Mixin private EngineMixin engine = new EngineMixin();

  private final List<String> lines = new ArrayList<>();
  private final List<Json> answers = new ArrayList<>();
  private ExitCode code = ExitCode.DONE;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (engine.isNamed()) {
      try (WebSearch web = engine.open()) {
        ask(web, words);
      }
    } else if (words.size() < 2) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "name the index and at least one query: mosskit search query INDEX QUERY…");
    } else {
      try (DocumentIndex index = DocumentIndex.open(Path.of(words.getFirst()))) {
        ask(index, words.subList(1, words.size()));
      }
    }
    return code;
  }

  private void ask(SearchEngine of, List<String> queries) throws CommandFailure {
    Search search;
    try {
      search = new Search(of, results, characters);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    for (String query : queries) {
      Outcome outcome = search.execute(query, Limits.DEFAULT);
      switch (outcome) {
        case Outcome.Result _ -> answered(query, outcome.printed(), hits(of, query));
        case Outcome.Failure failure -> failed(query, failure);
      }
    }
    say(
        Json.object().put("version", search.version()).put("answers", Json.of(answers)).build(),
        lines);
  }

  /// The hits behind the lines, once more: they bear titles and sources.
  private List<Hit> hits(SearchEngine of, String query) throws CommandFailure {
    try {
      return of.search(query, results, characters);
    } catch (SearchException e) {
      throw new CommandFailure(ExitCode.FILES, String.valueOf(e.getMessage()));
    }
  }

  private void answered(String query, String printed, List<Hit> hits) {
    lines.add(query);
    List<String> snippets = printed.lines().toList();
    List<Json> found = new ArrayList<>();
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      lines.add("  " + snippets.get(i));
      lines.add("    " + (hit.title() + "  " + hit.source()).strip());
      found.add(
          Json.object()
              .put("title", hit.title())
              .put("source", hit.source())
              .put("text", hit.text())
              .build());
    }
    answers.add(
        Json.object()
            .put("query", query)
            .put("printed", printed)
            .put("hits", Json.of(found))
            .build());
  }

  private void failed(String query, Outcome.Failure failure) {
    boolean unavailable = failure.reason() == Outcome.Reason.UNAVAILABLE;
    if (code != ExitCode.TEACHER) {
      code = unavailable ? ExitCode.TEACHER : ExitCode.FOUND;
    }
    lines.add(query);
    lines.add("  no result: " + failure.detail());
    answers.add(
        Json.object()
            .put("query", query)
            .put("failure", failure.reason().name().toLowerCase(Locale.ROOT))
            .put("detail", failure.detail())
            .build());
  }
}
