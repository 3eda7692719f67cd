package io.mosskit.cli;

import io.mosskit.plugins.search.web.WebLimits;
import io.mosskit.plugins.search.web.WebSearch;
import io.mosskit.plugins.search.web.WebService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that name a search engine of the web.
final class EngineMixin {

  /// The kinds of engine.
  enum Kind {
    /// An instance of SearXNG, one's own.
    SEARXNG,
    /// The Brave Search API.
    BRAVE
  }

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "ask the web instead of an index: searxng or brave")
  private @Nullable Kind engine;

  @Option(
      names = "--engine-url",
      paramLabel = "URL",
      description = "where the engine is: of searxng, for example http://localhost:8888")
  private @Nullable URI url;

  @Option(
      names = "--key-variable",
      paramLabel = "NAME",
      description = "the environment variable with brave's key (default: BRAVE_SEARCH_API_KEY)")
  private String keyVariable = WebService.Brave.KEY_VARIABLE;

  @Option(
      names = "--answers",
      paramLabel = "FILE",
      description = {
        "keep the web's answers there, and ask nothing twice",
        "(default: search-answers.jsonl)"
      })
  private Path answers = Path.of("search-answers.jsonl");

  @Option(names = "--offline", description = "look into the kept answers alone; nothing is sent")
  private boolean offline;

  /// Whether an engine is named.
  boolean isNamed() {
    return engine != null || url != null;
  }

  WebSearch open() throws IOException, CommandFailure {
    try {
      WebService service = service();
      return offline
          ? WebSearch.offline(service, answers)
          : WebSearch.online(service, answers, WebLimits.DEFAULT);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private WebService service() throws CommandFailure {
    if (engine == Kind.BRAVE) {
      return new WebService.Brave(url == null ? WebService.Brave.ADDRESS : url, key());
    }
    if (url == null) {
      throw new CommandFailure(ExitCode.USAGE, "name the instance of searxng with --engine-url");
    }
    return new WebService.SearxNg(url);
  }

  private String key() throws CommandFailure {
    String key = System.getenv(keyVariable);
    if (key == null && offline) {
      return "offline"; // nothing is sent
    }
    if (key == null) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "brave needs a key: put it into the environment variable "
              + keyVariable
              + ", or name another one with --key-variable");
    }
    return key;
  }
}
