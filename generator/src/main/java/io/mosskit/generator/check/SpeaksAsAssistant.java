package io.mosskit.generator.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The user's words are an assistant's: it offers help, excuses itself as an AI, presents a result.
final class SpeaksAsAssistant implements Check {

  private static final Pattern ASSISTANT =
      Pattern.compile(
          "(?i)\\bas an ai (?:language model|assistant)\\b|how (?:can|may) i (?:help|assist) you"
              + "|^(?:i(?:['’]m| am) (?:an ai|moss)\\b|i(?:['’]m| am) (?:happy|here) to help"
              + "|(?:sure|certainly|of course)[,!] here (?:is|are)\\b"
              + "|thank you for (?:your question|asking)|i hope this helps)"
              + "|^(?:作为(?:一个|一名)?(?:AI|人工智能|语言模型)|我是\\s?MOSS|很高兴(?:能)?(?:为您|帮助您)"
              + "|好的，(?:以下|这)是|当然(?:可以)?[，！]以下是|抱歉，(?:作为|我是)(?:一个)?(?:AI|人工智能))"
              + "|有什么(?:我)?(?:可以|能)(?:帮助?(?:您|你)|为(?:您|你))|希望(?:这|以上).{0,12}对(?:您|你)有(?:所)?帮助");

  @Override
  public String fault() {
    return "speaks_as_assistant";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    Matcher matcher = ASSISTANT.matcher(turn.text());
    return matcher.find() ? Optional.of("it says \"" + matcher.group() + "\"") : Optional.empty();
  }
}
