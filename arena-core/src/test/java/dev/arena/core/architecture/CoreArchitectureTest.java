package dev.arena.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.arena.core.model.Vote;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for arena-core, and every rule bites: it fails on a class made to break it. */
class CoreArchitectureTest {
    private static final String ROOT = "dev.arena.core";
    private static final String VIOLATIONS = "dev.arena.violations.core";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(VIOLATIONS);

    @ParameterizedTest
    @MethodSource("names")
    void rule_mainClasses_holds(String name) {
        Objects.requireNonNull(CoreRules.under(ROOT).get(name)).check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("names")
    void rule_plantedViolation_bites(String name) {
        assertThatThrownBy(
                        () -> Objects.requireNonNull(CoreRules.under(VIOLATIONS).get(name))
                                .check(BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated");
    }

    @Test
    void packages_all_areNullMarked() {
        Set<JavaPackage> packages =
                MAIN.get(Vote.class).getPackage().getParent().orElseThrow().getSubpackagesInTree();

        assertThat(packages).isNotEmpty();
        assertThat(packages.stream().filter(p -> !p.getClasses().isEmpty()))
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as(p.getName())
                        .isTrue());
    }

    static Stream<String> names() {
        return CoreRules.under(ROOT).keySet().stream();
    }
}
