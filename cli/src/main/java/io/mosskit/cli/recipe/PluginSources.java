package io.mosskit.cli.recipe;

import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.plugins.paint.ImageEndpoint;
import io.mosskit.schema.Capability;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the plugins of a run look, and where they put what they make.
///
/// @param documents files and folders that searches look into, or the folder of one index; none
///   where there is an engine, or no search
/// @param engine a search engine of the web
/// @param images where pictures go; a folder of the run where it is absent
/// @param painter the model that paints them; placeholders are drawn where it is absent
public record PluginSources(
    List<Path> documents,
    Optional<Engine> engine,
    Optional<Path> images,
    Optional<ImageEndpoint> painter) {

  /// No search, and placeholders for pictures.
  public static final PluginSources NONE =
      new PluginSources(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

  public PluginSources {
    documents = List.copyOf(documents);
    if (!documents.isEmpty() && engine.isPresent()) {
      throw new IllegalArgumentException("give either documents or an engine to search");
    }
  }

  /// A search engine of the web.
  ///
  /// @param searxng the address of a SearXNG instance; Brave Search where it is absent
  /// @param keyVariable the environment variable that holds the key of Brave Search
  /// @param answers the file that keeps its answers, so that nothing is asked twice
  public record Engine(Optional<URI> searxng, String keyVariable, Path answers) {}

  /// The same with documents to search.
  public PluginSources withDocuments(List<Path> paths) {
    return new PluginSources(paths, engine, images, painter);
  }

  private boolean searches() {
    return !documents.isEmpty() || engine.isPresent();
  }

  /// Makes sure that what a plan's prompts search is named.
  ///
  /// @throws IllegalArgumentException naming a quota whose dialogues want a search
  void requireFor(GenerationPlan plan) {
    for (Quota quota : plan.quotas()) {
      boolean wanted = PluginPlan.of(quota.category()).contains(Capability.WEB_SEARCH);
      if (wanted && !searches()) {
        throw new IllegalArgumentException(
            ("the quota for %s wants a search: name documents (plugins: {documents: FOLDER}, or"
                    + " --documents), or an engine (plugins: {engine: …})")
                .formatted(quota.name()));
      }
    }
  }
}
