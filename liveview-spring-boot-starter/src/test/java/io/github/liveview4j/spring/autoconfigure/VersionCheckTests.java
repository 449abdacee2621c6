package io.github.liveview4j.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveview4j.spring.autoconfigure.LibraryVersions.Found;
import io.github.liveview4j.spring.autoconfigure.LiveViewProperties.VersionChecking;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.SpringFactoriesLoader;

@ExtendWith(OutputCaptureExtension.class)
class VersionCheckTests {

    private static final VersionFloor FLOOR =
            new VersionFloor("Tomcat", "tomcat.version", "11.0.26", "holes (CVE-1-2)");

    private static List<Found> found(@Nullable String version) {
        return List.of(new Found(FLOOR, version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.0.25", "11.0.9", "11.0.25.0", "11.0.2-M1", "10.1.99", "9.0.119", "11.0.25.RELEASE"})
    void anOldVersionStopsTheStart(String version) {
        assertThatThrownBy(() -> VersionCheck.run(found(version), VersionChecking.FAIL))
                .isInstanceOf(OldVersionException.class)
                .hasMessage("Expected Tomcat 11.0.26 or newer, got " + version + "; older ones have holes (CVE-1-2).");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11.0.26",
                "11.0.26.0",
                "11.0.27",
                "11.0.100",
                "11.1.0",
                "12.0.0-M1",
                "11.0.26-SNAPSHOT",
                "26.1.1.X"
            })
    void aNewVersionIsFine(String version) {
        VersionCheck.run(found(version), VersionChecking.FAIL);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "unknown", "11", "11.0", "11.0.x", "v11.0.1", "99999999999.0.0"})
    void aVersionThatIsNotKnownIsNoReasonToComplain(@Nullable String version) {
        VersionCheck.run(found(version), VersionChecking.FAIL);
    }

    @Test
    void itIsAWarningOrNothingWhereTheApplicationSaysSo(CapturedOutput output) {
        VersionCheck.run(found("11.0.1"), VersionChecking.OFF);
        assertThat(output).doesNotContain("Tomcat 11.0.26");
        VersionCheck.run(found("11.0.1"), VersionChecking.WARN);
        assertThat(output).contains("WARN", "Expected Tomcat 11.0.26 or newer, got 11.0.1", "liveview.version-check");
    }

    @Test
    void theStartSaysWhatToDo() {
        OldVersionException failure = new OldVersionException(found("11.0.1"));
        FailureAnalysis analysis =
                SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, (type, name, e) -> {})
                        .stream()
                        .map(analyzer -> analyzer.analyze(new IllegalStateException("wrapped", failure)))
                        .filter(found -> found != null)
                        .findFirst()
                        .orElseThrow();
        assertThat(analysis.getDescription()).contains("Expected Tomcat 11.0.26 or newer, got 11.0.1");
        assertThat(analysis.getAction()).contains("Update Spring Boot", "tomcat.version", "liveview.version-check");
    }

    @ParameterizedTest
    @CsvSource({"Spring Framework, 7.0.8", "Tomcat, 11.0.26", "Thymeleaf, 3.1.5"})
    void theLibrariesSayTheirVersionsThemselves(String library, String oldest) {
        Found found = LibraryVersions.of(getClass().getClassLoader()).stream()
                .filter(each -> each.floor().library().equals(library))
                .findFirst()
                .orElseThrow();
        assertThat(found.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(found.floor().oldest()).isEqualTo(oldest);
        assertThat(found.floor().isAbove(found.version())).isFalse();
        assertThat(found.floor().isAbove("1.0.0")).isTrue();
    }

    @Test
    void whatIsNotOnTheClassPathIsNotAsked() {
        assertThat(LibraryVersions.of(new FilteredClassLoader("org.apache.catalina", "org.thymeleaf")))
                .extracting(each -> each.floor().library())
                .containsExactly("Spring Framework");
    }
}
