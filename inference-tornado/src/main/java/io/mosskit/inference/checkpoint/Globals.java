package io.mosskit.inference.checkpoint;

import io.mosskit.inference.checkpoint.Pickled.Callee;
import io.mosskit.inference.checkpoint.Pickled.StorageType;

/// The only names of Python that a checkpoint may speak.
final class Globals {

  private Globals() {}

  static Pickled named(String module, String name, PickleBytes in) throws CheckpointException {
    return switch (module + "." + name) {
      case "collections.OrderedDict" -> Callee.ORDERED_DICT;
      case "torch._utils._rebuild_tensor_v2" -> Callee.REBUILD_TENSOR;
      case "torch._utils._rebuild_parameter" -> Callee.REBUILD_PARAMETER;
      case "torch.FloatStorage" -> new StorageType(ElementType.F32);
      case "torch.HalfStorage" -> new StorageType(ElementType.F16);
      case "torch.BFloat16Storage" -> new StorageType(ElementType.BF16);
      case "torch.LongStorage" -> new StorageType(ElementType.I64);
      case "torch.IntStorage" -> new StorageType(ElementType.I32);
      case "torch.ShortStorage" -> new StorageType(ElementType.I16);
      case "torch.CharStorage" -> new StorageType(ElementType.I8);
      case "torch.ByteStorage" -> new StorageType(ElementType.U8);
      case "torch.BoolStorage" -> new StorageType(ElementType.BOOL);
      case String other ->
          throw in.problem(
              "the name %s, which no table of tensors needs; nothing of the file was run"
                  .formatted(other));
    };
  }
}
