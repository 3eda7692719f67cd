package io.mosskit.generator.rehearsal.script;

import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What was said so far, without the system's part.
record Talk(List<Message> messages) {

  private static final Pattern SPEAKER =
      Pattern.compile(
          "[\\s*<|]*(?:(User|Human|用户|人类)|(Assistant|MOSS|AI|助手))[\\s*|>]*[:：]\\s*(.*)",
          Pattern.CASE_INSENSITIVE);

  Talk {
    messages = List.copyOf(messages);
  }

  /// The talk of a request.
  static Talk of(List<Message> messages) {
    return new Talk(messages.stream().filter(message -> message.role() != Role.SYSTEM).toList());
  }

  /// Reads a transcript in which lines begin with `User:` or `Assistant:`; other lines go on with
  /// the message above them, and what stands before the first speaker is left out. A text without
  /// speakers is one message of the assistant.
  static Talk parse(String transcript) {
    List<Message> messages = new ArrayList<>();
    Role role = Role.SYSTEM;
    StringBuilder text = new StringBuilder();
    for (String line : transcript.lines().toList()) {
      Matcher speaker = SPEAKER.matcher(line);
      if (speaker.matches()) {
        messages.add(new Message(role, text.toString().strip()));
        role = speaker.group(1) != null ? Role.USER : Role.ASSISTANT;
        text.setLength(0);
        text.append(speaker.group(3));
      } else {
        text.append('\n').append(line);
      }
    }
    messages.add(new Message(role == Role.SYSTEM ? Role.ASSISTANT : role, text.toString().strip()));
    return of(messages);
  }

  /// What the user said, in order.
  List<String> user() {
    return said(Role.USER);
  }

  /// What the assistant said, in order.
  List<String> assistant() {
    return said(Role.ASSISTANT);
  }

  private List<String> said(Role role) {
    return messages.stream().filter(m -> m.role() == role).map(Message::content).toList();
  }

  /// The user's first words, or the empty text.
  String firstUser() {
    return user().isEmpty() ? "" : user().getFirst();
  }

  /// The user's last words, or the empty text.
  String lastUser() {
    return user().isEmpty() ? "" : user().getLast();
  }

  /// The assistant's last words, or the empty text.
  String lastReply() {
    return assistant().isEmpty() ? "" : assistant().getLast();
  }

  /// Everything that the assistant said.
  String allReplies() {
    return assistant().stream().collect(Collectors.joining("\n"));
  }

  /// The language of the last user message that has one; Chinese or English.
  Language language() {
    for (String text : user().reversed()) {
      Language language = Language.of(text);
      if (language == Language.ZH || language == Language.EN) {
        return language;
      }
    }
    return Language.EN;
  }

  /// The language in which the user spoke before the last message.
  Language formerLanguage() {
    int last = user().size() - 1;
    if (last < 1) {
      return language();
    }
    return Language.of(user().get(last - 1)) == Language.ZH ? Language.ZH : Language.EN;
  }
}
