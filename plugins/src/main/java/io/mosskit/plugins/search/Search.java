package io.mosskit.plugins.search;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.plugins.Plugin;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results.Block;
import java.util.List;

/// `Search(query)`: the passages of a [SearchEngine] that answer a query, a line for each:
///
/// ```
/// <|1|>: 'Lake Baikal in Siberia is the deepest lake on Earth: 1,642 metres.'
/// <|2|>: 'Lake Tanganyika comes second with 1,470 metres.'
/// ```
///
/// How many lines a call gives depends on how many searches a turn has, as in the published data:
/// three or one for a lone search, one or two each for two, one each for more ([#among]). The
/// plugin's version says which engine answered, and so which documents.
public final class Search implements Plugin {

  /// The usual length of a published snippet that is cut.
  public static final int CHARACTERS = 400;

  private static final int MOST_RESULTS = 20;
  private static final int FEWEST_CHARACTERS = 40;
  private static final int MOST_CHARACTERS = 4_000;

  private final SearchEngine engine;
  private final int results;
  private final int characters;

  /// A search that gives three lines of at most 400 characters.
  public Search(SearchEngine engine) {
    this(engine, publishedResults(1), CHARACTERS);
  }

  /// @param results the most lines of an answer, 1 to 20
  /// @param characters where a quoted passage is cut, 40 to 4,000; 300 and 400 are published
  public Search(SearchEngine engine, int results, int characters) {
    if (results < 1 || results > MOST_RESULTS) {
      throw new IllegalArgumentException(
          "results is %d; expected 1 to %d".formatted(results, MOST_RESULTS));
    }
    if (characters < FEWEST_CHARACTERS || characters > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "characters is %d; expected %d to %d"
              .formatted(characters, FEWEST_CHARACTERS, MOST_CHARACTERS));
    }
    this.engine = engine;
    this.results = results;
    this.characters = characters;
  }

  /// How many lines each search of a turn gives at most in the published data.
  ///
  /// @param searches how many searches the turn has, at least 1
  public static int publishedResults(int searches) {
    return switch (searches) {
      case 1 -> 3;
      case 2 -> 2;
      default -> 1;
    };
  }

  /// The same search with as many lines as a turn of so many searches has in the published data,
  /// and no more than it has itself.
  @Override
  public Search among(int calls) {
    int count = Math.min(results, publishedResults(calls));
    return count == results ? this : new Search(engine, count, characters);
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
  public String summary() {
    return "passages of documents or of the web that answer a query";
  }

  /// For example `1/3x400/documents-9f86d081884c7d65`: the version of this class, lines and
  /// characters, the engine.
  @Override
  public String version() {
    return "1/" + results + "x" + characters + "/" + engine.version();
  }

  @Override
  public Outcome execute(String argument, Limits limits) {
    if (argument.length() > limits.argumentCharacters()) {
      return tooLong("the query", argument.length(), limits.argumentCharacters());
    }
    if (argument.isBlank()) {
      return new Failure(
          Reason.MALFORMED_ARGUMENT, "the query is blank; expected what to look for");
    }
    try {
      return print(engine.search(argument, results, characters), argument, limits);
    } catch (SearchException e) {
      return new Failure(Reason.UNAVAILABLE, String.valueOf(e.getMessage()));
    }
  }

  private Outcome print(List<Hit> hits, String query, Limits limits) {
    if (hits.isEmpty()) {
      return new Failure(Reason.NOTHING_FOUND, "nothing answers '" + query + "'");
    }
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < Math.min(results, hits.size()); i++) {
      String quoted = Snippets.quote(hits.get(i).text(), characters);
      lines.append(i == 0 ? "" : "\n").append("<|").append(i + 1).append("|>: ").append(quoted);
    }
    return lines.length() > limits.resultCharacters()
        ? tooLong("the result", lines.length(), limits.resultCharacters())
        : new Result(lines.toString());
  }

  private static Failure tooLong(String what, int characters, int limit) {
    return new Failure(
        Reason.LIMIT_EXCEEDED,
        what + " has " + characters + " characters; at most " + limit + " are allowed");
  }

  /// The passages stand on the lines after the call.
  @Override
  public Block block(String argument, Outcome outcome) {
    return new Block(new PluginCall(name(), argument), outcome.printed(), false);
  }
}
