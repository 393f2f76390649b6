package dev.assay.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Holds the arrows between the modules: all of them point towards {@code core}, and only {@code
 * pipeline} knows the rooms.
 */
class ArchitectureTest {

  private static final List<String> ROOMS = List.of("data", "trees", "text", "registry", "report");
  private static final List<String> MODULES =
      Stream.concat(Stream.of("core", "pipeline", "cli"), ROOMS.stream()).toList();

  private static final JavaClasses ASSAY =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.assay");

  /** Without this the rules below would pass on a class path that lacks what they are about. */
  @ParameterizedTest
  @FieldSource("MODULES")
  void every_module_that_has_sources_is_looked_at(String module) throws IOException {
    assertThat(classNamesOf(module)).containsAll(sourceNamesOf(module));
  }

  @Test
  void core_pipeline_and_command_line_are_not_empty() {
    assertThat(MODULES)
        .filteredOn(module -> !classNamesOf(module).isEmpty())
        .contains("core", "pipeline", "cli");
  }

  @Test
  void core_knows_the_jdk_jspecify_and_slf4j_only() {
    classes()
        .that()
        .resideInAPackage(packagesOf("core"))
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(packagesOf("core"), "java..", "org.jspecify..", "org.slf4j..")
        .check(ASSAY);
  }

  @Test
  void core_reads_and_writes_nothing() {
    noClasses()
        .that()
        .resideInAPackage(packagesOf("core"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.nio.file..", "java.nio.channels..", "java.net..", "java.sql..")
        .check(ASSAY);
  }

  @ParameterizedTest
  @FieldSource("ROOMS")
  void a_room_knows_nothing_of_assay_but_itself_and_the_core(String room) {
    noClasses()
        .that()
        .resideInAPackage(packagesOf(room))
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.assay..")
                .and(not(resideInAnyPackage(packagesOf(room), packagesOf("core")))))
        .allowEmptyShould(true)
        .check(ASSAY);
  }

  @Test
  void nothing_knows_the_command_line() {
    noClasses()
        .that()
        .resideOutsideOfPackage(packagesOf("cli"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(packagesOf("cli"))
        .check(ASSAY);
  }

  @Test
  void boosted_trees_stay_in_their_room() {
    onlyIn(List.of("trees"), "ml.dmlc..");
    onlyIn(List.of("trees", "text"), "de.bwaldvogel..");
  }

  @Test
  void databases_stay_in_the_rooms_that_keep_data() {
    onlyIn(List.of("data"), "org.duckdb..");
    onlyIn(List.of("registry"), "org.jdbi..", "org.flywaydb..", "org.sqlite..", "org.postgresql..");
    onlyIn(List.of("data", "registry"), "java.sql..", "javax.sql..");
  }

  @Test
  void DuckDB_is_met_in_one_package_and_the_packages_of_data_depend_one_way() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.assay.data.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.duckdb..")
        .check(ASSAY);
    slices().matching("dev.assay.data.(*)..").should().beFreeOfCycles().check(ASSAY);
  }

  @Test
  void the_terminal_belongs_to_the_command_line() {
    onlyIn(List.of("cli"), "picocli..", "me.tongfei..", "org.jline..");
    noClasses()
        .that()
        .resideOutsideOfPackage(packagesOf("cli"))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(ASSAY);
  }

  @Test
  void every_package_says_that_nothing_is_null_unless_marked() {
    assertThat(packages())
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(each.isAnnotatedWith(NullMarked.class))
                    .as("%s has a package-info.java with @NullMarked", each.getName())
                    .isTrue());
  }

  @Test
  void no_package_or_class_is_named_after_being_useful_in_general() {
    Set<String> vague = Set.of("util", "utils", "common", "commons", "helper", "helpers", "misc");
    assertThat(packages()).noneMatch(each -> vague.contains(each.getRelativeName()));
    assertThat(ASSAY)
        .extracting(JavaClass::getSimpleName)
        .noneMatch(name -> name.matches(".*(Utils?|Helper|Manager)"));
  }

  private static void onlyIn(List<String> modules, String... packages) {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            modules.stream().map(ArchitectureTest::packagesOf).toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages)
        .check(ASSAY);
  }

  private static List<JavaPackage> packages() {
    return ASSAY.stream().map(JavaClass::getPackage).distinct().toList();
  }

  private static List<String> classNamesOf(String module) {
    return ASSAY.that(resideInAPackage(packagesOf(module))).stream()
        .map(JavaClass::getName)
        .toList();
  }

  private static List<String> sourceNamesOf(String module) throws IOException {
    Path sources = Path.of("..", module, "src", "main", "java");
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .map(file -> sources.relativize(file).toString())
          .filter(file -> file.endsWith(".java") && !file.endsWith("package-info.java"))
          .map(file -> file.replace(".java", "").replace('/', '.').replace('\\', '.'))
          .toList();
    }
  }

  private static String packagesOf(String module) {
    return "dev.assay." + module + "..";
  }
}
