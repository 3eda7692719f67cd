package io.mosskit.generator.teacher;

import com.openai.errors.OpenAIServiceException;
import java.util.Objects;

/// What a server said instead of answering.
///
/// @param status of HTTP
/// @param code in OpenAI's error object, empty where there is none
/// @param param the parameter that it names, likewise
/// @param message in words
record ServerError(int status, String code, String param, String message) {

  private static final int LONGEST_MESSAGE = 600;

  ServerError {
    message =
        message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
  }

  static ServerError of(OpenAIServiceException e) {
    return new ServerError(
        e.statusCode(),
        e.code().orElse(""),
        e.param().orElse(""),
        Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
  }
}
