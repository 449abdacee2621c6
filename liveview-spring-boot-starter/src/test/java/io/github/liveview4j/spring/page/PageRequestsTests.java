package io.github.liveview4j.spring.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.room.Bearer;
import io.github.liveview4j.room.PageTokens;
import io.github.liveview4j.room.RoomLog;
import jakarta.servlet.ServletException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The page as an argument of controllers, and what its html carries. */
@SpringBootTest(classes = JoiningApplication.class)
@AutoConfigureMockMvc(addFilters = false)
class PageRequestsTests {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private RoomLog log;

    @Autowired
    private PageTokens tokens;

    @Autowired
    private LiveViewBroadcaster live;

    @Autowired
    private JoiningApplication.WhileLoading loading;

    private MvcResult request(MockHttpServletRequestBuilder request) throws Exception {
        MvcResult result = mvc.perform(request).andReturn();
        return result.getRequest().isAsyncStarted()
                ? mvc.perform(asyncDispatch(result)).andReturn()
                : result;
    }

    private String html(String path) throws Exception {
        return request(get(path)).getResponse().getContentAsString();
    }

    private static String attribute(String html, String name) {
        Matcher matcher = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(html);
        return matcher.find() ? matcher.group(1) : "";
    }

    private @Nullable Set<String> rooms(String html, String user) {
        PageTokens.Word word = tokens.readPageToken(attribute(html, "data-token"), new Bearer(user, null));
        return word == null ? null : word.rooms();
    }

    private void say() {
        live.broadcast(LiveViewMessage.page().title("news"));
    }

    @Test
    void everyPageSaysWhereItStands() throws Exception {
        say();
        String html = html("/plain");

        assertThat(attribute(html, "data-position")).isEqualTo(log.position().toString());
        assertThat(html).contains(" defer data-position=");
        assertThat(rooms(html, null)).as("a token of its own, for no room").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/intercepted", "/articles/7", "/callable"})
    void thePositionIsThatOfBeforeAnythingIsLoaded(String path) throws Exception {
        String before = log.position().toString();
        loading.once.set(this::say);

        assertThat(attribute(html(path), "data-position"))
                .isEqualTo(before)
                .isNotEqualTo(log.position().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "/articles/7, article:7",
        "/callable, callable",
        "/deferred, deferred",
        "/function, function",
        "/by-hand, hand"
    })
    void aControllerLetsItsPageIntoARoom(String path, String room) throws Exception {
        String html = html(path);

        assertThat(rooms(html, null)).containsExactly(room);
        assertThat(attribute(html, "data-position")).isEqualTo(log.position().toString());
    }

    @Test
    void aBodyThatIsStreamedCarriesTheSame() throws Exception {
        MvcResult result = mvc.perform(get("/streamed")).andReturn();
        result.getAsyncResult(10_000);
        String html = result.getResponse().getContentAsString();

        assertThat(rooms(html, null)).containsExactly("streamed");
        assertThat(attribute(html, "data-position")).isEqualTo(log.position().toString());
    }

    @Test
    void severalRoomsAreOneTokenAndDuplicatesAreIgnored() throws Exception {
        assertThat(rooms(html("/two"), null)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void atMost64RoomsAreJoined() throws Exception {
        assertThat(rooms(html("/many/64"), null)).hasSize(64);
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> html("/many/65"))
                .withCauseInstanceOf(LiveViewException.class)
                .withMessageContaining("at most 64 rooms");
    }

    @Test
    void aNameThatNoRoomMayHaveIsRefused() {
        assertThatExceptionOfType(ServletException.class)
                .isThrownBy(() -> html("/odd"))
                .withCauseInstanceOf(IllegalArgumentException.class)
                .withMessageContaining("Expected a room name");
    }

    @Test
    void aTokenIsForTheUserOfTheRequest() throws Exception {
        String html =
                request(get("/articles/7").principal(() -> "ana")).getResponse().getContentAsString();

        assertThat(rooms(html, "ana")).containsExactly("article:7");
        assertThat(rooms(html, "bob")).isNull();
        assertThat(rooms(html, null)).isNull();
    }

    @Test
    void aTagThatIsWrittenByHandHasBothToo() throws Exception {
        String html = html("/by-hand/plain");

        assertThat(html).contains("data-position=");
        assertThat(rooms(html, null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/handled", "/handled-in-body"})
    void roomsOfAControllerThatFailedAreTakenBack(String path) throws Exception {
        String html = html(path);

        if (path.equals("/handled")) {
            assertThat(rooms(html, null)).containsExactly("help");
        } else {
            assertThat(html).isEqualTo("rooms: []");
        }
    }

    @Test
    void staticResourcesNoteNothing() throws Exception {
        MvcResult result = request(get("/liveview/liveview.min.js"));

        assertThat(result.getResponse().getStatus()).isEqualTo(200);
        assertThat(result.getRequest().getAttribute(PageWords.ATTRIBUTE)).isNull();
    }
}
