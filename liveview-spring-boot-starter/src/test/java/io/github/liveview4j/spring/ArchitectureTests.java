package io.github.liveview4j.spring;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.liveview4j.spring.autoconfigure.LiveViewAutoConfiguration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may use whom, as the design says. */
class ArchitectureTests {

    private static final String CORE = "io.github.liveview4j";
    private static final String STARTER = "io.github.liveview4j.spring";

    /** The classes of this module and of no other: what was compiled beside the auto-configuration. */
    private static final JavaClasses MODULE = new ClassFileImporter()
            .importUrl(LiveViewAutoConfiguration.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation());

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage(CORE + "..");

    @Test
    void theModuleIsHere() {
        assertThat(MODULE.contain(LiveViewAutoConfiguration.class)).isTrue();
        assertThat(MODULE.contain(getClass())).isFalse();
    }

    @Test
    void everyClassIsBelowThePackageOfTheStarter() {
        classes().should().resideInAPackage(STARTER + ".(*)..").check(MODULE);
    }

    @Test
    void nobodyKnowsTheAutoConfiguration() {
        noClasses()
                .that()
                .resideOutsideOfPackage(STARTER + ".autoconfigure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(STARTER + ".autoconfigure..")
                .check(MODULE);
    }

    /** A dot alone stands for the root package of core. */
    @ParameterizedTest
    @CsvSource({
        "websocket, . limit protocol session dispatch room spring.request",
        "thymeleaf, . render spring.request spring.page",
        "page, . protocol room spring.request",
        "assets, ''",
        "handler, . handler dispatch spring.request spring.scope",
        "scope, . dispatch spring.request",
        "request, . room",
        "method, . handler dispatch protocol spring.request",
        "redis, . protocol session room broadcast",
        "security, . protocol handler dispatch spring.request spring.handler spring.session",
        "session, . dispatch spring.request",
        "transaction, . room broadcast",
        "persistence, spring.request",
        "view, . render spring.request spring.page"
    })
    void aPackageUsesOnlyWhatTheDesignGivesIt(String name, String allowed) {
        String[] packages = Stream.concat(
                        Stream.of(STARTER + "." + name),
                        Arrays.stream(allowed.split(" "))
                                .filter(part -> !part.isEmpty())
                                .map(part -> part.equals(".") ? CORE : CORE + "." + part))
                .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage(STARTER + "." + name + "..")
                .should()
                .dependOnClassesThat(OURS.and(not(resideInAnyPackage(packages))))
                .check(MODULE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(STARTER + ".(*)..").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void jacksonAndClassGraphAreLeftToCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..", "io.github.classgraph..")
                .check(MODULE);
    }

    @Test
    void templatesAndUsersAreEachLeftToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackages(STARTER + ".thymeleaf..", STARTER + ".autoconfigure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.thymeleaf..")
                .check(MODULE);
        noClasses()
                .that()
                .resideOutsideOfPackages(STARTER + ".security..", STARTER + ".autoconfigure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.security..")
                .check(MODULE);
    }

    @Test
    void transactionsAreLeftToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackages(STARTER + ".transaction..", STARTER + ".autoconfigure..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework.transaction..")
                .check(MODULE);
        noClasses()
                .that()
                .resideOutsideOfPackage(STARTER + ".autoconfigure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.orm..", "jakarta.persistence..")
                .check(MODULE);
    }

    @Test
    void reactiveTypesAreLeftToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackages(STARTER + ".method..", STARTER + ".autoconfigure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.reactivestreams..", "reactor..")
                .check(MODULE);
    }

    @Test
    void redisIsLeftToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackages(STARTER + ".redis..", STARTER + ".autoconfigure..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.data.redis..", "io.lettuce..")
                .check(MODULE);
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        JavaPackage starter = MODULE.getPackage(STARTER);

        assertThat(starter.getSubpackagesInTree().stream()
                        .filter(each -> !each.getClasses().isEmpty()))
                .hasSizeGreaterThan(5)
                .allMatch(each -> each.isAnnotatedWith(NullMarked.class));
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(MODULE);
    }
}
