package io.mosskit.generator.rehearsal;

import io.mosskit.schema.json.Json;
import org.jspecify.annotations.Nullable;

/// A request that cannot be answered, in the form in which OpenAI's API says so.
final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String param;
  private final @Nullable String code;

  private Refusal(int status, String message, @Nullable String param, @Nullable String code) {
    super(message);
    this.status = status;
    this.param = param;
    this.code = code;
  }

  /// 400: the request is wrong at this parameter.
  static Refusal of(@Nullable String param, String message) {
    return new Refusal(400, message, param, null);
  }

  /// 404: there is nothing at this address.
  static Refusal noSuchPath(String method, String path) {
    return new Refusal(404, "Unknown request URL: " + method + " " + path, null, "unknown_url");
  }

  /// 404: there is no such model.
  static Refusal noSuchModel(String model) {
    return new Refusal(
        404,
        "The model `%s` does not exist; this server has only `%s`, which is a rule-based program"
            .formatted(model, RehearsalTeacher.MODEL),
        "model",
        "model_not_found");
  }

  /// 404: nothing has this id.
  ///
  /// @param what `file` or `batch`
  static Refusal noSuch(String what, String id) {
    return new Refusal(404, "No such " + what + ": " + id, "id", null);
  }

  /// 405: this address does not take this method.
  static Refusal wrongMethod(String method, String path, String allowed) {
    return new Refusal(
        405, "%s does not take %s, only %s".formatted(path, method, allowed), null, null);
  }

  /// 413: the body is too long.
  static Refusal tooLarge(int limit) {
    return new Refusal(413, "The request body is longer than " + limit + " bytes", null, null);
  }

  int status() {
    return status;
  }

  Json.Obj body() {
    return body(String.valueOf(getMessage()), "invalid_request_error", param, code);
  }

  /// The body of an error.
  static Json.Obj body(String message, String type, @Nullable String param, @Nullable String code) {
    return Json.object()
        .put(
            "error",
            Json.object()
                .put("message", message)
                .put("type", type)
                .put("param", param == null ? new Json.Null() : Json.of(param))
                .put("code", code == null ? new Json.Null() : Json.of(code))
                .build())
        .build();
  }
}
