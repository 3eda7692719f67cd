package io.mosskit.cli;

import io.mosskit.cli.recipe.PluginSources;
import io.mosskit.cli.recipe.PluginSources.Engine;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.paint.ImageEndpoint;
import io.mosskit.plugins.paint.Text2Image;
import io.mosskit.plugins.search.Search;
import io.mosskit.plugins.search.documents.DocumentFields;
import io.mosskit.plugins.search.documents.Documents;
import io.mosskit.plugins.search.index.DocumentIndex;
import io.mosskit.plugins.search.index.IndexBuilder;
import io.mosskit.plugins.search.web.WebLimits;
import io.mosskit.plugins.search.web.WebSearch;
import io.mosskit.plugins.search.web.WebService;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The plugins of a run while they are open.
///
/// @param plugins those that are installed, and those that look where the run says
/// @param engine what the search among them looks into
record Workshop(Plugins plugins, Closeable engine) implements AutoCloseable {

  private static final Closeable NOTHING = () -> {};

  /// Opens them.
  ///
  /// @param folder of the run, for pictures that have no other
  /// @param notes told in a sentence how many documents cannot be read
  static Workshop open(PluginSources sources, Path folder, Consumer<String> notes)
      throws IOException {
    Text2Image painter = painter(sources, sources.images().orElse(folder.resolve("images")));
    Plugins plugins = Plugins.installed().with(painter);
    if (sources.engine().isPresent()) {
      WebSearch web = web(sources.engine().get());
      return new Workshop(plugins.with(new Search(web)), web::close);
    }
    return searching(sources.documents(), plugins, notes);
  }

  /// Opens those that can be asked again and leave nothing behind.
  ///
  /// @param documents that searches looked into; none where searches are not asked again
  static Workshop replaying(List<Path> documents, Consumer<String> notes) throws IOException {
    return searching(documents, Plugins.installed(), notes);
  }

  private static Workshop searching(List<Path> documents, Plugins plugins, Consumer<String> notes)
      throws IOException {
    if (documents.isEmpty()) {
      return new Workshop(plugins, NOTHING);
    }
    DocumentIndex index = index(documents, notes);
    return new Workshop(plugins.with(new Search(index)), index::close);
  }

  private static Text2Image painter(PluginSources sources, Path images) {
    Optional<ImageEndpoint> model = sources.painter();
    return model.isPresent()
        ? Text2Image.painting(model.get(), System.getenv(), images)
        : Text2Image.drawing(images);
  }

  private static WebSearch web(Engine engine) throws IOException {
    Map<String, String> environment = System.getenv();
    WebService service =
        engine.searxng().isPresent()
            ? new WebService.SearxNg(engine.searxng().get())
            : new WebService.Brave(
                WebService.Brave.ADDRESS, environment.getOrDefault(engine.keyVariable(), ""));
    return WebSearch.online(service, engine.answers(), WebLimits.DEFAULT);
  }

  private static DocumentIndex index(List<Path> paths, Consumer<String> notes) throws IOException {
    if (paths.size() == 1 && isIndex(paths.getFirst())) {
      return DocumentIndex.open(paths.getFirst());
    }
    AtomicLong rejected = new AtomicLong();
    DocumentIndex index =
        IndexBuilder.inMemory(
            Documents.in(paths, DocumentFields.DEFAULT), _ -> rejected.incrementAndGet());
    if (rejected.get() > 0) {
      notes.accept(
          "%d documents in %s cannot be read and are not searched"
              .formatted(rejected.get(), paths));
    }
    return index;
  }

  private static boolean isIndex(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("segments_"));
    }
  }

  @Override
  public void close() throws IOException {
    engine.close();
  }
}
