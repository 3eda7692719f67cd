package io.mosskit.inference.checkpoint.writing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The pickle of a table of tensors, in the instructions of `torch.save`. Tensor `i` is the whole
/// of storage `i`.
final class TorchPickle {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private TorchPickle() {}

  static byte[] of(List<PlannedTensor> tensors) {
    TorchPickle pickle = new TorchPickle();
    pickle.instruction(0x80, 2);
    pickle.orderedDict();
    pickle.instruction('(');
    for (int i = 0; i < tensors.size(); i++) {
      pickle.text(tensors.get(i).name());
      pickle.tensor(tensors.get(i), i);
    }
    pickle.instruction('u');
    pickle.instruction('.');
    return pickle.out.toByteArray();
  }

  private void tensor(PlannedTensor tensor, int storage) {
    global("torch._utils", "_rebuild_tensor_v2");
    instruction('(');
    storage(tensor, storage);
    whole(0);
    tuple(tensor.shape());
    tuple(strides(tensor.shape()));
    instruction(0x89);
    orderedDict();
    instruction('t');
    instruction('R');
  }

  private void storage(PlannedTensor tensor, int storage) {
    instruction('(');
    text("storage");
    global("torch", storageType(tensor));
    text(Integer.toString(storage));
    text("cpu");
    whole(tensor.elements());
    instruction('t');
    instruction('Q');
  }

  private static String storageType(PlannedTensor tensor) {
    return switch (tensor.type()) {
      case F32 -> "FloatStorage";
      case F16 -> "HalfStorage";
      case BF16 -> "BFloat16Storage";
      case I64 -> "LongStorage";
      case I32 -> "IntStorage";
      case I16 -> "ShortStorage";
      case I8 -> "CharStorage";
      case U8 -> "ByteStorage";
      case BOOL -> "BoolStorage";
    };
  }

  private static List<Long> strides(List<Long> shape) {
    Long[] strides = new Long[shape.size()];
    long stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape.get(i);
    }
    return List.of(strides);
  }

  private void orderedDict() {
    global("collections", "OrderedDict");
    instruction(')');
    instruction('R');
  }

  private void tuple(List<Long> values) {
    instruction('(');
    values.forEach(this::whole);
    instruction('t');
  }

  private void whole(long value) {
    if (value == (int) value) {
      instruction('J');
      out.writeBytes(little(Integer.BYTES).putInt((int) value).array());
    } else {
      instruction(0x8a, Long.BYTES);
      out.writeBytes(little(Long.BYTES).putLong(value).array());
    }
  }

  private void text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    instruction('X');
    out.writeBytes(little(Integer.BYTES).putInt(utf8.length).array());
    out.writeBytes(utf8);
  }

  private void global(String module, String name) {
    instruction('c');
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  private void instruction(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }
}
