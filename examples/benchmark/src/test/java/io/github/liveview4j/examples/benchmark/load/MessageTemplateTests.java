package io.github.liveview4j.examples.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MessageTemplateTests {

    private static String written(MessageTemplate template, long id, long n, long seq) {
        byte[] target = new byte[template.longest()];
        return new String(target, 0, template.write(target, id, n, seq), StandardCharsets.UTF_8);
    }

    @Test
    void gapsAreFilledAndOtherBracesStay() {
        MessageTemplate template =
                new MessageTemplate("{\"id\":{n},\"done\":{done},\"data\":{},\"t\":\"@@{seq}@@{pad}\",{id}}", 3);

        assertThat(written(template, 12_345, 10, 0))
                .isEqualTo("{\"id\":10,\"done\":9,\"data\":{},\"t\":\"@@0@@xxx\",12345}");
        assertThat(written(template, 1, 1, Long.MAX_VALUE))
                .isEqualTo("{\"id\":1,\"done\":0,\"data\":{},\"t\":\"@@9223372036854775807@@xxx\",1}");
    }
}
