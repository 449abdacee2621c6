package io.github.liveview4j.test;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who may use whom. */
class ArchitectureTests {

    private static final String TEST = "io.github.liveview4j.test";

    /** The classes of this module and of no other: what was compiled beside the tester. */
    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(
                    LiveViewTester.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void theModuleIsHere() {
        assertThat(MODULE.contain(LiveViewTester.class)).isTrue();
        assertThat(MODULE.contain(getClass())).isFalse();
    }

    @Test
    void whatABrowserDoesKnowsNeitherSpringNorLiveView() {
        noClasses()
                .that()
                .resideInAPackage(TEST + ".html..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        .or(resideInAPackage("io.github.liveview4j..")
                                .and(resideInAPackage(TEST + ".html..").negate())))
                .check(MODULE);
    }

    @Test
    void securityIsLeftToOneClass() {
        noClasses()
                .that()
                .doNotHaveSimpleName("SignedIn")
                .and()
                .doNotHaveSimpleName("Support")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.security..")
                .check(MODULE);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(MODULE.getPackage(TEST).isAnnotatedWith(NullMarked.class)).isTrue();
        assertThat(MODULE.getPackage(TEST + ".html").isAnnotatedWith(NullMarked.class))
                .isTrue();
    }
}
