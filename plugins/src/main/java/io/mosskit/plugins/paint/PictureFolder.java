package io.mosskit.plugins.paint;

import io.mosskit.schema.lineage.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// Pictures by the hash of their bytes, in a folder that several threads and processes may share.
final class PictureFolder {

  private static final long LARGEST = ImageClient.LARGEST_PICTURE;

  private final Path folder;

  PictureFolder(Path folder) {
    this.folder = folder;
  }

  /// Keeps a picture, unless it is there.
  void keep(Picture picture) throws IOException {
    if (find(picture.artifact()).isEmpty()) {
      write(Path.of(picture.artifact().file()), picture.bytes());
    }
  }

  /// The picture of that name, where it is there and has that hash still.
  Optional<Picture> find(Artifact artifact) throws IOException {
    Path file = folder.resolve(artifact.file());
    if (!Picture.isName(artifact.file()) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    return Files.size(file) > LARGEST
        ? Optional.empty()
        : Picture.of(Files.readAllBytes(file)).filter(found -> found.artifact().equals(artifact));
  }

  /// The text of a file below the folder, empty where there is none.
  Optional<byte[]> read(Path name) throws IOException {
    Path file = folder.resolve(name);
    return Files.isRegularFile(file) && Files.size(file) <= LARGEST
        ? Optional.of(Files.readAllBytes(file))
        : Optional.empty();
  }

  /// Writes a file below the folder, whole or not at all.
  void write(Path name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Path parent = Files.createDirectories(file.resolveSibling("."));
    String unique = ProcessHandle.current().pid() + "-" + Thread.currentThread().threadId();
    Path part = parent.resolve(file.getFileName() + "." + unique + ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
