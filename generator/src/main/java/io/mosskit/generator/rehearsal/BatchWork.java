package io.mosskit.generator.rehearsal;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Checks and does what the lines of a batch ask for, as chat calls would.
final class BatchWork {

  /// The only address whose requests are batched.
  static final String ENDPOINT = "/v1/chat/completions";

  private final Respondent respondent;
  private final FaultPlan faults;
  private final Ledger ledger;

  BatchWork(RehearsalOptions options, Respondent respondent, Ledger ledger) {
    this.respondent = respondent;
    this.faults =
        new FaultPlan(
            Faults.NONE.with(Fault.FAILED, options.batches().failedShare()), options.seed());
    this.ledger = ledger;
  }

  /// The lines of the two result files.
  record Done(List<String> answered, List<String> failed) {}

  /// What is wrong with a file of requests, as the API says it; empty where nothing is.
  static List<Json> errors(String content) {
    List<Json> errors = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (String line : content.lines().toList()) {
      number++;
      try {
        String id = Item.read(line).id();
        if (!ids.add(id)) {
          errors.add(error("duplicate_custom_id", "The custom_id " + id + " comes twice", number));
        }
      } catch (JsonException e) {
        errors.add(error("invalid_json_line", String.valueOf(e.getMessage()), number));
      } catch (Refusal refusal) {
        errors.add(error("invalid_request", String.valueOf(refusal.getMessage()), number));
      }
    }
    if (number == 0) {
      errors.add(error("empty_file", "The file holds no requests", 0));
    }
    return errors;
  }

  /// Why a batch fails that is to fail.
  static Json tooMuch() {
    return error("token_limit_exceeded", "Enqueued token limit reached; try again later", 0);
  }

  private static Json error(String code, String message, int line) {
    return Json.object()
        .put("code", code)
        .put("message", message)
        .put("param", new Json.Null())
        .put("line", line == 0 ? new Json.Null() : Json.of(line))
        .build();
  }

  /// One request of a batch.
  private record Item(String id, String body) {

    static Item read(String line) throws JsonException, Refusal {
      if (Json.parse(line) instanceof Json.Obj request) {
        String id = request.string("custom_id");
        if (id != null
            && "POST".equals(request.string("method"))
            && ENDPOINT.equals(request.string("url"))
            && request.get("body") instanceof Json.Obj body) {
          return new Item(id, body.text());
        }
      }
      throw Refusal.of(
          null, "expected custom_id, method POST, url " + ENDPOINT + " and a body in every line");
    }

    /// Reads a line that was read before.
    static Item again(String line) {
      try {
        return read(line);
      } catch (JsonException | Refusal e) {
        throw new IllegalStateException("a line that was valid", e);
      }
    }
  }

  /// Does the first lines and leaves the others undone, as not in time.
  Done done(List<String> tried, List<String> late) {
    List<String> answered = new ArrayList<>();
    List<String> failed = new ArrayList<>();
    for (String line : tried) {
      Item item = Item.again(line);
      answer(item.id(), item.body(), answered, failed);
    }
    for (String line : late) {
      failed.add(line(Item.again(line).id(), new Json.Null(), expired()));
    }
    return new Done(answered, failed);
  }

  private void answer(String id, String body, List<String> answered, List<String> failed) {
    try {
      Respondent.Response response = respondent.respond(body);
      if (faults.next(response.call().identity()).isPresent()) {
        ledger.enter(id, Outcome.FAILED);
        Json.Obj error =
            Refusal.body("The server had an error; ask again", "server_error", null, null);
        failed.add(line(id, response(id, 500, error), new Json.Null()));
      } else {
        ledger.enter(id, Outcome.ANSWERED);
        answered.add(line(id, response(id, 200, response.completion()), new Json.Null()));
      }
    } catch (Refusal refusal) {
      ledger.enter(id, Outcome.REFUSED);
      failed.add(line(id, response(id, refusal.status(), refusal.body()), new Json.Null()));
    }
  }

  private static Json response(String id, int status, Json.Obj body) {
    return Json.object()
        .put("status_code", status)
        .put("request_id", "req_" + id)
        .put("body", body)
        .build();
  }

  private static Json expired() {
    return Json.object()
        .put("code", "batch_expired")
        .put("message", "This request was not executed before the completion window ended")
        .build();
  }

  private static String line(String id, Json response, Json error) {
    return Json.object()
        .put("id", "batch_req_" + id)
        .put("custom_id", id)
        .put("response", response)
        .put("error", error)
        .build()
        .text();
  }
}
