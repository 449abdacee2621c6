package io.github.liveview4j.examples.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageTemplateTests {

    private static String written(MessageTemplate template, long n, long seq) {
        byte[] target = new byte[template.longest()];
        return new String(target, 0, template.write(target, n, seq), StandardCharsets.UTF_8);
    }

    @Test
    void gapsAreFilledAndOtherBracesStay() {
        MessageTemplate template =
                new MessageTemplate("{\"id\":{n},\"done\":{done},\"data\":{},\"t\":\"@@{seq}@@{pad}\"}", 3);

        assertThat(written(template, 10, 0)).isEqualTo("{\"id\":10,\"done\":9,\"data\":{},\"t\":\"@@0@@xxx\"}");
        assertThat(written(template, 1, Long.MAX_VALUE))
                .isEqualTo("{\"id\":1,\"done\":0,\"data\":{},\"t\":\"@@9223372036854775807@@xxx\"}");
    }
}
