package io.mosskit.plugins.paint;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.schema.lineage.Artifact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Text-to-image: `Text2Image("a red bridge")` answers `Image generated successfully.` and names
/// the file of the picture by the hash of its bytes.
///
/// Offline, the picture is a placeholder: shapes that follow from a hash of the description, under
/// the word PLACEHOLDER, and the description in the file's `iTXt` chunks. Equal descriptions are
/// equal files on every machine, so that a call can be made again and compared anywhere. With an
/// [ImageEndpoint] a model paints, once for each description; from then on its folder answers, on
/// this machine or another.
///
/// A description never becomes part of a path.
public final class Text2Image implements Plugin {

  private static final String ANSWER = "Image generated successfully.";

  private final Painter painter;
  private final Optional<PictureFolder> folder;

  /// Draws placeholders and writes none of them: enough to know their hashes, as an audit does.
  public Text2Image() {
    this(new PlaceholderPainter(), Optional.empty());
  }

  private Text2Image(Painter painter, Optional<PictureFolder> folder) {
    this.painter = painter;
    this.folder = folder;
  }

  /// Draws placeholders.
  ///
  /// @param folder where they go, made with the first of them
  public static Text2Image drawing(Path folder) {
    return new Text2Image(new PlaceholderPainter(), Optional.of(new PictureFolder(folder)));
  }

  /// Has a model paint what the folder does not hold yet.
  ///
  /// @param environment where the key is looked up, at once
  /// @param folder of the pictures; what was asked for each is kept in `requests` below it
  public static Text2Image painting(
      ImageEndpoint endpoint, Map<String, String> environment, Path folder) {
    PictureFolder pictures = new PictureFolder(folder);
    String key = environment.getOrDefault(endpoint.keyVariable(), "").strip();
    Painter painter =
        new RemotePainter(endpoint, new ImageClient(endpoint, key), new RequestCache(pictures));
    return new Text2Image(painter, Optional.of(pictures));
  }

  @Override
  public String name() {
    return "Text2Image";
  }

  @Override
  public String apiLine() {
    return "Text2Image(description)";
  }

  @Override
  public String summary() {
    return painter.summary();
  }

  /// Of a placeholder `1`; else with the model and the size: `1 gpt-image-1 1024x1024`.
  @Override
  public String version() {
    return painter.version();
  }

  @Override
  public boolean answersInline() {
    return true;
  }

  @Override
  public Outcome execute(String argument, Limits limits) {
    try {
      requireAtMost(limits.argumentCharacters(), argument.length(), "the description");
      requireAtMost(limits.resultCharacters(), ANSWER.length(), "the result");
      Descriptions.requireSound(argument);
      return new Result(ANSWER, keep(painter.paint(argument, limits)));
    } catch (Refusal refusal) {
      return refusal.failure();
    }
  }

  private Artifact keep(Picture picture) throws Refusal {
    if (folder.isPresent()) {
      try {
        folder.get().keep(picture);
      } catch (IOException _) {
        throw new Refusal(
            Reason.UNAVAILABLE, "the picture cannot be written to the folder of pictures");
      }
    }
    return picture.artifact();
  }

  private static void requireAtMost(int limit, int characters, String what) throws Refusal {
    if (characters > limit) {
      throw new Refusal(
          Reason.LIMIT_EXCEEDED,
          what + " has " + characters + " characters; at most " + limit + " are allowed");
    }
  }
}
