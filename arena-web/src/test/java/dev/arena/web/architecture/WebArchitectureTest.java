package dev.arena.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for arena-web, and every rule bites: it fails on a class made to break it. */
class WebArchitectureTest {
    private static final String ROOT = "dev.arena.web";
    private static final String VIOLATIONS = "dev.arena.violations.web";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(VIOLATIONS);

    private static Map<String, ArchRule> under(String root) {
        Map<String, ArchRule> rules = new TreeMap<>();
        rules.put(
                "commands know no web framework",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".cli..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty.."));
        rules.put(
                "the server knows no command line",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".api..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("picocli..", root + ".cli.."));
        rules.put(
                "no SQL in the web module",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.sql..", "org.jdbi..", "org.sqlite..", "org.flywaydb.."));
        rules.put(
                "no static field can change",
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(root + "..")
                        .and()
                        .areStatic()
                        .should()
                        .haveModifier(JavaModifier.FINAL));
        return rules;
    }

    @ParameterizedTest
    @MethodSource("names")
    void rule_mainClasses_holds(String name) {
        Objects.requireNonNull(under(ROOT).get(name)).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("names")
    void rule_plantedViolation_bites(String name) {
        assertThatThrownBy(() ->
                        Objects.requireNonNull(under(VIOLATIONS).get(name)).check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated");
    }

    @Test
    void packages_all_areNullMarked() {
        assertThat(MAIN.stream().map(JavaClass::getPackage).distinct())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as(p.getName())
                        .isTrue());
    }

    @Test
    void packages_none_isSplitOverModules() {
        Set<String> here = packages(MAIN);
        JavaClasses others = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.arena.core", "dev.arena.ratings");

        assertThat(packages(others)).isNotEmpty().doesNotContainAnyElementsOf(here);
    }

    private static Set<String> packages(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    static Stream<String> names() {
        return under(ROOT).keySet().stream();
    }
}
