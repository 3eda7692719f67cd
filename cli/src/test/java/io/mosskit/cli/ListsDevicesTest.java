package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListsDevicesTest {

  @Test
  void saysWhatIsMissingAndHowToGetIt() throws Exception {
    Shell devices = Shell.mosskit("devices");
    assertThat(devices.code()).as(devices.err()).isZero();
    assertThat(devices.out())
        .contains("--backend cpu: ", "--backend tornado: TornadoVM is not there")
        .contains("TORNADOVM_HOME", "docs/gpu.md");
    assertThat(Shell.mosskit("devices", "--json").json().string("missing"))
        .contains("TornadoVM is not there");
  }

  /// The signatures that the second backend is compiled against are neither on the class path of
  /// the program nor in one of its jars: an SDK brings the real classes.
  @Test
  void noClassOfTornadoVmIsShipped() throws IOException {
    List<String> shipped = new ArrayList<>();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path) && Files.exists(path.resolve("uk/ac/manchester"))) {
        shipped.add(entry);
      }
      if (Files.isRegularFile(path)) {
        try (ZipFile jar = new ZipFile(path.toFile())) {
          jar.stream()
              .filter(file -> file.getName().startsWith("uk/ac/manchester"))
              .findFirst()
              .ifPresent(_ -> shipped.add(entry));
        }
      }
    }
    assertThat(shipped).isEmpty();
    assertThatThrownBy(() -> Class.forName("uk.ac.manchester.tornado.api.TaskGraph"))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "20GB, 20000000000",
    "1.5 gb, 1500000000",
    "800MB, 800000000",
    "4096, 4096",
    "2k, 2000"
  })
  void readsSizes(String text, long bytes) throws CommandFailure {
    assertThat(ByteSize.parse("--device-memory", text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GB", "0", "-1GB", "20 apples", "9999999999TB"})
  void refusesWhatIsNoSize(String text) {
    assertThatThrownBy(() -> ByteSize.parse("--device-memory", text))
        .isInstanceOf(CommandFailure.class)
        .hasMessageContaining("expected a size such as 20GB");
  }
}
