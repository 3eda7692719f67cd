package io.mosskit.generator.expansion;

import io.mosskit.generator.asking.Crew;
import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Reading;
import io.mosskit.generator.asking.Topic;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationException.Kind;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.prompt.Seeds;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.util.List;

/// Multiplies seeds in rounds. The requests of a round are drawn before it begins and go out
/// together; when all answers are there, they are judged in the order of the requests. So the
/// result depends on what the teacher answers to each request, and not on when. The rounds of
/// evolution that follow go the same way.
public final class Expansion {

  private final GenerationPlan plan;
  private final Inquiry inquiry;
  private final Progress progress;
  private final Pool pool;
  private final Admissions admissions;

  /// @throws GenerationException where a quota asks for what there is no seed of
  public Expansion(GenerationPlan plan, Seeds seeds, Inquiry inquiry, Progress progress)
      throws GenerationException {
    this.plan = plan;
    this.inquiry = inquiry;
    this.progress = progress;
    this.pool = new Pool(plan.expansion().admission(), seeds.prompts());
    this.admissions = new Admissions(plan, seeds, pool);
  }

  /// Runs rounds until every quota is full or stalled, then evolves a share of what they brought.
  ///
  /// @see #run(int)
  /// @throws GenerationException where the teacher cannot be had: without its answers the next
  ///   round cannot be drawn
  public Expanded run() throws GenerationException, IOException, InterruptedException {
    return run(Integer.MAX_VALUE);
  }

  /// Runs rounds until there are so many prompts, spread over the quotas, or every quota is full or
  /// stalled. What a round brings does not depend on how many follow it; what is evolved does, so
  /// that nothing is where rounds are left out.
  public Expanded run(int enough) throws GenerationException, IOException, InterruptedException {
    progress.at(admissions.step());
    List<Draw> draws = admissions.draws(1);
    for (int round = 1;
        !draws.isEmpty() && !admissions.have(enough);
        draws = admissions.draws(++round)) {
      admissions.judge(draws, Crew.map(draws, plan.concurrency(), this::ask));
      progress.at(admissions.step());
    }
    if (draws.isEmpty()) {
      evolve();
    }
    return soFar();
  }

  private void evolve() throws GenerationException, IOException, InterruptedException {
    Evolutions evolutions = new Evolutions(plan, pool, admissions.families());
    List<Evolve> requests = evolutions.requests(1);
    for (int round = 1; !requests.isEmpty(); requests = evolutions.requests(++round)) {
      evolutions.judge(requests, Crew.map(requests, plan.concurrency(), this::ask));
      progress.at(evolutions.step());
    }
  }

  /// What the rounds brought that have ended.
  public Expanded soFar() {
    return new Expanded(
        pool.accepted(),
        pool.refused(),
        pool.fruitless(),
        admissions.families().stream().map(Family::report).toList());
  }

  private Outcome<List<String>> ask(Draw draw)
      throws GenerationException, IOException, InterruptedException {
    Wording wording = Wording.in(draw.quota().language());
    Message instruction =
        wording.expandPrompts(
            draw.quota().category(),
            plan.expansion().examples().wanted(),
            draw.round(),
            draw.number(),
            draw.examples().stream().map(Prompt::text).toList(),
            draw.brief());
    Topic topic = topic(Wording.EXPAND_PROMPTS, draw.key(), Wording.expandPromptsForm());
    return ask(topic, instruction, wording, Draw::read);
  }

  private Outcome<String> ask(Evolve evolve)
      throws GenerationException, IOException, InterruptedException {
    Prompt parent = evolve.parent();
    Wording wording = Wording.in(parent.language());
    Message instruction =
        wording.evolve(
            parent.category(), evolve.operation().label(), evolve.round(), parent.text());
    Topic topic = topic(Wording.EVOLVE_PROMPT, evolve.key(), Wording.evolveForm());
    return ask(topic, instruction, wording, Evolve::read);
  }

  private Topic topic(String stage, String key, Form form) {
    return new Topic(stage, key, inquiry.teacherFor(key), plan.expansion().sampling(), form);
  }

  private <T> Outcome<T> ask(Topic topic, Message instruction, Wording wording, Reading<T> reading)
      throws GenerationException, IOException, InterruptedException {
    Inquiry.Manner manner = new Inquiry.Manner(plan.expansion().retries(), wording);
    Outcome<T> outcome = inquiry.ask(topic, List.of(instruction), manner, reading);
    if (outcome instanceof Outcome.Missed<T>(String detail, _)) {
      throw new GenerationException(
          Kind.TEACHER_UNAVAILABLE,
          "no answer to %s: %s. Everything so far is kept; start the run again to go on"
              .formatted(topic.key(), detail));
    }
    return outcome;
  }
}
