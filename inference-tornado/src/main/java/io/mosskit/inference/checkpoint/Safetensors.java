package io.mosskit.inference.checkpoint;

import io.mosskit.schema.json.Json;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A `.safetensors` file: the length of a header, the header, which is JSON, and the data. The
/// tensors fill the data without gap or overlap.
///
/// Source: the format's description at huggingface/safetensors, whose rules are all checked.
final class Safetensors {

  static final String METADATA = "__metadata__";

  private static final ValueLayout.OfLong LENGTH =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final MappedFile file;
  private final JsonFile json;
  private final MemorySegment header;
  private final MemorySegment data;

  private Safetensors(MappedFile file, long headerLength) throws CheckpointException {
    this.file = file;
    this.json = new JsonFile(file.path());
    this.header = file.slice(Long.BYTES, headerLength, "the header");
    long dataBegin = Long.BYTES + headerLength;
    this.data = file.slice(dataBegin, file.size() - dataBegin, "the data");
  }

  static List<Tensor> read(MappedFile file) throws CheckpointException {
    long headerLength = file.slice(0, Long.BYTES, "the length of the header").get(LENGTH, 0);
    if (headerLength < 0 || headerLength > JsonFile.MOST_BYTES) {
      throw file.problem(
          "the header is said to have %s bytes, but %d are the most; no safetensors file?"
              .formatted(Long.toUnsignedString(headerLength), JsonFile.MOST_BYTES));
    }
    return new Safetensors(file, headerLength).tensors();
  }

  private record Entry(String name, ElementType type, List<Long> shape, long begin, long end) {}

  private List<Tensor> tensors() throws CheckpointException {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, Json> member : json.object(header).members().entrySet()) {
      if (!member.getKey().equals(METADATA)) {
        entries.add(entry(member.getKey(), member.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    checkLayout(entries);
    return entries.stream()
        .map(entry ->
            new Tensor(
                entry.name(),
                entry.type(),
                entry.shape(),
                data.asSlice(entry.begin(), entry.end() - entry.begin())))
        .toList();
  }

  private Entry entry(String name, Json value) throws CheckpointException {
    String what = "tensor " + name;
    Json.Obj described = json.object(value, what);
    List<Long> offsets = integers(described.get("data_offsets"), what + ": data_offsets");
    if (offsets.size() != 2) {
      throw file.problem(what + ": data_offsets must be two numbers, begin and end");
    }
    Entry entry =
        new Entry(
            name,
            type(described.get("dtype"), what),
            integers(described.get("shape"), what + ": shape"),
            offsets.get(0),
            offsets.get(1));
    long wanted = Shapes.bytes(file, what, entry.type(), entry.shape());
    if (entry.begin() < 0 || entry.end() < entry.begin() || entry.end() > data.byteSize()) {
      throw file.problem(
          "%s: its data_offsets are %s, but the file holds %d bytes of data; it is cut off or broken"
              .formatted(what, offsets, data.byteSize()));
    }
    if (entry.end() - entry.begin() != wanted) {
      throw file.problem(
          "%s: %s of shape %s takes %d bytes, but its data_offsets are %s"
              .formatted(what, entry.type(), entry.shape(), wanted, offsets));
    }
    return entry;
  }

  private ElementType type(@Nullable Json value, String what) throws CheckpointException {
    String name = json.string(value, what + ": dtype");
    for (ElementType type : ElementType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw file.problem(
        "%s: dtype %s is none of %s".formatted(what, name, List.of(ElementType.values())));
  }

  private List<Long> integers(@Nullable Json value, String what) throws CheckpointException {
    List<Long> integers = new ArrayList<>();
    for (Json element : json.array(value, what).elements()) {
      integers.add(json.integer(element, what));
    }
    return integers;
  }

  private void checkLayout(List<Entry> entries) throws CheckpointException {
    long filled = 0;
    String before = "the header";
    for (Entry entry : entries) {
      if (entry.begin() != filled) {
        throw file.problem(
            "tensor %s begins at byte %d of the data, but %s ends at %d; tensors may neither overlap nor leave a gap"
                .formatted(entry.name(), entry.begin(), before, filled));
      }
      filled = entry.end();
      before = "tensor " + entry.name();
    }
    if (filled != data.byteSize()) {
      throw file.problem(
          "%d bytes of data belong to no tensor".formatted(data.byteSize() - filled));
    }
  }
}
