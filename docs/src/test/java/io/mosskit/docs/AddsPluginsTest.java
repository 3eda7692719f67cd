package io.mosskit.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.mosskit.cli.Mosskit;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The plugin of docs/plugins.md, from its source to its first answer.
class AddsPluginsTest {

  @TempDir Path folder;

  @Test
  void thePluginOfThePageIsFoundAndCalled() throws Exception {
    Path classes = compiled();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, Thread.currentThread().getContextClassLoader())) {
      assertThat(mosskit(loader, "plugins")).contains("Weather(city)", "the sky over a city");
      assertThat(mosskit(loader, "plugins", "call", "Weather(\"北京\")"))
          .contains("Weather(\"北京\") => '晴 sunny'", "\"plugin\":\"Weather\"");
      assertThat(mosskit(loader, "plugins", "call", "Weather(\"Atlantis\")"))
          .contains("No result: no city is named 'Atlantis'");
    }
  }

  private Path compiled() throws IOException {
    Page page = Page.read(Checkout.ROOT.resolve("docs/plugins.md"));
    Path source = Files.writeString(folder.resolve("Weather.java"), page.blocks("java").getFirst());
    Path classes = Files.createDirectory(folder.resolve("weather"));
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    StringWriter complaints = new StringWriter();
    boolean success =
        ToolProvider.getSystemJavaCompiler()
            .getTask(
                complaints,
                null,
                null,
                List.of("-Xlint:all", "-proc:none", "-cp", classPath, "-d", classes.toString()),
                null,
                ToolProvider.getSystemJavaCompiler()
                    .getStandardFileManager(null, null, null)
                    .getJavaFileObjects(source))
            .call();
    assertThat(success).as(complaints.toString()).isTrue();
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("io.mosskit.plugins.Plugin"), "example.Weather\n");
    return classes;
  }

  private static String mosskit(ClassLoader plugins, String... words) {
    Thread thread = Thread.currentThread();
    ClassLoader own = thread.getContextClassLoader();
    StringWriter out = new StringWriter();
    thread.setContextClassLoader(plugins);
    try {
      Mosskit.run(new PrintWriter(out), new PrintWriter(out), words);
    } finally {
      thread.setContextClassLoader(own);
    }
    return out.toString();
  }

  @Test
  void theLauncherPutsTheJarsThatAreNamedBehindItsOwn() throws Exception {
    String plugins = "我的 plugins/weather.jar:/opt/two.jar";
    assertThat(launched("MOSSKIT_PLUGINS", plugins))
        .containsSubsequence("-cp", folder + "/cli/target/mosskit.jar:" + plugins)
        .containsSubsequence("io.mosskit.cli.Mosskit", "plugins");
    assertThat(launched("MOSSKIT_PLUGINS", ""))
        .containsSubsequence("-cp", folder + "/cli/target/mosskit.jar", "io.mosskit.cli.Mosskit");
  }

  /// What the launcher hands to a Java that prints it.
  private List<String> launched(String variable, String value) throws Exception {
    assumeTrue(File.separatorChar == '/', "the launcher is a shell script");
    Files.createDirectories(folder.resolve("cli/target"));
    for (String file : List.of("cli/target/mosskit.jar", "cli/target/mosskit.built")) {
      Files.writeString(folder.resolve(file), "");
    }
    script("mosskit", Files.readString(Checkout.ROOT.resolve("mosskit")));
    script("bin/find-jdk", Files.readString(Checkout.ROOT.resolve("bin/find-jdk")));
    script("jdk/bin/javac", "#!/bin/sh\n");
    script("jdk/bin/java", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25\"\n");
    Path output = folder.resolve("output.txt");
    ProcessBuilder launcher =
        new ProcessBuilder("sh", folder.resolve("mosskit").toString(), "plugins")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile());
    launcher.environment().put("MOSSKIT_JAVA_HOME", folder.resolve("jdk").toString());
    launcher.environment().put(variable, value);
    Process process = launcher.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return Files.readAllLines(output);
  }

  private void script(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
