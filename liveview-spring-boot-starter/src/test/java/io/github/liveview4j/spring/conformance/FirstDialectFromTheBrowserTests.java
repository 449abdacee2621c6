package io.github.liveview4j.spring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.liveview4j.spring.websocket.RawWebSocket;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a client sends that follows table 1.3 and offers no subprotocol. */
@ConformanceTest
@DisplayName("v1, 1.3 from the browser")
class FirstDialectFromTheBrowserTests {

    @LocalServerPort
    private int port;

    private final String room = UUID.randomUUID().toString();
    private RawWebSocket page;

    @BeforeEach
    void openPage() {
        page = RawWebSocket.v1(port, "/ws/liveview/" + room + "/");
        assertThat(page.status()).isEqualTo(101);
    }

    @AfterEach
    void closePage() {
        page.close();
    }

    private String echo(String fields) {
        page.send("{\"function\":\"echo\"," + fields + "}");
        String answer = page.next();
        assertThat(answer).startsWith("{\"target\":\"#echo\",\"html\":\"");
        return answer.substring("{\"target\":\"#echo\",\"html\":\"".length(), answer.length() - 2);
    }

    private String data(String json) {
        return echo("\"data\":" + json).replaceAll(" \\{}.*", "");
    }

    private String form(String json) {
        return echo("\"form\":" + json).replaceAll("^\\{} | null true$", "");
    }

    @Test
    @DisplayName("1.3, B5: no subprotocol is agreed on, and the address may end with a slash or not")
    void addressOfTheSeed() {
        assertThat(page.responseHeaders()).noneMatch(header -> header.startsWith("Sec-WebSocket-Protocol"));
        try (RawWebSocket without = RawWebSocket.v1(port, "/ws/liveview/" + room)) {
            without.send("{\"function\":\"room\"}");
            assertThat(without.next()).contains(room);
        }
    }

    @Test
    @DisplayName("1.3 whole message: every field of the seed's client at once")
    void messageOfTheSeedsClient() {
        assertThat(echo("\"data\":{\"dataModalId\":\"1\"},\"form\":{\"name\":\"Ana\"},\"lang\":\"en\",\"room\":\"x\""))
                .isEqualTo("{modalId=1} {name=[Ana]} en true");
    }

    @Test
    @DisplayName("1.3 function: the name counts to the letter")
    void functionIsMatchedExactly() {
        for (String name : new String[] {"Echo", "echo ", " echo", "ECHO", ""}) {
            page.send("{\"function\":\"" + name + "\"}");
            assertThat(page.next()).as(name).startsWith("{\"error\":\"unknown_function\"");
        }
    }

    @ParameterizedTest
    @DisplayName("1.3 data, S10, D2: data-data-modal-id arrives as dataModalId and is read as modalId")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"dataModalId\":\"1\"}                    | {modalId=1}",
                "{\"dataId\":\"7\",\"dataPage\":\"2\"}      | {id=7, page=2}",
                "{\"foo\":\"2\",\"fooBar\":\"3\"}           | {foo=2, fooBar=3}",
                "{\"data\":\"1\"}                           | {data=1}",
                "{\"dataset\":\"1\",\"database\":\"2\"}     | {dataset=1, database=2}",
                "{\"data1\":\"1\",\"data-x\":\"2\"}         | {data1=1, data-x=2}",
                "{\"metadataId\":\"1\"}                     | {metadataId=1}",
                "{\"dataId\":\"mine\",\"id\":\"theirs\"}    | {id=mine}",
                "{\"user_name\":\"a\",\"DataId\":\"b\"}     | {user_name=a, DataId=b}"
            })
    void dataKeysAreCamelCaseWithoutTheSecondData(String sent, String read) {
        assertThat(data(sent)).isEqualTo(read);
    }

    @Test
    @DisplayName("1.3 form, S10, D26: names arrive verbatim")
    void formNamesArriveVerbatim() {
        assertThat(
                        form(
                                "{\"firstName\":\"A\",\"items[0].Name\":\"B\",\"CSRFToken\":\"C\",\"dataId\":\"D\",\"a-b\":\"E\"}"))
                .isEqualTo("{firstName=[A], items[0].Name=[B], CSRFToken=[C], dataId=[D], a-b=[E]}");
    }

    @Test
    @DisplayName("1.3 form, E9: values are strings, or booleans of checkboxes")
    void formValuesAreStringsOrBooleans() {
        assertThat(form("{\"text\":\"x\",\"empty\":\"\",\"ticked\":true,\"unticked\":false,\"none\":null,\"\":\"u\"}"))
                .isEqualTo("{text=[x], empty=[], ticked=[on], =[u]}");
    }

    @Test
    @DisplayName("1.3 lang, D11: a page without a language calls all the same")
    void languageMayBeNullOrAbsent() {
        assertThat(echo("\"data\":{},\"form\":{},\"lang\":null")).isEqualTo("{} {} null true");
        assertThat(echo("\"data\":{},\"form\":{}")).isEqualTo("{} {} null true");
    }

    @Test
    @DisplayName("1.3 room, D45: the room in a message is a claim that nobody follows")
    void roomOfTheMessageIsIgnored() {
        for (String claim : new String[] {"\"another\"", "null", "7", "{\"a\":[]}"}) {
            page.send("{\"function\":\"room\",\"room\":" + claim + "}");
            assertThat(page.next()).isEqualTo("{\"target\":\"#room\",\"html\":\"" + room + "\"}");
        }
    }

    @Test
    @DisplayName("1.3: fields that are not in the table are ignored")
    void unknownFieldsAreIgnored() {
        assertThat(echo("\"type\":\"call\",\"id\":7,\"done\":\"x\",\"token\":{\"a\":[1,2]},\"form\":{\"a\":\"b\"}"))
                .isEqualTo("{} {a=[b]} null true");
    }

    @Test
    @DisplayName("1.3: data and form may be absent or null")
    void dataAndFormMayBeAbsent() {
        assertThat(echo("\"data\":null,\"form\":null")).isEqualTo("{} {} null true");
    }
}
