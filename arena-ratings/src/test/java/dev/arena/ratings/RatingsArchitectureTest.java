package dev.arena.ratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The rules of the module, and for each a class that breaks it. */
class RatingsArchitectureTest {
    private static final String BASE = "dev.arena.ratings";
    private static final String BAD = "dev.arena.ratings.fixture";

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);
    private final JavaClasses bad = new ClassFileImporter().importPackages(BAD);

    @Test
    void main_everyRule_holds() {
        assertThat(main.size()).isGreaterThan(50);
        RatingsRules.onlyAllowedLibraries().check(main);
        RatingsRules.noInputOutputOrClock().check(main);
        RatingsRules.noPrinting().check(main);
        RatingsRules.familiesAreIndependent(BASE).check(main);
        RatingsRules.internalStaysInside(BASE).check(main);
        RatingsRules.noCycles(BASE).check(main);
        RatingsRules.noStaticMutableState().check(main);
        RatingsRules.publicTypesLiveInNullMarkedPackages().check(main);
    }

    @Test
    void onlyAllowedLibraries_otherLibrary_bites() {
        assertBites(RatingsRules.onlyAllowedLibraries(), "UsesAnotherLibrary");
    }

    @Test
    void noInputOutputOrClock_fileOrClock_bites() {
        assertBites(RatingsRules.noInputOutputOrClock(), "ReadsAFile");
        assertBites(RatingsRules.noInputOutputOrClock(), "ReadsTheClock");
    }

    @Test
    void noPrinting_systemOut_bites() {
        assertBites(RatingsRules.noPrinting(), "Prints");
    }

    @Test
    void familiesAreIndependent_oneFamilyUsesAnother_bites() {
        assertBites(RatingsRules.familiesAreIndependent(BAD), "KnowsAnotherFamily");
    }

    @Test
    void internalStaysInside_outsideClass_bites() {
        assertBites(RatingsRules.internalStaysInside(BAD + ".bradleyterry"), "SharedNumerics");
    }

    @Test
    void noCycles_twoPackagesUseEachOther_bites() {
        assertBites(RatingsRules.noCycles(BAD), "Cycle detected");
    }

    @Test
    void noStaticMutableState_fieldArrayOrCollection_bites() {
        assertBites(RatingsRules.noStaticMutableState(), "Remembers.counter");
        assertBites(RatingsRules.noStaticMutableState(), "Remembers.CACHE");
        assertBites(RatingsRules.noStaticMutableState(), "Remembers.SHARED");
    }

    @Test
    void publicTypesLiveInNullMarkedPackages_unmarkedPackage_bites() {
        assertBites(RatingsRules.publicTypesLiveInNullMarkedPackages(), "NotMarked");
    }

    private void assertBites(ArchRule rule, String culprit) {
        assertThatThrownBy(() -> rule.check(bad))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }
}
