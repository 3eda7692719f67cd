package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.plan.PluginPlan.Shares;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.paint.ImageEndpoint;
import io.mosskit.plugins.search.web.WebService;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads how dialogues that call plugins are held, and where their plugins look.
final class PluginsReader {

  private static final URI OPENAI = URI.create("https://api.openai.com/v1");

  private final Paths paths;

  PluginsReader(Paths paths) {
    this.paths = paths;
  }

  /// What the section says.
  ///
  /// @param plan without the plugins themselves, which are opened when the run begins
  record Read(PluginPlan plan, PluginSources sources) {}

  Read read(Optional<Section> given) throws RecipeException {
    if (given.isEmpty()) {
      return new Read(PluginPlan.DEFAULT, PluginSources.NONE);
    }
    Section section = given.get();
    PluginSources sources = sources(section);
    try {
      PluginPlan plan =
          PluginPlan.DEFAULT
              .withShares(shares(section, PluginPlan.DEFAULT.shares()))
              .withMostCalls(section.number("most-calls", PluginPlan.DEFAULT.mostCalls()))
              .withLimits(limits(section.section("limits"), Limits.DEFAULT));
      section.end();
      return new Read(plan, sources);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static Shares shares(Section section, Shares usual) throws RecipeException {
    return new Shares(
        section.decimal("off-share", usual.off()),
        section.decimal("unneeded-share", usual.unneeded()),
        section.decimal("fails-share", usual.fails()),
        section.decimal("six-lines-share", usual.sixLines()),
        section.decimal("others-on-share", usual.othersOn()));
  }

  private static Limits limits(Optional<Section> given, Limits usual) throws RecipeException {
    if (given.isEmpty()) {
      return usual;
    }
    Section section = given.get();
    Limits limits =
        new Limits(
            section.number("argument-characters", usual.argumentCharacters()),
            section.number("result-characters", usual.resultCharacters()),
            section.number("nesting-depth", usual.nestingDepth()),
            section.number("integer-bits", usual.integerBits()),
            section.value("work", Long::valueOf, "a whole number").orElse(usual.work()));
    section.end();
    return limits;
  }

  private PluginSources sources(Section section) throws RecipeException {
    List<Path> documents = paths.of(section.texts("documents"));
    for (Path path : documents) {
      if (!Files.exists(path)) {
        throw section.error("documents: no file or folder " + path);
      }
    }
    Optional<Section> engine = section.section("engine");
    Optional<Section> images = section.section("images");
    try {
      return new PluginSources(
          documents,
          engine.isEmpty() ? Optional.empty() : Optional.of(engine(engine.get())),
          images.isEmpty() ? Optional.empty() : folder(images.get()),
          images.isEmpty() ? Optional.empty() : painter(images.get()));
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  /// `{searxng: URL, answers: FILE}`, or `{brave: true, answers: FILE}`.
  private PluginSources.Engine engine(Section section) throws RecipeException {
    Optional<URI> searxng = section.value("searxng", URI::create, "an address");
    boolean brave = section.flag("brave", false);
    String variable = section.text("key-variable").orElse(WebService.Brave.KEY_VARIABLE);
    Optional<Path> answers = path(section, "answers");
    section.end();
    if (searxng.isPresent() == brave || answers.isEmpty()) {
      throw section.error("expected {searxng: URL, answers: FILE} or {brave: true, answers: FILE}");
    }
    return new PluginSources.Engine(searxng, variable, answers.get());
  }

  private Optional<Path> folder(Section images) throws RecipeException {
    return path(images, "folder");
  }

  /// Who paints: a model, where one is named.
  private static Optional<ImageEndpoint> painter(Section images) throws RecipeException {
    Optional<String> model = images.text("model");
    URI url = images.value("base-url", URI::create, "an address").orElse(OPENAI);
    Optional<String> size = images.text("size");
    Optional<String> variable = images.text("key-variable");
    images.end();
    if (model.isEmpty()) {
      return Optional.empty();
    }
    ImageEndpoint endpoint = ImageEndpoint.of(url, model.get());
    endpoint = size.map(endpoint::withSize).orElse(endpoint);
    return Optional.of(variable.map(endpoint::withKeyVariable).orElse(endpoint));
  }

  private Optional<Path> path(Section section, String key) throws RecipeException {
    Optional<String> text = section.text(key);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(paths.of(List.of(text.get())).getFirst());
  }
}
