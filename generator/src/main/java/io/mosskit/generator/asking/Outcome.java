package io.mosskit.generator.asking;

import io.mosskit.schema.json.Json;
import java.util.List;

/// What came of a topic after all its questions.
public sealed interface Outcome<T> {

  /// The questions that were asked, in their order.
  List<Try> tries();

  /// One of the answers could be used: the last.
  record Had<T>(T value, List<Try> tries) implements Outcome<T> {

    public Had {
      tries = List.copyOf(tries);
    }
  }

  /// None of the answers could be used, or the teacher refused.
  ///
  /// @param reason the last fault, or `teacher_refused`
  record Failed<T>(String reason, String detail, List<Try> tries) implements Outcome<T> {

    public Failed {
      tries = List.copyOf(tries);
    }
  }

  /// The teacher could not be had; a later start may ask again.
  record Missed<T>(String detail, List<Try> tries) implements Outcome<T> {

    public Missed {
      tries = List.copyOf(tries);
    }
  }

  /// One question and its answer.
  ///
  /// @param request the id of the request
  /// @param model the name of the model that answered, empty where none did
  /// @param text what it answered, likewise
  /// @param fault why that could not be used, empty where it could
  record Try(String request, String model, String text, String fault) {

    /// This try as it stands in a rejection.
    public Json.Obj json() {
      return Json.object().put("request", request).put("fault", fault).put("text", text).build();
    }
  }
}
