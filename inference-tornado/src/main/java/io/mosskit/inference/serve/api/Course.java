package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Asking;
import io.mosskit.inference.serve.engine.Event;
import io.mosskit.inference.serve.engine.Task;
import io.mosskit.schema.json.Json;
import java.util.List;

/// A request on its way to its answer. For one thread.
public sealed interface Course permits ChatCourse, CompletionCourse, EmbeddingCourse, DemoCourse {

  /// What is asked of the engine.
  List<Task> tasks();

  /// Whether the answer comes piece by piece.
  boolean streams();

  /// Takes what happened.
  ///
  /// @param asking where more may be asked, or less
  /// @return the pieces of the answer that there are now, where it comes in pieces
  List<Json.Obj> take(Event event, Asking asking);

  /// Whether the answer is whole.
  boolean isDone();

  /// What comes after all pieces: the numbers of tokens, where they were asked for.
  List<Json.Obj> last();

  /// The whole answer.
  Json.Obj whole();
}
