package io.mosskit.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every public type and member of the signatures is in the API of the SDK that TORNADOVM_HOME
/// names, with the same types, and static where it is static there.
class MatchesTheSdkTest {

  private static final Path SIGNATURES = Path.of("target", "classes");

  @Test
  void memberByMember() throws Exception {
    String home = System.getenv("TORNADOVM_HOME");
    assumeTrue(home != null, "TORNADOVM_HOME names no SDK to compare with");
    Path jar = api(Path.of(home));
    List<String> missing = new ArrayList<>();
    int compared = 0;
    try (URLClassLoader ours = loader(SIGNATURES);
        URLClassLoader theirs = loader(jar)) {
      for (String name : types()) {
        Class<?> mine = ours.loadClass(name);
        if (!Modifier.isPublic(mine.getModifiers())) {
          continue;
        }
        List<String> real = members(theirs.loadClass(name));
        for (String member : members(mine)) {
          compared++;
          if (!real.contains(member)) {
            missing.add(name + ": " + member);
          }
        }
      }
    }
    assertThat(missing).as("not in " + jar.getFileName()).isEmpty();
    assertThat(compared).isGreaterThan(60);
  }

  private static Path api(Path home) throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("share/java/tornado"))) {
      return jars.filter(jar -> jar.getFileName().toString().startsWith("tornado-api-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static URLClassLoader loader(Path path) throws MalformedURLException {
    URL[] urls = {path.toUri().toURL()};
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  private static List<String> types() throws IOException {
    try (Stream<Path> files = Files.walk(SIGNATURES)) {
      return files
          .map(file -> SIGNATURES.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
          .map(file -> file.substring(0, file.length() - 6).replace('/', '.').replace('\\', '.'))
          .sorted()
          .toList();
    }
  }

  /// What a caller can be compiled against, as text.
  private static List<String> members(Class<?> type) {
    List<String> members = new ArrayList<>();
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isCallable(constructor)) {
        members.add("<init>" + names(constructor.getParameterTypes()));
      }
    }
    for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
      for (Method method : each.getDeclaredMethods()) {
        if (isCallable(method) && !method.isBridge()) {
          members.add(
              kind(method)
                  + method.getReturnType().getName()
                  + " "
                  + method.getName()
                  + names(method.getParameterTypes()));
        }
      }
      for (Field field : each.getDeclaredFields()) {
        if (isCallable(field)) {
          members.add(kind(field) + field.getType().getName() + " " + field.getName());
        }
      }
    }
    return members;
  }

  private static boolean isCallable(Member member) {
    return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
        && !member.isSynthetic();
  }

  private static String kind(Member member) {
    return Modifier.isStatic(member.getModifiers()) ? "static " : "";
  }

  private static String names(Class<?>[] types) {
    return Arrays.stream(types).map(Class::getName).collect(Collectors.joining(", ", "(", ")"));
  }
}
