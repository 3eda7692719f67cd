package io.mosskit.plugins.paint;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a model paints: anything that answers `POST /v1/images/generations` as OpenAI does.
///
/// @param url what `/images/generations` is put behind, such as `https://api.openai.com/v1`
/// @param model the model's name there
/// @param size of the pictures, `1024x1024` or `auto`
/// @param keyVariable the environment variable that holds the key; the key itself is sent to this
///   address alone, and neither stored nor shown
/// @param timeout how long a picture may take
public record ImageEndpoint(
    URI url, String model, String size, String keyVariable, Duration timeout) {

  private static final Pattern SIZE = Pattern.compile("auto|[1-9][0-9]{0,4}x[1-9][0-9]{0,4}");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  public ImageEndpoint {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "no address of images: " + url + "; expected one such as https://api.openai.com/v1");
    }
    if (model.isBlank()) {
      throw new IllegalArgumentException("no model is named");
    }
    if (!SIZE.matcher(size).matches()) {
      throw new IllegalArgumentException(
          "no size of a picture: " + size + "; expected one such as 1024x1024, or auto");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("a picture takes time; the timeout is " + timeout);
    }
  }

  /// Pictures of 1024 by 1024 pixels within two minutes, the key in `OPENAI_API_KEY`.
  public static ImageEndpoint of(URI url, String model) {
    return new ImageEndpoint(url, model, "1024x1024", "OPENAI_API_KEY", PATIENCE);
  }

  /// The same with pictures of another size.
  public ImageEndpoint withSize(String newSize) {
    return new ImageEndpoint(url, model, newSize, keyVariable, timeout);
  }

  /// The same with the key in another variable.
  public ImageEndpoint withKeyVariable(String newKeyVariable) {
    return new ImageEndpoint(url, model, size, newKeyVariable, timeout);
  }

  /// The same with another patience.
  public ImageEndpoint withTimeout(Duration newTimeout) {
    return new ImageEndpoint(url, model, size, keyVariable, newTimeout);
  }

  /// Where pictures are asked for.
  URI generations() {
    String base = url.toString();
    return URI.create((base.endsWith("/") ? base : base + "/") + "images/generations");
  }

  /// Whether a picture may be fetched from there: anywhere by `https`, else where the service is.
  boolean mayServe(URI picture) {
    return ("https".equalsIgnoreCase(picture.getScheme()) && picture.getHost() != null)
        || (url.getScheme().equalsIgnoreCase(picture.getScheme())
            && url.getAuthority().equalsIgnoreCase(picture.getAuthority()));
  }
}
