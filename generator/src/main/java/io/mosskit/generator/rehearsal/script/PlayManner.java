package io.mosskit.generator.rehearsal.script;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Role play: the character enters, tells, and asks back.
final class PlayManner implements Manner {

  private static final Pattern ENGLISH_ROLE =
      Pattern.compile(
          "\\b(?:you are|you're|pretend to be|role of|part of|act as|playing)\\s+"
              + "((?:an?|the)\\s+[^.,;:!?\\n\"]{3,50})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHINESE_ROLE =
      Pattern.compile("(?:扮演|假装你是|你是|你演|充当|想象你是)(?:一个|一位|一名)?([^，。！？；：\\n“”]{2,16})");

  @Override
  public String open(Scene scene) {
    String enter = scene.say(voice(scene, "enter"));
    String self = scene.chance(0.4) ? scene.say("role.self", role(scene)) : "";
    String focus = onFocus(scene);
    String second = focus.isEmpty() ? tale(scene) : focus;
    String told = scene.book().join(self, tale(scene), second);
    return Scene.paragraphs(enter, told, scene.say(voice(scene, "ask")));
  }

  @Override
  public String goOn(Scene scene, Move move) {
    Book book = scene.book();
    String focus = scene.chance(0.4) ? onFocus(scene) : "";
    String second = focus.isEmpty() ? scene.say("play.beat") : focus;
    String told = book.join(scene.sayOfQuote("role.quote"), tale(scene), second);
    return Scene.paragraphs(told, scene.sayFirst(voice(scene, "ask"), "role.ask.any"));
  }

  @Override
  public String retell(Scene scene) {
    return open(scene);
  }

  private static String tale(Scene scene) {
    return scene.sayFirst(voice(scene, "tale"), "role.tale.any");
  }

  /// A word on the topic, where the talk has one.
  private static String onFocus(Scene scene) {
    return scene.namesTopic()
        ? scene.say("role.focus", Map.of("advice", scene.advice().text(false)))
        : "";
  }

  private static String voice(Scene scene, String part) {
    String list = scene.matter().list();
    return list.startsWith("character.")
        ? "voice." + scene.matter().key() + "." + part
        : "role." + part + ".any";
  }

  private static Map<String, String> role(Scene scene) {
    return Map.of("role", name(scene));
  }

  private static String name(Scene scene) {
    Book book = scene.book();
    Matter matter = scene.matter();
    if (matter.list().startsWith("character.")) {
      return book.lists().get(matter.list()).get(matter.index());
    }
    Pattern pattern = book.isChinese() ? CHINESE_ROLE : ENGLISH_ROLE;
    Matcher named = pattern.matcher(scene.talk().firstUser());
    List<String> any = book.lists().get("role.any");
    return named.find() ? named.group(1).strip() : any.getFirst();
  }
}
