package io.mosskit.inference.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mosskit.inference.tornado.Machines.Machine;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.Method;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.ac.manchester.tornado.api.annotations.Parallel;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.HalfFloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;
import uk.ac.manchester.tornado.api.types.arrays.ShortArray;

/// A guard over each place where TornadoVM 5.2.0 is known to compute something else than Java.
class AvoidsWhatTornadoVmGetsWrongTest {

  private static final int ALL = 1 << 16;

  /// Names that a kernel must not have, because OpenCL's library has them.
  private static final Set<String> OPENCL_WORDS =
      Set.of(
          "half",
          "rotate",
          "select",
          "mix",
          "step",
          "sign",
          "dot",
          "cross",
          "length",
          "distance",
          "normalize",
          "clamp",
          "mad",
          "fma",
          "min",
          "max",
          "exp",
          "log",
          "pow",
          "floor",
          "round",
          "barrier",
          "kernel",
          "global",
          "local",
          "constant",
          "vload",
          "vstore",
          "shuffle",
          "any",
          "all",
          "abs",
          "hypot",
          "remainder",
          "degrees",
          "radians",
          "prefetch",
          "printf");

  @Test
  void halvesAsBitsAreReadExactlyAllOfThem() {
    short[] bits = allBits();
    FloatArray read = new FloatArray(ALL);
    IntArray block = IntArray.fromArray(new int[] {1, 0, 0});
    try (Program program = Machines.first().open()) {
      Stage stage = program.stage("bits");
      ShortArray halves = ShortArray.fromArray(bits);
      stage.input(block);
      stage.constant(halves);
      stage.output(read);
      stage.task("read", ALL, Kernels::embedBits, block, halves, read, 2, ALL, 1);
      stage.run();
      stage.fetch(read, ALL);
    }
    assertFinite(bits, read);
  }

  @Test
  void halvesAreReadExactlyAllOfThem() {
    Machine machine = Machines.first();
    assumeTrue(machine.halves().contains(true), "the device has no half precision");
    short[] bits = allBits();
    FloatArray read = new FloatArray(ALL);
    IntArray block = IntArray.fromArray(new int[] {1, 0, 0});
    try (Program program = machine.open()) {
      Stage stage = program.stage("halves");
      HalfFloatArray halves = HalfFloatArray.fromSegment(MemorySegment.ofArray(bits));
      stage.input(block);
      stage.constant(halves);
      stage.output(read);
      stage.task("read", ALL, Kernels::embedHalves, block, halves, read, 2, ALL, 1);
      stage.run();
      stage.fetch(read, ALL);
    }
    assertFinite(bits, read);
  }

  private static short[] allBits() {
    short[] bits = new short[ALL];
    for (int i = 0; i < ALL; i++) {
      bits[i] =
          (short) (ALL - 1 - i); // ends with a zero, since what ends without a number is refused
    }
    return bits;
  }

  private static void assertFinite(short[] bits, FloatArray read) {
    for (int i = 0; i < ALL; i++) {
      float expected = Float.float16ToFloat(bits[i]);
      if (Float.isFinite(expected)) {
        assertThat(read.get(i)).as("bits %04x", i).isEqualTo(expected);
      }
    }
  }

