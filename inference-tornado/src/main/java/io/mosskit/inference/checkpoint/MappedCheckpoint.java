package io.mosskit.inference.checkpoint;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Tensors whose data live as long as an arena.
record MappedCheckpoint(MossConfig config, SortedMap<String, Tensor> tensors, Arena arena)
    implements Checkpoint {

  @Override
  public Optional<Tensor> tensor(String name) {
    return Optional.ofNullable(tensors.get(name));
  }

  @Override
  public List<String> names() {
    return List.copyOf(tensors.keySet());
  }

  @Override
  public void close() {
    arena.close();
  }
}
