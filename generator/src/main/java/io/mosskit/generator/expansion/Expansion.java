package io.mosskit.generator.expansion;

import io.mosskit.generator.asking.Crew;
import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Outcome;
import io.mosskit.generator.asking.Topic;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationException.Kind;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.prompt.Seeds;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.util.List;

/// Multiplies seeds in rounds. The requests of a round are drawn before it begins and go out
/// together; when all answers are there, they are judged in the order of the requests. So the
/// result depends on what the teacher answers to each request, and not on when.
public final class Expansion {

  private final GenerationPlan plan;
  private final Inquiry inquiry;
  private final Progress progress;
  private final Admissions admissions;

  /// @throws GenerationException where a quota asks for what there is no seed of
  public Expansion(GenerationPlan plan, Seeds seeds, Inquiry inquiry, Progress progress)
      throws GenerationException {
    this.plan = plan;
    this.inquiry = inquiry;
    this.progress = progress;
    this.admissions = new Admissions(plan, seeds);
  }

  /// Runs rounds until every quota is full or stalled.
  ///
  /// @see #run(int)
  /// @throws GenerationException where the teacher cannot be had: without its answers the next
  ///   round cannot be drawn
  public Expanded run() throws GenerationException, IOException, InterruptedException {
    return run(Integer.MAX_VALUE);
  }

  /// Runs rounds until there are so many prompts, spread over the quotas, or every quota is full or
  /// stalled. What a round brings does not depend on how many follow it.
  public Expanded run(int enough) throws GenerationException, IOException, InterruptedException {
    progress.at(admissions.step());
    List<Draw> draws = admissions.draws(1);
    for (int round = 1;
        !draws.isEmpty() && !admissions.have(enough);
        draws = admissions.draws(++round)) {
      admissions.judge(draws, Crew.map(draws, plan.concurrency(), this::ask));
      progress.at(admissions.step());
    }
    return admissions.result();
  }

  /// What the rounds brought that have ended.
  public Expanded soFar() {
    return admissions.result();
  }

  private Outcome<List<String>> ask(Draw draw)
      throws GenerationException, IOException, InterruptedException {
    ExpansionPlan expansion = plan.expansion();
    Wording wording = Wording.in(draw.quota().language());
    Message instruction = instruction(draw, expansion.examples().wanted(), wording);
    Outcome<List<String>> outcome =
        inquiry.ask(
            new Topic(
                Wording.EXPAND_PROMPTS,
                draw.key(),
                inquiry.teacherFor(draw.key()),
                expansion.sampling(),
                Wording.expandPromptsForm()),
            List.of(instruction),
            new Inquiry.Manner(expansion.retries(), wording),
            Draw::read);
    if (outcome instanceof Outcome.Missed<List<String>>(String detail, _)) {
      throw new GenerationException(
          Kind.TEACHER_UNAVAILABLE,
          "no answer to %s: %s. Everything so far is kept; start the run again to go on"
              .formatted(draw.key(), detail));
    }
    return outcome;
  }

  private static Message instruction(Draw draw, int wanted, Wording wording) {
    List<String> examples = draw.examples().stream().map(Prompt::text).toList();
    Taxon taxon = draw.taxon();
    return taxon == null
        ? wording.expandPrompts(
            draw.quota().category(), wanted, draw.round(), draw.number(), examples)
        : wording.expandPrompts(taxon, wanted, draw.round(), draw.number(), examples);
  }
}
