package io.mosskit.curation.privacy;

import io.mosskit.curation.privacy.Segments.Segment;
import io.mosskit.schema.Conversation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/// Replaces private data and secrets in dialogues by placeholders: `[EMAIL_1]`. Thread-safe.
///
/// Looked at are the meta instruction, all fields of all turns, plugin commands and results among
/// them, and the texts of members that the format does not know. Everything outside the findings
/// stays as it is, to the character; what is scrubbed once has nothing left to scrub.
///
/// Addresses and names are found by the words before them and then replaced wherever the dialogue
/// repeats them. A plugin call and the result that echoes it change alike; the receipts of calls
/// that were changed, or whose results were, are taken out of the lineage, since they hold the
/// argument and a hash of the result from which a short secret can be guessed.
public final class Scrubber {
  /// How many times a text is looked at, for what only shows once its neighbour is gone.
  private static final int ROUNDS = 3;

  private final ScrubPlan plan;
  private final Recogniser recogniser;

  public Scrubber(ScrubPlan plan) {
    this.plan = plan;
    this.recogniser = new Recogniser(plan.kinds(), plan.allowed());
  }

  /// The dialogue without its secrets.
  public Scrubbed scrub(Conversation conversation) {
    List<List<Candidate>> secrets = new ArrayList<>();
    Texts.map(
        conversation,
        (_, field, text) -> {
          secrets.add(secretsIn(field, text));
          return text;
        });
    if (secrets.stream().allMatch(List::isEmpty)) {
      return new Scrubbed(conversation, List.of());
    }
    Repetitions repetitions = Repetitions.of(secrets, conversation);
    Placeholders placeholders = new Placeholders(plan.salt());
    Texts.map(
        conversation,
        (_, _, text) -> {
          placeholders.avoidThoseIn(text);
          return text;
        });
    List<Finding> findings = new ArrayList<>();
    Iterator<List<Candidate>> found = secrets.iterator();
    Conversation scrubbed =
        Texts.map(
            conversation,
            (turn, field, text) -> {
              List<Candidate> here = repetitions.added(found.next(), text);
              return replaced(text, here, placeholders, turn, field, findings);
            });
    return new Scrubbed(Receipts.settled(conversation, scrubbed, findings, recogniser), findings);
  }

  /// The text without its secrets; they are numbered in it alone.
  public String scrub(String text) {
    Placeholders placeholders = new Placeholders(plan.salt());
    placeholders.avoidThoseIn(text);
    return replaced(text, secretsIn("", text), placeholders, 0, "", new ArrayList<>());
  }

  private List<Candidate> secretsIn(String field, String text) {
    List<Candidate> secrets = new ArrayList<>();
    for (Segment segment : Segments.of(field, text)) {
      if (segment.end() > segment.start()) {
        String part = text.substring(segment.start(), segment.end());
        secretsIn(part).forEach(secret -> secrets.add(secret.at(segment.start())));
      }
    }
    return secrets;
  }

  private List<Candidate> secretsIn(String text) {
    List<Candidate> all = new ArrayList<>();
    String left = text;
    for (int round = 0; round < ROUNDS; round++) {
      List<Candidate> secrets = recogniser.secretsIn(left);
      if (secrets.isEmpty()) {
        break;
      }
      all.addAll(secrets);
      left = covered(left, secrets);
    }
    all.sort(Comparator.comparingInt(Candidate::start));
    return all;
  }

  /// The text with something like a placeholder over each secret, character for character.
  private static String covered(String text, List<Candidate> secrets) {
    StringBuilder covered = new StringBuilder(text);
    for (Candidate secret : secrets) {
      for (int i = secret.start(); i < secret.end(); i++) {
        covered.setCharAt(i, '_');
      }
      covered.setCharAt(secret.start(), '[');
      covered.setCharAt(secret.end() - 1, ']');
    }
    return covered.toString();
  }

  private static String replaced(
      String text,
      List<Candidate> secrets,
      Placeholders placeholders,
      int turn,
      String field,
      List<Finding> findings) {
    if (secrets.isEmpty()) {
      return text;
    }
    StringBuilder scrubbed = new StringBuilder();
    int from = 0;
    for (Candidate secret : secrets) {
      String placeholder = placeholders.of(secret);
      scrubbed.append(text, from, secret.start()).append(placeholder);
      from = secret.end();
      findings.add(new Finding(secret.kind(), turn, field, secret.start(), from, placeholder));
    }
    return scrubbed.append(text, from, text.length()).toString();
  }
}
