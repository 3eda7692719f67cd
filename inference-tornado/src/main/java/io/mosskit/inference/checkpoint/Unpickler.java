package io.mosskit.inference.checkpoint;

import io.mosskit.inference.checkpoint.Pickled.Callee;
import io.mosskit.inference.checkpoint.Pickled.Dict;
import io.mosskit.inference.checkpoint.Pickled.Mark;
import io.mosskit.inference.checkpoint.Pickled.None;
import io.mosskit.inference.checkpoint.Pickled.Storage;
import io.mosskit.inference.checkpoint.Pickled.StorageType;
import io.mosskit.inference.checkpoint.Pickled.Text;
import io.mosskit.inference.checkpoint.Pickled.Truth;
import io.mosskit.inference.checkpoint.Pickled.Tuple;
import io.mosskit.inference.checkpoint.Pickled.View;
import io.mosskit.inference.checkpoint.Pickled.Whole;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the pickle of a table of tensors. A pickle is a program for a stack machine that can call
/// any function of Python. This machine knows the instructions that `torch.save` uses and the few
/// names that [Globals] lists; everything else is refused by its name, and nothing is ever run.
///
/// Source: the comments of CPython's `pickletools.py`.
final class Unpickler {

  /// Published models need a few thousand.
  private static final int MOST_VALUES = 1_000_000;

  private final PickleBytes in;
  private final Deque<Pickled> stack = new ArrayDeque<>();
  private final Map<Long, Pickled> memo = new HashMap<>();
  private int values;

  Unpickler(PickleBytes in) {
    this.in = in;
  }

  /// The value that the pickle holds.
  Pickled read() throws CheckpointException {
    while (true) {
      int instruction = in.u8();
      if (instruction == '.') {
        return pop();
      }
      step(instruction);
    }
  }

  private void step(int instruction) throws CheckpointException {
    switch (instruction) {
      case 0x80 -> requireProtocol(in.u8());
      case 'c' -> push(Globals.named(in.line(), in.line(), in));
      case 'q' -> memo.put((long) in.u8(), top());
      case 'r' -> memo.put(in.u32(), top());
      case 'h' -> push(recall(in.u8()));
      case 'j' -> push(recall(in.u32()));
      case '(' -> push(new Mark());
      case ')' -> push(new Tuple(List.of()));
      case 't' -> push(new Tuple(popToMark()));
      case 0x85 -> push(new Tuple(pop(1)));
      case 0x86 -> push(new Tuple(pop(2)));
      case 0x87 -> push(new Tuple(pop(3)));
      case '}' -> push(new Dict(new LinkedHashMap<>()));
      case 's' -> setItems(pop(2));
      case 'u' -> setItems(popToMark());
      case 'X' -> push(new Text(in.text()));
      case 'K' -> push(new Whole(in.u8()));
      case 'M' -> push(new Whole(in.u16()));
      case 'J' -> push(new Whole(in.i32()));
      case 0x8a -> push(new Whole(in.signedOfAnyLength()));
      case 0x88 -> push(new Truth(true));
      case 0x89 -> push(new Truth(false));
      case 'N' -> push(new None());
      case 'Q' -> push(storage(pop(Tuple.class)));
      case 'R' -> reduce();
      case 'b' -> build();
      default ->
          throw in.problem(
              "the instruction 0x%02X, which no table of tensors needs".formatted(instruction));
    }
  }

  private void requireProtocol(int protocol) throws CheckpointException {
    if (protocol > 3) {
      throw in.problem("the protocol %d; save it with 2, as torch.save does".formatted(protocol));
    }
  }

  /// Calls a function: builds, ourselves, what it would build.
  private void reduce() throws CheckpointException {
    List<Pickled> arguments = pop(Tuple.class).elements();
    push(
        switch (pop(Callee.class)) {
          case ORDERED_DICT -> orderedDict(arguments);
          case REBUILD_TENSOR -> view(arguments);
          case REBUILD_PARAMETER -> argument(arguments, 0, View.class);
        });
  }

