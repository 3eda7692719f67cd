package io.mosskit.docs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeepsModulesApartTest {
  private static final JavaClasses SHIPPED =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.mosskit");

  /// A module and the modules that it may know.
  record Arrows(String module, List<String> known) {
    static Arrows from(String module, String... known) {
      return new Arrows(module, List.of(known));
    }

    String[] allowedPackages() {
      return Stream.concat(Stream.of(module), known.stream())
          .map(Arrows::packages)
          .toArray(String[]::new);
    }

    static String packages(String module) {
      return "io.mosskit." + module + "..";
    }

    @Override
    public String toString() {
      return module + " -> " + known;
    }
  }

  static List<Arrows> arrows() {
    return List.of(
        Arrows.from("schema"),
        Arrows.from("plugins", "schema"),
        Arrows.from("parquet", "schema"),
        Arrows.from("curation", "schema", "plugins"),
        Arrows.from("generator", "schema", "plugins"),
        Arrows.from("inference", "schema", "plugins"),
        Arrows.from("cli", "schema", "plugins", "parquet", "curation", "generator", "inference"));
  }

  @ParameterizedTest
  @MethodSource("arrows")
  void aModuleKnowsOnlyWhatItsArrowsPointTo(Arrows arrows) {
    classes()
        .that()
        .resideInAPackage(Arrows.packages(arrows.module()))
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(arrows.allowedPackages())
                .or(resideOutsideOfPackages("io.mosskit..")))
        .allowEmptyShould(true)
        .check(SHIPPED);
  }

  @Test
  void everyClassBelongsToAModule() {
    String[] modules =
        arrows().stream().map(Arrows::module).map(Arrows::packages).toArray(String[]::new);
    classes().should().resideInAnyPackage(modules).check(SHIPPED);
  }

  @Test
  void packagesOfAModuleFormNoCycle() {
    slices().matching("io.mosskit.(**)").should().beFreeOfCycles().check(SHIPPED);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(SHIPPED.stream().map(JavaClass::getPackage).distinct())
        .filteredOn(shipped -> !shipped.isAnnotatedWith(NullMarked.class))
        .extracting(JavaPackage::getName)
        .isEmpty();
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .check(SHIPPED);
  }

  @Test
  void onlyTheCommandLineWritesToTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.mosskit.cli..")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(SHIPPED);
  }

  @Test
  void onlyInferenceUsesTheIncubatingVectorApi() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.mosskit.inference..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .check(SHIPPED);
  }
}
