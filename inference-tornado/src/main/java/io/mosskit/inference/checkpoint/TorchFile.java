package io.mosskit.inference.checkpoint;

import io.mosskit.inference.checkpoint.Pickled.Dict;
import io.mosskit.inference.checkpoint.Pickled.Storage;
import io.mosskit.inference.checkpoint.Pickled.View;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A file that `torch.save` wrote from a table of tensors: a zip archive with the table as a pickle
/// and the elements of each storage as an entry of its own.
final class TorchFile {

  private static final String PICKLE = "/data.pkl";

  private final MappedFile file;
  private final Map<String, MemorySegment> entries;
  private final String folder;

  private TorchFile(MappedFile file) throws CheckpointException {
    this.file = file;
    this.entries = ZipDirectory.read(file);
    this.folder = folder();
  }

  static List<Tensor> read(MappedFile file) throws CheckpointException {
    return new TorchFile(file).tensors();
  }

  /// The one folder of the archive, named after the file that was saved.
  private String folder() throws CheckpointException {
    List<String> pickles = entries.keySet().stream().filter(name -> name.endsWith(PICKLE)).toList();
    if (pickles.size() != 1) {
      throw file.problem(
          "the archive has %d entries data.pkl, but must have one; was it written by torch.save?"
              .formatted(pickles.size()));
    }
    String pickle = pickles.getFirst();
    return pickle.substring(0, pickle.length() - PICKLE.length());
  }

  private List<Tensor> tensors() throws CheckpointException {
    checkByteOrder();
    PickleBytes pickle = new PickleBytes(file, bytes(entry("data.pkl")));
    if (!(new Unpickler(pickle).read() instanceof Dict(Map<String, Pickled> members))) {
      throw file.problem("data.pkl is no table of tensors");
    }
    List<Tensor> tensors = new ArrayList<>();
    for (Map.Entry<String, Pickled> member : members.entrySet()) {
      tensors.add(tensor(member.getKey(), member.getValue()));
    }
    return tensors;
  }

  private void checkByteOrder() throws CheckpointException {
    MemorySegment order = entries.get(folder + "/byteorder");
    if (order != null
        && !new String(bytes(order), StandardCharsets.ISO_8859_1).strip().equals("little")) {
      throw file.problem("its numbers are not little-endian; save it again on such a machine");
    }
  }

  private Tensor tensor(String name, Pickled value) throws CheckpointException {
    String what = "tensor " + name;
    if (!(value
        instanceof View(Storage storage, long offset, List<Long> shape, List<Long> strides))) {
      throw file.problem(
          "%s is %s; only a table of tensors, as model.state_dict() gives it, is read"
              .formatted(name, value.kind()));
    }
    long bytes = Shapes.bytes(file, what, storage.type(), shape);
    if (!isContiguous(shape, strides)) {
      throw file.problem(
          "%s of shape %s has the strides %s; save it again after .contiguous()"
              .formatted(what, shape, strides));
    }
    MemorySegment stored = stored(what, storage);
    long elements = bytes / storage.type().bytes();
    if (offset < 0 || offset > storage.elements() - elements) {
      throw file.problem(
          "%s is the %d elements from %d of a storage of %d"
              .formatted(what, elements, offset, storage.elements()));
    }
    return new Tensor(
        name, storage.type(), shape, stored.asSlice(offset * storage.type().bytes(), bytes));
  }

  private MemorySegment stored(String what, Storage storage) throws CheckpointException {
    MemorySegment stored = entry("data/" + storage.key());
    if (stored.byteSize() / storage.type().bytes() != storage.elements()
        || stored.byteSize() % storage.type().bytes() != 0) {
      throw file.problem(
          "%s: its storage of %d elements of %s has %d bytes in the archive"
              .formatted(what, storage.elements(), storage.type(), stored.byteSize()));
    }
    return stored;
  }

  /// Whether the elements lie in C order without gaps. A dimension of one has no stride to speak
  /// of.
  private static boolean isContiguous(List<Long> shape, List<Long> strides) {
    if (shape.size() != strides.size()) {
      return false;
    }
    long stride = 1;
    for (int i = shape.size() - 1; i >= 0; i--) {
      if (shape.get(i) != 1 && strides.get(i) != stride) {
        return false;
      }
      stride *= shape.get(i);
    }
    return true;
  }

  private MemorySegment entry(String name) throws CheckpointException {
    MemorySegment entry = entries.get(folder + "/" + name);
    if (entry == null) {
      throw file.problem("the archive lacks the entry %s/%s".formatted(folder, name));
    }
    return entry;
  }

  private byte[] bytes(MemorySegment entry) throws CheckpointException {
    if (entry.byteSize() > JsonFile.MOST_BYTES) {
      throw file.problem(
          "its table of tensors has %d bytes, but %d are the most"
              .formatted(entry.byteSize(), JsonFile.MOST_BYTES));
    }
    return entry.toArray(ValueLayout.JAVA_BYTE);
  }
}