  /// Sets attributes, which a table of tensors has only as notes of the versions of its modules.
  private void build() throws CheckpointException {
    pop(Dict.class);
    if (!(top() instanceof Dict)) {
      throw in.problem("attributes for " + top().kind());
    }
  }

  private Dict orderedDict(List<Pickled> arguments) throws CheckpointException {
    if (!arguments.isEmpty()) {
      throw in.problem("arguments for an OrderedDict");
    }
    return new Dict(new LinkedHashMap<>());
  }

  /// `_rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks)`.
  private View view(List<Pickled> arguments) throws CheckpointException {
    return new View(
        argument(arguments, 0, Storage.class),
        argument(arguments, 1, Whole.class).value(),
        wholes(argument(arguments, 2, Tuple.class)),
        wholes(argument(arguments, 3, Tuple.class)));
  }

  /// `("storage", type, key, location, elements)`.
  private Storage storage(Tuple id) throws CheckpointException {
    List<Pickled> parts = id.elements();
    String tag = argument(parts, 0, Text.class).value();
    if (!tag.equals("storage")) {
      throw in.problem("a reference to something else than a storage");
    }
    return new Storage(
        argument(parts, 1, StorageType.class).elements(),
        argument(parts, 2, Text.class).value(),
        argument(parts, 4, Whole.class).value());
  }

  private void setItems(List<Pickled> items) throws CheckpointException {
    if (!(top() instanceof Dict(Map<String, Pickled> members))) {
      throw in.problem("members for " + top().kind());
    }
    if (items.size() % 2 != 0) {
      throw in.problem("a key without a value");
    }
    for (int i = 0; i < items.size(); i += 2) {
      String key = argument(items, i, Text.class).value();
      if (members.put(key, items.get(i + 1)) != null) {
        throw in.problem("the key %s a second time".formatted(key));
      }
    }
  }

  private List<Long> wholes(Tuple tuple) throws CheckpointException {
    List<Long> wholes = new ArrayList<>();
    for (int i = 0; i < tuple.elements().size(); i++) {
      wholes.add(argument(tuple.elements(), i, Whole.class).value());
    }
    return wholes;
  }

  private <T extends Pickled> T argument(List<Pickled> values, int index, Class<T> type)
      throws CheckpointException {
    if (index >= values.size()) {
      throw in.problem("%d values where more should be".formatted(values.size()));
    }
    return as(type, values.get(index));
  }

  private <T extends Pickled> T as(Class<T> type, Pickled value) throws CheckpointException {
    if (!type.isInstance(value)) {
      throw in.problem("%s where a %s should be".formatted(value.kind(), type.getSimpleName()));
    }
    return type.cast(value);
  }

  private void push(Pickled value) throws CheckpointException {
    if (++values > MOST_VALUES) {
      throw in.problem("more than %d values".formatted(MOST_VALUES));
    }
    stack.push(value);
  }

  private Pickled recall(long index) throws CheckpointException {
    Pickled value = memo.get(index);
    if (value == null) {
      throw in.problem("a reference to a value that is not there");
    }
    return value;
  }

  private Pickled top() throws CheckpointException {
    Pickled top = stack.peek();
    if (top == null) {
      throw in.problem("an instruction without a value");
    }
    return top;
  }

  private Pickled pop() throws CheckpointException {
    Pickled top = top();
    stack.pop();
    return top;
  }

  private <T extends Pickled> T pop(Class<T> type) throws CheckpointException {
    return as(type, pop());
  }

  private List<Pickled> pop(int count) throws CheckpointException {
    List<Pickled> popped = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      popped.add(pop());
    }
    return popped.reversed();
  }

  private List<Pickled> popToMark() throws CheckpointException {
    List<Pickled> popped = new ArrayList<>();
    for (Pickled value = pop(); !(value instanceof Mark); value = pop()) {
      popped.add(value);
    }
    return popped.reversed();
  }
}
