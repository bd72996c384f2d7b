package dev.arena.core.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The rules of the house for arena-core, over any root package: the real one, and one of classes that break each rule on purpose.
 */
final class CoreRules {
    private CoreRules() {}

    /** Rules by name. */
    static Map<String, ArchRule> under(String root) {
        Map<String, ArchRule> rules = new TreeMap<>();
        addBorders(rules, root);
        addNarrowBorders(rules, root);
        addManners(rules, root);
        return rules;
    }

    private static void addBorders(Map<String, ArchRule> rules, String root) {
        rules.put(
                "the model depends on the JDK only",
                classes()
                        .that()
                        .resideInAPackage(root + ".model..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java.lang..",
                                "java.time..",
                                "java.util..",
                                "java.nio.charset..",
                                "java.security..",
                                "org.jspecify..",
                                root + ".model.."));
        rules.put(
                "SQL stays behind the store",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackage(root + ".store.sql..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.sql..",
                                "javax.sql..",
                                "org.jdbi..",
                                "org.sqlite..",
                                "org.flywaydb..",
                                "com.zaxxer.."));
    }

    private static void addNarrowBorders(Map<String, ArchRule> rules, String root) {
        rules.put(
                "only judges over HTTP talk to the network",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackage(root + ".judge.http..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.net.http..", "javax.net.."));
        rules.put(
                "only judges that are programs start any",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .and()
                        .resideOutsideOfPackage(root + ".judge.command..")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(ProcessBuilder.class, Process.class)
                        .orShould()
                        .callMethod(Runtime.class, "exec", String[].class));
        rules.put(
                "writers see snapshots, no store, no judge, no clock",
                noClasses()
                        .that()
                        .resideInAPackage(root + ".export..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                root + ".store..",
                                root + ".judge..",
                                root + ".tournament..",
                                root + ".battle..",
                                root + ".exchange..",
                                "java.time.."));
    }

    private static void addManners(Map<String, ArchRule> rules, String root) {
        rules.put(
                "packages form no cycle",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put(
                "no static field can change",
                fields().that()
                        .areDeclaredInClassesThat()
                        .resideInAPackage(root + "..")
                        .and()
                        .areStatic()
                        .should()
                        .haveModifier(JavaModifier.FINAL));
        rules.put(
                "clock and chance are constructor arguments",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .callMethod(System.class, "currentTimeMillis")
                        .orShould()
                        .callMethod(Instant.class, "now")
                        .orShould()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(Math.class, "random")
                        .orShould()
                        .callConstructor(Random.class));
    }
}
