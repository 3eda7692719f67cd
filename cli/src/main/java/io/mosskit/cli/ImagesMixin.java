package io.mosskit.cli;

import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.paint.ImageEndpoint;
import io.mosskit.plugins.paint.Text2Image;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where pictures come from and go to.
final class ImagesMixin {

  @Option(
      names = "--images",
      paramLabel = "FOLDER",
      description = "write the pictures of Text2Image there (default: only compute their hashes)")
  private @Nullable Path folder;

  @Option(
      names = "--images-url",
      paramLabel = "URL",
      description =
          "have them painted by an OpenAI-compatible service (default: draw placeholders)")
  private @Nullable URI url;

  @Option(names = "--images-model", paramLabel = "NAME", description = "the model that paints")
  private @Nullable String model;

  @Option(
      names = "--images-size",
      paramLabel = "WxH",
      description = "the size of painted pictures (default: 1024x1024)")
  private String size = "1024x1024";

  @Option(
      names = "--images-key-variable",
      paramLabel = "NAME",
      description = "the environment variable with the service's key (default: OPENAI_API_KEY)")
  private String keyVariable = "OPENAI_API_KEY";

  /// These plugins, with the text-to-image that the options ask for.
  Plugins in(Plugins plugins) throws CommandFailure {
    if (url != null) {
      return plugins.with(painting(url));
    }
    if (model != null) {
      throw new CommandFailure(ExitCode.USAGE, "--images-model wants an --images-url");
    }
    return folder == null ? plugins : plugins.with(Text2Image.drawing(folder));
  }

  private Text2Image painting(URI service) throws CommandFailure {
    if (folder == null || model == null) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--images-url wants --images, where pictures are kept, and --images-model");
    }
    try {
      ImageEndpoint endpoint =
          ImageEndpoint.of(service, model).withSize(size).withKeyVariable(keyVariable);
      return Text2Image.painting(endpoint, System.getenv(), folder);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
