package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Execution;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.Round;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Receipt;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A corpus that was executed here is executed again by a fresh virtual machine with another
/// locale, time zone, charset and hashing, and audited to the same bytes.
class AuditsAlikeOnAnotherJvmTest {

  private static final List<String> ARGUMENTS =
      List.of("1234.5*2", "sqrt(2)", "10/3", "7/0", "2^100", "sin(1)", "0.1+0.2", "1e300*1e10");
  private static final List<String> EQUATIONS = List.of("x^2=2", "3*x=7", "x+y=9;x-y=1", "x=x+1");

  @TempDir Path folder;

  private static Conversation executed(String plugin, String argument) {
    PluginCall call = new PluginCall(plugin, argument);
    Round round =
        Round.of(List.of(call), Plugins.installed(), Limits.DEFAULT, InstantSource.system());
    List<Receipt> receipts = round.executions().stream().map(Execution::receipt).toList();
    Results.Blocks results = (Results.Blocks) round.results();
    Conversation dialogue =
        Conversation.of(
            plugin + " " + argument,
            MetaInstruction.sevenLines(
                Set.of(
                    Capability.INNER_THOUGHTS, Capability.CALCULATOR, Capability.EQUATION_SOLVER)),
            List.of(
                Turn.withPlugins(
                    1,
                    List.of(
                        "请算 " + argument + "，谢谢。",
                        "I ask the tool. 问工具。",
                        Commands.body(List.of(call)),
                        Results.body(results.blocks()),
                        "İstanbul: 抱歉，请看上面的结果，I cannot say 17 more."))));
    Lineage none = Lineage.NONE;
    return new Lineage(
            none.seeds(), none.parents(), null, null, none.requests(), receipts, none.verdicts())
        .writeTo(dialogue);
  }

  private Path corpus() throws Exception {
    List<String> lines = new ArrayList<>();
    for (String argument : ARGUMENTS) {
      lines.add(Dialogues.line(executed("Calculate", argument)));
    }
    for (String equation : EQUATIONS) {
      lines.add(Dialogues.line(executed("Solve", equation)));
    }
    String forged = Dialogues.line(executed("Calculate", "6*7")).replace("'42'", "'43'");
    lines.add(forged);
    return Dialogues.writeLines(folder.resolve("executed.jsonl"), lines);
  }

  @Test
  void theSameBytesInAnyLocaleZoneCharsetAndHashing() throws Exception {
    Path corpus = corpus();
    Audit here = audit(corpus, "here", List.of("-Duser.language=en", "-Duser.timezone=UTC"));
    Audit there =
        audit(
            corpus,
            "there",
            List.of(
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Chatham",
                "-Dfile.encoding=ISO-8859-1",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:hashCode=2"));
    assertThat(there).isEqualTo(here);
    assertThat(here.counts())
        .contains("\"dialogues\":13")
        .contains("\"different\":1")
        .contains("\"receipts\":{\"equal\":13}");
  }

  /// What an audit wrote, byte for byte as Latin-1.
  private record Audit(String counts, String table, String findings) {}

  private Audit audit(Path corpus, String name, List<String> options) throws Exception {
    Path out = folder.resolve(name + ".json");
    Path csv = folder.resolve(name + ".csv");
    Path findings = folder.resolve(name + ".jsonl");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Mosskit.class.getName()));
    command.addAll(List.of("audit", corpus.toString(), "--json", "--replay"));
    command.addAll(List.of("--csv", csv.toString(), "--findings", findings.toString()));
    ProcessBuilder process = new ProcessBuilder(command).redirectOutput(out.toFile());
    process.environment().put("LC_ALL", "C");
    int code = process.redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    assertThat(code).isEqualTo(ExitCode.FOUND.number());
    return new Audit(latin1(out), latin1(csv), latin1(findings));
  }

  private static String latin1(Path file) throws Exception {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
