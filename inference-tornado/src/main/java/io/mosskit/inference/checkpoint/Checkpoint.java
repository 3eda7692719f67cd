package io.mosskit.inference.checkpoint;

import java.util.List;
import java.util.Optional;

/// The tensors of an opened model. Any thread may read them; none may once it is closed.
public interface Checkpoint extends AutoCloseable {

  /// What `config.json` says.
  MossConfig config();

  /// The tensor of that name; empty where the files hold none.
  Optional<Tensor> tensor(String name);

  /// The names of all tensors in the files, sorted; buffers that no model needs, such as
  /// `transformer.h.0.attn.causal_mask`, among them.
  List<String> names();

  /// Unmaps the files. Reading a tensor afterwards throws [IllegalStateException].
  @Override
  void close();
}
