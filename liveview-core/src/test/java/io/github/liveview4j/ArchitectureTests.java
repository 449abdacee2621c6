package io.github.liveview4j;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.liveview4j.handler.HandlerScanner;
import io.github.liveview4j.protocol.JacksonMessageCodec;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the code may depend on; each rule also says that there is something for it to look at. */
class ArchitectureTests {

    private static final String ROOT = "io.github.liveview4j";
    private static final List<String> PACKAGES = Stream.of(
                    "", ".limit", ".protocol", ".session", ".room", ".handler", ".render", ".broadcast", ".dispatch")
            .map(name -> ROOT + name)
            .toList();
    private static final String JACKSON = "tools.jackson";
    private static final String CLASS_GRAPH = "io.github.classgraph";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static boolean uses(Class<?> type, String packageName) {
        return MAIN.get(type).getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency ->
                        dependency.getTargetClass().getPackageName().startsWith(packageName));
    }

    private static void mayImportOnly(String name, String... others) {
        String own = ROOT + name;
        assertThat(MAIN).filteredOn(type -> type.getPackageName().equals(own)).isNotEmpty();
        String[] allowed = Stream.concat(Stream.of(own), Stream.of(others).map(other -> ROOT + other))
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage(ROOT + "..").or(resideInAnyPackage(allowed)))
                .check(MAIN);
    }

    @Test
    void theseAreAllPackagesAndNoTestIsAmongTheClasses() {
        assertThat(MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(PACKAGES);
        assertThat(MAIN).extracting(JavaClass::getSimpleName).noneMatch(name -> name.endsWith("Tests"));
    }

    @Test
    void knowsNoFramework() {
        assertThat(MAIN).isNotEmpty();
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "javax.servlet..", "javax.websocket..")
                .check(MAIN);
    }

    @Test
    void knowsJacksonOnlyInTheProtocol() {
        assertThat(uses(JacksonMessageCodec.class, JACKSON)).isTrue();
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".protocol")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(JACKSON + "..", "com.fasterxml.jackson..")
                .check(MAIN);
    }

    @Test
    void knowsClassGraphOnlyInTheScanner() {
        assertThat(uses(HandlerScanner.class, CLASS_GRAPH)).isTrue();
        noClasses()
                .that()
                .doNotBelongToAnyOf(HandlerScanner.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(CLASS_GRAPH + "..")
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return PACKAGES.contains(type.getPackageName())
                                ? SliceIdentifier.of(type.getPackageName())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void theApiImportsNothingOfOurs() {
        mayImportOnly("");
    }

    @Test
    void sessionsAndLimitsImportNothingOfOurs() {
        mayImportOnly(".limit");
        mayImportOnly(".session");
    }

    @Test
    void protocolHandlersAndRenderingImportTheApiOnly() {
        mayImportOnly(".protocol", "");
        mayImportOnly(".handler", "");
        mayImportOnly(".render", "");
    }

    @Test
    void roomsKnowSessionsAndTheWire() {
        mayImportOnly(".room", "", ".protocol", ".session");
    }

    @Test
    void broadcastsDoNotKnowHandlersAndTheDispatcher() {
        mayImportOnly(".broadcast", "", ".limit", ".protocol", ".session", ".render", ".room");
    }

    @Test
    void theDispatcherDoesNotKnowHowBroadcastsTravel() {
        mayImportOnly(".dispatch", "", ".limit", ".limit", ".protocol", ".session", ".handler", ".render", ".room");
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(PACKAGES)
                .allSatisfy(name -> assertThat(MAIN.getPackage(name).isAnnotatedWith(NullMarked.class))
                        .isTrue());
    }

    @Test
    void noNameIsWithoutAMeaning() {
        assertThat(MAIN).isNotEmpty();
        noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager)").check(MAIN);
    }
}
