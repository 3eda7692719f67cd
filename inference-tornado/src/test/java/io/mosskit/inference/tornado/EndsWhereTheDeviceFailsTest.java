package io.mosskit.inference.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.cpu.RandomCheckpoint;
import org.junit.jupiter.api.Test;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

class EndsWhereTheDeviceFailsTest {

  /// A device whose every stage fails as one does that has no memory left.
  private static final class FailingProgram implements Program {

    private final Program plain = new PlainProgram();
    private boolean closed;

    @Override
    public Stage stage(String name) {
      return failing(plain.stage(name));
    }

    @Override
    public Stage stageAfter(Stage before, String name) {
      return failing(plain.stageAfter(before, name));
    }

    private static Stage failing(Stage stage) {
      stage.task("fail", 1, FailingProgram::fail, 0, 0, 0, 0, 0);
      return stage;
    }

    private static void fail(int a, int b, int c, int d, int e) {
      throw DeviceException.of(
          "embedding", new DeviceMemoryException("Unable to allocate\u001b[33m\nmore"));
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /// Named as TornadoVM's own are.
  private static final class DeviceMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DeviceMemoryException(String message) {
      super(message);
    }
  }

  @Test
  void whenTheModelIsLoadedAndItsMemoryIsGivenBack() throws Exception {
    FailingProgram program = new FailingProgram();
    try (RandomCheckpoint checkpoint =
        RandomCheckpoint.of(RandomCheckpoint.sizes(97, 64, 36, 1, 4, 50, 6), ElementType.F32, 1)) {
      DeviceOptions options = DeviceOptions.of(checkpoint.config(), 1_000_000_000L, 64);
      assertThatThrownBy(() -> TornadoBackend.load(checkpoint, program, options, false))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("the device failed at embedding: Unable to allocate; keep")
          .hasMessageContaining("--device-memory");
    }
    assertThat(program.closed).isTrue();
  }

  @Test
  void whereItHasWrittenNothing() {
    FloatArray unwritten = FloatArray.fromArray(new float[] {1f, Float.NaN});
    FloatArray copy = new FloatArray(2);
    try (Program program = Machines.first().open()) {
      Stage stage = program.stage("logits");
      stage.constant(unwritten);
      stage.output(copy);
      stage.task("copy", 2, DeviceLimits::copy, unwritten, copy, 1, 2, 0);
      stage.run();
      stage.fetch(copy, 1);
      assertThat(copy.get(0)).isEqualTo(1f);
      assertThatThrownBy(() -> stage.fetch(copy, 2))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("gave no numbers back at logits")
          .hasMessageContaining("--device-memory");
    }
  }

  @Test
  void whereThisMachineHasNoRoomForItsCopy() {
    Placement placement = new Placement(34, 34, 37_100_000_000L, 37_100_000_000L);
    assertThat(DeviceException.withoutRoomHere(placement, new OutOfMemoryError("off the heap")))
        .hasMessageContaining("37.1 GB")
        .hasMessageContaining("-XX:MaxDirectMemorySize")
        .hasMessageContaining("--device-memory");
  }
}
