package io.mosskit.inference.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with a safetensors file is said with file and tensor, before any byte of data is
/// read.
class RefusesBrokenSafetensorsTest {

  private static final String WHOLE =
      """
      {"词.weight":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},\
      "b":{"dtype":"I8","shape":[3],"data_offsets":[16,19]}}\
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("model.safetensors");
  }

  @Test
  void aWholeFileIsRead() throws IOException {
    write(WHOLE, 19);
    try (Arena arena = Arena.ofConfined()) {
      List<Tensor> tensors = Safetensors.read(MappedFile.open(file, arena));
      assertThat(tensors).extracting(Tensor::name).containsExactly("词.weight", "b");
      assertThat(tensors.getLast().data().byteSize()).isEqualTo(3);
    }
  }

  @Test
  void aFileCutOffAnywhere() throws IOException {
    write(WHOLE, 19);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      refused(file + ": ");
    }
  }

  @Test
  void bytesThatBelongToNoTensor() throws IOException {
    write(WHOLE, 24);
    refused(file + ": 5 bytes of data belong to no tensor");
  }

  @Test
  void tensorsThatOverlap() throws IOException {
    write(WHOLE.replace("[16,19]", "[15,18]"), 19);
    refused(
        file
            + ": tensor b begins at byte 15 of the data, but tensor 词.weight ends at 16; tensors may"
            + " neither overlap nor leave a gap");
  }

  @Test
  void aGapBetweenTensors() throws IOException {
    write(WHOLE.replace("[16,19]", "[17,20]"), 20);
    refused(file + ": tensor b begins at byte 17 of the data, but tensor 词.weight ends at 16");
  }

  @Test
  void offsetsBeyondTheFile() throws IOException {
    write(WHOLE.replace("[16,19]", "[16,9223372036854775807]"), 19);
    refused(
        file
            + ": tensor b: its data_offsets are [16, 9223372036854775807], but the file holds 19"
            + " bytes of data");
    write(WHOLE.replace("[16,19]", "[-3,0]"), 19);
    refused(file + ": tensor b: its data_offsets are [-3, 0], but");
  }

  @Test
  void aShapeThatIsNotThatOfItsBytes() throws IOException {
    write(WHOLE.replace("[2,2]", "[2,3]"), 19);
    refused(
        file
            + ": tensor 词.weight: F32 of shape [2, 3] takes 24 bytes, but its data_offsets are [0, 16]");
  }

  @Test
  void shapesThatCannotBe() throws IOException {
    write(WHOLE.replace("[2,2]", "[4294967296,4294967296,4]"), 19);
    refused(file + ": tensor 词.weight has the shape [4294967296, 4294967296, 4], which no file");
    write(WHOLE.replace("[2,2]", "[-2,-2]"), 19);
    refused(file + ": tensor 词.weight has the shape [-2, -2], which is negative");
    write(WHOLE.replace("[2,2]", "[1,1,1,1,1,1,1,2,2]"), 19);
    refused(file + ": tensor 词.weight has 9 dimensions, but 8 are the most");
    write(WHOLE.replace("[2,2]", "[2.0,2]"), 19);
    refused(file + ": tensor 词.weight: shape is 2.0, but must be an integer");
  }

  @Test
  void aTypeThatIsNotKnown() throws IOException {
    write(WHOLE.replace("I8", "F8_E4M3"), 19);
    refused(file + ": tensor b: dtype F8_E4M3 is none of [F32, F16, BF16,");
  }

  @Test
  void aTensorNamedTwice() throws IOException {
    write(WHOLE.replace("\"b\"", "\"词.weight\""), 19);
    refused(file + ": broken JSON: ");
  }

  @Test
  void aHeaderThatIsTooLong() throws IOException {
    for (long length : new long[] {-1, Long.MAX_VALUE, 1L << 32, JsonFile.MOST_BYTES + 1}) {
      ByteBuffer bytes = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      Files.write(file, bytes.array());
      refused(file + ": the header is said to have " + Long.toUnsignedString(length) + " bytes");
    }
    Files.write(file, ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN).putLong(93).array());
    refused(file + ": the header is said to be the 93 bytes from 8, but the file has 100");
  }

  @Test
  void aHeaderThatIsNoUtf8() throws IOException {
    write(WHOLE, 19);
    byte[] whole = Files.readAllBytes(file);
    whole[10] = (byte) 0xFF;
    Files.write(file, whole);
    refused(file + ": the JSON is no UTF-8");
  }

  private void write(String header, int dataBytes) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + dataBytes);
    Files.write(file, bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(json.length).put(json).array());
  }

  private void refused(String message) {
    assertThatThrownBy(
            () -> {
              try (Arena arena = Arena.ofConfined()) {
                Safetensors.read(MappedFile.open(file, arena));
              }
            })
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith(message);
  }
}
