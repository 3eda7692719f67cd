package io.mosskit.inference.eval;

import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Has a model answer the items of tasks.
///
/// @param likelihoods of a model that gives them; empty for one that only talks
/// @param replies of a model that talks
/// @param judge of graded tasks
public record Evaluation(
    Optional<ChoiceScorer> likelihoods, Optional<ChatModel> replies, Optional<ChatModel> judge) {
  private static final Pattern GRADE = Pattern.compile("[1-5]");

  /// What the items of a task came to, in their order.
  ///
  /// @throws IllegalArgumentException where the task wants what the model cannot do, or an item
  ///   lacks what its prompt names
  /// @throws ChatException where a reply could not be had
  public List<ItemResult> run(Task task, Progress progress)
      throws ChatException, InterruptedException {
    List<ItemResult> results = new ArrayList<>();
    for (Item item : task.items()) {
      results.add(
          task.kind() == Task.Kind.MULTIPLE_CHOICE ? choose(task, item) : answer(task, item));
      progress.at(
          new Progress.Step(task.name(), results.size(), task.items().size(), "items", Map.of()));
    }
    return results;
  }

  /// The choice of the highest log-likelihood, and of the highest a character.
  private ItemResult choose(Task task, Item item) {
    ChoiceScorer scorer =
        likelihoods.orElseThrow(() ->
            new IllegalArgumentException(
                "the task %s wants log-likelihoods, which only a local model gives: --local DIR"
                    .formatted(task.name())));
    List<String> options = task.form().options(item);
    double[] sums =
        scorer.logLikelihoods(
            task.prompt(item),
            options.stream().map(option -> task.form().delimiter() + option).toList());
    double[] byCharacter = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      String option = options.get(i);
      byCharacter[i] = sums[i] / Math.max(1, option.codePointCount(0, option.length()));
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("acc", best(sums) == item.gold() ? 1.0 : 0.0);
    metrics.put("acc_norm", best(byCharacter) == item.gold() ? 1.0 : 0.0);
    List<Json> shown = new ArrayList<>();
    for (double sum : sums) {
      shown.add(Json.of(sum));
    }
    return new ItemResult(
        task.name(),
        item.id(),
        metrics,
        Json.object().put("gold", item.gold()).put("log_likelihoods", Json.of(shown)).build());
  }

  /// The first of the highest.
  private static int best(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private ItemResult answer(Task task, Item item) throws ChatException, InterruptedException {
    ChatModel model =
        replies.orElseThrow(() ->
            new IllegalArgumentException("the task " + task.name() + " wants a model that talks"));
    String prompt = task.prompt(item);
    String reply =
        model
            .reply(
                request(
                    List.of(new Message(Role.USER, prompt)),
                    task.maxTokens(),
                    id(task, item, "answer")))
            .content();
    Map<String, Double> metrics = new LinkedHashMap<>();
    switch (task.kind()) {
      case EXACT_MATCH ->
          metrics.put("exact_match", value(Matching.isExact(reply, item.answers())));
      case CONTAINS -> metrics.put("contains", value(Matching.contains(reply, item.answers())));
      case NUMERIC -> metrics.put("numeric", value(Matching.isNumber(reply, item.answers())));
      case JSON_MATCH -> metrics.put("json_match", value(Matching.isJson(reply, item.answers())));
      case GRADED -> metrics.put("grade", grade(task, item, prompt, reply));
      case MULTIPLE_CHOICE ->
          throw new IllegalArgumentException("choices are not answered in words");
    }
    return new ItemResult(
        task.name(), item.id(), metrics, Json.object().put("reply", reply).build());
  }

  private static double value(boolean right) {
    return right ? 1 : 0;
  }

  private static String id(Task task, Item item, String what) {
    return "eval-" + what + "-" + task.name() + "-" + item.id();
  }

  private static ChatRequest request(List<Message> messages, int maxTokens, String id) {
    return new ChatRequest(messages, new Sampling(0, 1, maxTokens, 0), Form.TEXT, id);
  }

  /// The first digit from 1 to 5 in the judge's answer; 0 where it gives none.
  private double grade(Task task, Item item, String prompt, String reply)
      throws ChatException, InterruptedException {
    ChatModel asked =
        judge.orElseThrow(() ->
            new IllegalArgumentException(
                "the task %s is graded: name a judge, by --model NAME or --rehearsal"
                    .formatted(task.name())));
    String words =
        """
        %s

        [Question]
        %s

        [Reference answer]
        %s

        [Reply]
        %s

        Answer with one digit from 1 (wrong or useless) to 5 (right and complete), nothing else.\
        """
            .formatted(
                task.rubric().orElse("Judge how well the reply answers the question."),
                prompt,
                item.answers().getFirst(),
                reply);
    ChatReply answer =
        asked.reply(request(List.of(new Message(Role.USER, words)), 16, id(task, item, "grade")));
    Matcher grade = GRADE.matcher(answer.content());
    return grade.find() ? Integer.parseInt(grade.group()) : 0;
  }
}
