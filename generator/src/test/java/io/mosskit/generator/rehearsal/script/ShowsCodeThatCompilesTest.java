package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class ShowsCodeThatCompilesTest {

  @Test
  void everyJavaSnippetCompiles() throws Exception {
    Snippets snippets = Snippets.read();
    String methods =
        snippets.names().stream()
            .filter(name -> name.endsWith(" Java"))
            .map(name -> snippets.get(name.substring(0, name.indexOf(' ')), "Java"))
            .collect(Collectors.joining("\n\n"));
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null, null, problems, List.of("-proc:none"), null, List.of(source(methods)));
    task.analyze();
    assertThat(problems.getDiagnostics()).isEmpty();
  }

  private static JavaFileObject source(String methods) {
    return new SimpleJavaFileObject(URI.create("string:///All.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return "import java.util.*;\n\nclass All {\n" + methods + "\n}\n";
      }
    };
  }
}
