package io.mosskit.inference.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A torch archive may hold a table of tensors and nothing else; nothing in it is ever run.
class RefusesHostileTorchFilesTest {

  /// Protocol 2, an OrderedDict, its mark.
  private static final String BEGIN = "\u0080\u0002ccollections\nOrderedDict\n)R(";

  private static final String END = "u.";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("pytorch_model.bin");
  }

  @Test
  void aWholeFileIsRead() throws IOException {
    write(BEGIN + tensor("权重", "0", 6, 2, "K\u0002K\u0002", "K\u0002K\u0001") + END, 12);
    List<Tensor> tensors = read();
    assertThat(tensors).hasSize(1);
    assertThat(tensors.getFirst().name()).isEqualTo("权重");
    assertThat(tensors.getFirst().shape()).isEqualTo(List.of(2L, 2L));
    assertThat(tensors.getFirst().type()).isEqualTo(ElementType.F16);
  }

  @Test
  void aParameterIsItsTensor() throws IOException {
    String parameter =
        text("p")
            + "ctorch._utils\n_rebuild_parameter\n("
            + view("0", 6, 0, "K\u0006", "K\u0001")
            + "\u0088ccollections\nOrderedDict\n)RtR";
    write(BEGIN + parameter + END, 12);
    assertThat(read()).extracting(Tensor::shape).containsExactly(List.of(6L));
  }

  @Test
  void functionsOfPython() throws IOException {
    for (String name : List.of("os\nsystem", "builtins\neval", "torch.nn\nLinear")) {
      write("\u0080\u0002c" + name + "\n" + text("touch run") + "\u0085R.", 12);
      refused(
          file + ": data.pkl has, before byte ",
          "the name " + (name.replace('\n', '.')) + ", which no table of tensors needs;");
    }
  }

  @Test
  void instructionsThatTensorsDoNotNeed() throws IOException {
    for (int instruction : new int[] {'i', 'o', 0x81, 0x92, 0x93, 0x94, 'P', 'V', '0', 0}) {
      write("\u0080\u0002" + (char) instruction + "os\nsystem\n.", 12);
      refused(
          file + ": data.pkl has, before byte 3, ",
          "the instruction 0x%02X, which no table of tensors needs".formatted(instruction));
    }
  }

  @Test
  void anArchiveCutOffAnywhere() throws IOException {
    write(BEGIN + tensor("w", "0", 6, 0, "K\u0006", "K\u0001") + END, 12);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      refused(file + ": no whole zip archive, as torch.save writes since PyTorch 1.6", "");
    }
  }

  @Test
  void aPickleCutOffAnywhere() throws IOException {
    String whole = BEGIN + tensor("w", "0", 6, 0, "K\u0006", "K\u0001") + END;
    for (int length = 0; length < whole.length(); length++) {
      write(whole.substring(0, length), 12);
      refused(file + ": data.pkl has, before byte ", "");
    }
  }

  @Test
  void aCompressedEntry() throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("archive/data.pkl"));
      zip.write(new byte[1 << 20]);
    }
    refused(file + ": entry archive/data.pkl is compressed, which torch.save never does", "");
  }

  @Test
  void entriesThatShareBytes() throws IOException {
    write(BEGIN + tensor("w", "0", 6, 0, "K\u0006", "K\u0001") + END, 12);
    byte[] bytes = Files.readAllBytes(file);
    int second = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
    Arrays.fill(bytes, second + 42, second + 46, (byte) 0); // it begins where the first does
    Files.write(file, bytes);
    refused(file + ": entries ", "overlap");
  }

  @Test
  void aViewBeyondItsStorage() throws IOException {
    write(BEGIN + tensor("w", "0", 6, 3, "K\u0004", "K\u0001") + END, 12);
    refused(file + ": tensor w is the 4 elements from 3 of a storage of 6", "");
  }

  @Test
  void aStorageThatIsNotAllThere() throws IOException {
    write(BEGIN + tensor("w", "0", 7, 0, "K\u0007", "K\u0001") + END, 12);
    refused(file + ": tensor w: its storage of 7 elements of F16 has 12 bytes in the archive", "");
    write(BEGIN + tensor("w", "1", 6, 0, "K\u0006", "K\u0001") + END, 12);
    refused(file + ": the archive lacks the entry archive/data/1", "");
  }

  @Test
  void elementsThatDoNotLieInOrder() throws IOException {
    write(BEGIN + tensor("w", "0", 6, 0, "K\u0002K\u0003", "K\u0001K\u0002") + END, 12);
    refused(
        file
            + ": tensor w of shape [2, 3] has the strides [1, 2]; save it again after .contiguous()",
        "");
    write(
        BEGIN + tensor("w", "0", 6, 0, "J\u00ff\u00ff\u00ff\u007fK\u0003", "K\u0000K\u0000") + END,
        12);
    refused(file + ": tensor w of shape [2147483647, 3] has the strides [0, 0]", "");
  }

  @Test
  void whatIsNoTableOfTensors() throws IOException {
    write("\u0080\u0002K\u0001.", 12);
    refused(file + ": data.pkl is no table of tensors", "");
    write(BEGIN + text("state_dict") + "}" + END, 12);
    refused(file + ": state_dict is a dictionary; only a table of tensors", "");
  }

  @Test
  void aTensorNamedTwice() throws IOException {
    String tensor = tensor("w", "0", 6, 0, "K\u0006", "K\u0001");
    write(BEGIN + tensor + tensor + END, 12);
    refused(file + ": data.pkl has, before byte ", "the key w a second time");
  }

  private static String tensor(
      String name, String key, int elements, int offset, String shape, String strides) {
    return text(name) + view(key, elements, offset, shape, strides);
  }

  private static String view(String key, int elements, int offset, String shape, String strides) {
    return "ctorch._utils\n_rebuild_tensor_v2\n(("
        + text("storage")
        + "ctorch\nHalfStorage\n"
        + text(key)
        + text("cpu")
        + "K"
        + (char) elements
        + "tQK"
        + (char) offset
        + "("
        + shape
        + "t("
        + strides
        + "t\u0089ccollections\nOrderedDict\n)RtR";
  }

  /// A string as an instruction, one character a byte.
  private static String text(String text) {
    String utf8 = latin(text);
    return "X" + (char) utf8.length() + "\0\0\0" + utf8;
  }

  private static String latin(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /// An archive with this pickle, one character a byte, and one storage.
  private void write(String pickle, int storageBytes) throws IOException {
    byte[] bytes =
        pickle.chars().allMatch(c -> c < 256)
            ? pickle.getBytes(StandardCharsets.ISO_8859_1)
            : pickle.getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("archive/data.pkl", bytes);
    entries.put("archive/data/0", new byte[storageBytes]);
    Files.write(file, stored(entries));
  }

  private static byte[] stored(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> content : entries.entrySet()) {
        CRC32 checksum = new CRC32();
        checksum.update(content.getValue());
        ZipEntry entry = new ZipEntry(content.getKey());
        entry.setSize(content.getValue().length);
        entry.setCrc(checksum.getValue());
        zip.putNextEntry(entry);
        zip.write(content.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static int lastIndexOf(byte[] bytes, byte[] wanted) {
    for (int at = bytes.length - wanted.length; at >= 0; at--) {
      if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
        return at;
      }
    }
    throw new IllegalArgumentException("not there");
  }

  private List<Tensor> read() throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return TorchFile.read(MappedFile.open(file, arena));
    }
  }

  private void refused(String begin, String part) {
    assertThatThrownBy(this::read)
        .isInstanceOf(CheckpointException.class)
        .hasMessageStartingWith(begin)
        .hasMessageContaining(part);
  }
}
