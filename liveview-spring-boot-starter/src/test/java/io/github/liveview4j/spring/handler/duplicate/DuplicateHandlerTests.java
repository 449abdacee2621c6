package io.github.liveview4j.spring.handler.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.handler.HandlerMappingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The start of an application in which two methods answer to one name. */
@ExtendWith(OutputCaptureExtension.class)
class DuplicateHandlerTests {

    @Test
    @DisplayName("D57, S1: two handlers of one name stop the start, in words")
    void theStartIsStoppedAndSaysInWordsWhichMethodsAndWhatToDo(CapturedOutput output) {
        SpringApplication application = new SpringApplication(DuplicateApplication.class);

        assertThatExceptionOfType(HandlerMappingException.class).isThrownBy(() -> application.run("--server.port=0"));

        String first = DuplicateApplication.First.class.getName() + ".one";
        String second = DuplicateApplication.Second.class.getName() + ".two";
        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("Two methods answer the event 'same_name': " + first + " and " + second + ".")
                .contains("Give one of them another name in @LiveViewHandler, or remove it.");
    }
}
