package io.mosskit.schema.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Finds material that lies beside the checkout and is not part of it: published samples and golden
/// files. A test that asks for what is not there is skipped and says so.
public final class SharedFolder {

  private SharedFolder() {}

  /// The file or folder of that name below the folder `shared` beside the checkout.
  public static Path resolve(String name) {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("shared"))) {
      folder = folder.getParent();
    }
    Path wanted = folder == null ? null : folder.resolve("shared").resolve(name);
    assumeTrue(
        wanted != null && Files.exists(wanted),
        () -> "skipped: no ../shared/" + name + " beside the checkout");
    return wanted;
  }
}
