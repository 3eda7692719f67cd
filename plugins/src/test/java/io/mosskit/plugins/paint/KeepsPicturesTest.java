package io.mosskit.plugins.paint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.schema.lineage.Artifact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepsPicturesTest {

  @TempDir Path temporary;

  private Path folder() {
    return temporary.resolve("图片 pictures");
  }

  @Test
  void aPictureIsTheFileThatItsArtifactNames() throws IOException {
    Artifact artifact = artifact(Text2Image.drawing(folder()), "红色的桥 a red bridge");
    byte[] bytes = Files.readAllBytes(folder().resolve(artifact.file()));
    assertThat(Sha256.hex(bytes))
        .isEqualTo(artifact.sha256())
        .startsWith(artifact.file().replace(".png", ""));
    assertThat(files()).containsExactly(artifact.file());
  }

  @Test
  void withoutAFolderTheHashIsTheSameAndNothingIsWritten() throws IOException {
    assertThat(artifact(new Text2Image(), "红色的桥"))
        .isEqualTo(artifact(Text2Image.drawing(folder()), "红色的桥"));
    try (Stream<Path> all = Files.list(temporary)) {
      assertThat(all).containsExactly(folder());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../../etc/passwd",
        "..\\..\\windows",
        "/etc/passwd",
        "C:\\autoexec.bat",
        "file:///etc/passwd",
        "～/.ssh/钥匙",
        "%2e%2e%2fpicture.png",
        "con.png"
      })
  void aDescriptionIsNoPath(String description) throws IOException {
    Artifact artifact = artifact(Text2Image.drawing(folder()), description);
    assertThat(files()).containsExactly(artifact.file());
    try (Stream<Path> all = Files.list(temporary)) {
      assertThat(all).containsExactly(folder());
    }
  }

  @Test
  void aFileThatIsNoLongerWhatItsNameSaysIsWrittenAgain() throws IOException {
    Text2Image plugin = Text2Image.drawing(folder());
    Path file = folder().resolve(artifact(plugin, "tree").file());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, new byte[] {1, 2, 3});
    assertThat(artifact(plugin, "tree").file()).isEqualTo(file.getFileName().toString());
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void manyThreadsDrawTheSamePictureOnce() throws Exception {
    Text2Image plugin = Text2Image.drawing(folder());
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Outcome>> calls =
          Stream.<Callable<Outcome>>generate(() -> () -> plugin.execute("树", Limits.DEFAULT))
              .limit(32)
              .toList();
      for (var outcome : threads.invokeAll(calls)) {
        assertThat(outcome.get()).isInstanceOf(Result.class);
      }
    }
    assertThat(files()).hasSize(1);
  }

  @Test
  void aFolderThatCannotBeIsANamedFailure() throws IOException {
    Files.writeString(folder(), "in the way 挡路");
    assertThat(Text2Image.drawing(folder()).execute("tree", Limits.DEFAULT))
        .isEqualTo(
            new Failure(
                Reason.UNAVAILABLE, "the picture cannot be written to the folder of pictures"));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> folder().relativize(f).toString())
          .toList();
    }
  }

  private static Artifact artifact(Text2Image plugin, String description) {
    return Objects.requireNonNull(
        ((Result) plugin.execute(description, Limits.DEFAULT)).artifact());
  }
}