  /// Codes with their topmost bit set are where a shift that keeps the sign and a subtraction
  /// without one show.
  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {2, 4, 8})
  void packedCodesAreReadWithoutASign(int bits) {
    int perWord = 32 / bits;
    int inputs = 8 * perWord;
    int outputs = 2 * perWord;
    int groups = 4;
    Random random = new Random(bits);
    IntArray codes = ints(random, inputs / perWord * outputs);
    IntArray zeros = ints(random, groups * outputs / perWord);
    ShortArray scales = new ShortArray(groups * outputs);
    for (int i = 0; i < scales.getSize(); i++) {
      scales.set(i, Float.floatToFloat16(random.nextFloat() - 0.5f));
    }
    IntArray groupOf = new IntArray(inputs);
    for (int k = 0; k < inputs; k++) {
      groupOf.set(k, random.nextInt(groups));
    }
    int rows = 4;
    FloatArray x = new FloatArray(rows * inputs);
    for (int i = 0; i < x.getSize(); i++) {
      x.set(i, random.nextFloat() - 0.5f);
    }
    int lanes = 3;
    FloatArray parts = new FloatArray(rows * outputs * lanes);
    IntArray block = IntArray.fromArray(new int[] {rows});
    try (Program program = Machines.first().open()) {
      Stage stage = program.stage("packed");
      stage.input(block);
      stage.constant(x, codes, zeros, scales, groupOf);
      stage.output(parts);
      stage.task(
          "multiply",
          outputs / PackedProducts.OUTPUTS * lanes,
          PackedProducts::packedWords,
          block,
          x,
          codes,
          zeros,
          scales,
          groupOf,
          parts,
          inputs,
          outputs,
          bits,
          1,
          lanes);
      stage.run();
      stage.fetch(parts, parts.getSize());
    }
    for (int row = 0; row < rows; row++) {
      for (int o = 0; o < outputs; o++) {
        double expected = 0;
        for (int k = 0; k < inputs; k++) {
          int code =
              (codes.get(k / perWord * outputs + o) >>> (bits * (k % perWord))) & ((1 << bits) - 1);
          int group = groupOf.get(k);
          int zero =
              ((zeros.get((group * outputs + o) / perWord) >>> (bits * (o % perWord)))
                      & ((1 << bits) - 1))
                  + 1;
          float scale = Float.float16ToFloat(scales.get(group * outputs + o));
          expected += (double) (code - zero) * scale * x.get(row * inputs + k);
        }
        double actual = 0;
        for (int lane = 0; lane < lanes; lane++) {
          actual += parts.get((row * lanes + lane) * outputs + o);
        }
        assertThat(actual)
            .as("row %d, output %d", row, o)
            .isCloseTo(expected, within(1e-4 * (1 << bits)));
      }
    }
  }

  private static IntArray ints(Random random, int n) {
    IntArray array = new IntArray(n);
    for (int i = 0; i < n; i++) {
      array.set(i, random.nextInt());
    }
    return array;
  }

  /// Grids are whole groups of threads; those beyond the last round must not write.
  @Test
  void loopsEndBeforeTheirGridDoes() {
    int rounds = 65;
    FloatArray ones = new FloatArray(256);
    for (int i = 0; i < ones.getSize(); i++) {
      ones.set(i, 1f);
    }
    FloatArray copy = new FloatArray(256);
    try (Program program = Machines.first().open()) {
      Stage stage = program.stage("rounds");
      stage.constant(ones);
      stage.output(copy);
      stage.task("copy", rounds, DeviceLimits::copy, ones, copy, 5, 13, 1);
      stage.run();
      stage.fetch(copy, copy.getSize());
    }
    for (int i = 0; i < copy.getSize(); i++) {
      boolean written = copy.get(i) == 2f; // what nobody writes is whatever was there
      assertThat(written).as("element %d", i).isEqualTo(i < rounds);
    }
  }

  @Test
  void kernelsHaveNamesThatOpenClHasNot() {
    assertThat(
            Stream.of(
                    Kernels.class,
                    AttentionKernels.class,
                    Products.class,
                    PackedProducts.class,
                    DeviceLimits.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .map(Method::getName))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(OPENCL_WORDS);
  }

  @Test
  void whatCannotBeCompiledFailsAndIsNotRunOnceAsJava() {
    assumeTrue(Machines.whyPlain() == null, Machines::whyPlain);
    FloatArray x = FloatArray.fromArray(new float[64]);
    try (Program program = Machines.first().open()) {
      Stage stage = program.stage("refused");
      stage.output(x);
      stage.task(
          "bits", 64, AvoidsWhatTornadoVmGetsWrongTest::numberFromBits, x, 64, 3, 0x3f800000, 7);
      assertThatThrownBy(stage::run)
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("--backend cpu");
    }
    assertThat(System.getProperty("tornado.recover.bailout")).isEqualTo("False");
  }

  /// Makes numbers of computed bits, which TornadoVM cannot.
  static void numberFromBits(FloatArray x, int n, int factor, int bits, int shift) {
    for (@Parallel int i = 0; i < n; i++) {
      float number = Float.intBitsToFloat((i * factor << shift) + bits);
      x.set(i, number * 2f + x.get(i));
    }
  }
}
