package io.mosskit.inference.serve.api;

import io.mosskit.schema.json.Json;
import org.jspecify.annotations.Nullable;

/// A request that is not answered, in the form in which OpenAI's API says so.
public final class Refusal extends Exception {

  private static final long serialVersionUID = 1L;

  private static final String INVALID = "invalid_request_error";
  private static final String SERVER = "server_error";

  private final int status;
  private final String type;
  private final @Nullable String param;
  private final @Nullable String code;

  private Refusal(
      int status, String type, String message, @Nullable String param, @Nullable String code) {
    super(message);
    this.status = status;
    this.type = type;
    this.param = param;
    this.code = code;
  }

  /// 400: the request is wrong at this parameter.
  public static Refusal of(@Nullable String param, String message) {
    return new Refusal(400, INVALID, message, param, null);
  }

  /// 400: the model reads no more.
  ///
  /// @param asked what was asked for, as in `300 tokens of prompt`
  static Refusal tooLong(String param, String asked, int context) {
    return new Refusal(
        400,
        INVALID,
        "This model's maximum context length is %d tokens, but the request has %s; shorten it"
            .formatted(context, asked),
        param,
        "context_length_exceeded");
  }

  /// 401: no token came, or another one.
  public static Refusal unauthorized() {
    return new Refusal(
        401,
        INVALID,
        "This server wants its token in the header `Authorization: Bearer TOKEN`",
        null,
        "invalid_api_key");
  }

  /// 403: a page in a browser asks.
  public static Refusal foreignOrigin() {
    return new Refusal(
        403,
        INVALID,
        "Without a token this server answers no page in a browser; start it with one",
        null,
        "origin_not_allowed");
  }

  /// 404: there is nothing at this address.
  public static Refusal noSuchPath(String method, String path) {
    return new Refusal(
        404, INVALID, "Unknown request URL: " + method + " " + path, null, "unknown_url");
  }

  /// 404: there is no such model.
  public static Refusal noSuchModel(String model, String served) {
    return new Refusal(
        404,
        INVALID,
        "The model `%s` does not exist; this server has only `%s`".formatted(model, served),
        "model",
        "model_not_found");
  }

  /// 405: this address does not take this method.
  public static Refusal wrongMethod(String method, String path, String allowed) {
    return new Refusal(
        405, INVALID, "%s does not take %s, only %s".formatted(path, method, allowed), null, null);
  }

  /// 413: the body is too long.
  public static Refusal tooLarge(int limit) {
    return new Refusal(
        413,
        INVALID,
        "The request body is longer than " + limit + " bytes",
        null,
        "body_too_large");
  }

  /// 429: too much is asked at once.
  public static Refusal busy(String message) {
    return new Refusal(
        429, "rate_limit_error", message + "; ask again later", null, "rate_limit_exceeded");
  }

  /// 500: the fault is ours.
  public static Refusal failed(String message) {
    return new Refusal(500, SERVER, message, null, null);
  }

  /// 503: the server is stopping.
  public static Refusal stopping() {
    return new Refusal(503, SERVER, "The server is stopping", null, "stopping");
  }

  /// The status of the response.
  public int status() {
    return status;
  }

  /// The body of the response.
  public Json.Obj body() {
    return Json.object()
        .put(
            "error",
            Json.object()
                .put("message", String.valueOf(getMessage()))
                .put("type", type)
                .put("param", param == null ? new Json.Null() : Json.of(param))
                .put("code", code == null ? new Json.Null() : Json.of(code))
                .build())
        .build();
  }
}
