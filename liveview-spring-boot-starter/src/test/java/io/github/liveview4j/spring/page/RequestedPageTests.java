package io.github.liveview4j.spring.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewPage;
import io.github.liveview4j.protocol.Position;
import io.github.liveview4j.room.PageTokens;
import jakarta.servlet.DispatcherType;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** A page before it has a socket. */
class RequestedPageTests {

    private final RequestedPage page = new RequestedPage(new Position("epoch123", 7), () -> null);
    private final PageWords words = new PageWords(() -> new PageTokens(new byte[32]), () -> null);
    private final PageRequests requests = new PageRequests(() -> null);

    private boolean preHandle(MockHttpServletRequest request, Object handler) {
        return requests.preHandle(request, new MockHttpServletResponse(), handler);
    }

    @Test
    void aRoomIsJoinedOnce() {
        page.join("b");
        page.join("a");
        page.join("b");

        assertThat(page.rooms()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "*", "@ana", "#page", "a|b", "a,b", "\u00e4"})
    void aNameThatNoRoomMayHaveIsRefused(String name) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> page.join(name));
        assertThat(page.rooms()).isEmpty();
    }

    @Test
    void the65thRoomIsRefusedAndTheOthersAreKept() {
        IntStream.range(0, 64).forEach(number -> page.join("room:" + number));
        page.join("room:63");

        assertThatExceptionOfType(LiveViewException.class).isThrownBy(() -> page.join("room:64"));
        assertThat(page.rooms()).hasSize(64);
    }

    @Test
    void itsTextNamesNoRoom() {
        page.join("secret");

        assertThat(page).hasToString("LiveViewPage[1 rooms]");
    }

    @Test
    void whatIsNoPageHasNoWords() {
        assertThat(words.position(null)).isNull();
        assertThat(words.position("a text")).isNull();
        assertThat(words.token(null, null)).isNull();
        assertThat(words.token("a text", () -> "ana")).isNull();
        assertThat(words.position(new RequestedPage(null, () -> null))).isNull();
    }

    @Test
    void withoutALogControllersCanJoinAndPagesCarryNothing() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        preHandle(request, new Object());
        LiveViewPage noted = (LiveViewPage) request.getAttribute(PageWords.ATTRIBUTE);
        noted.join("a");

        assertThat(words.position(noted)).isNull();
        assertThat(new PageWords(() -> null, () -> null).token(noted, null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(DispatcherType.class)
    void theFirstNoteHoldsAndOnlyAnErrorTakesRoomsBack(DispatcherType type) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(PageWords.ATTRIBUTE, page);
        request.setDispatcherType(type);
        page.join("a");

        assertThat(preHandle(request, new Object())).isTrue();

        assertThat(request.getAttribute(PageWords.ATTRIBUTE)).isSameAs(page);
        assertThat(page.rooms()).hasSize(type == DispatcherType.ERROR ? 0 : 1);
    }

    @Test
    void aViewThatFailedTakesRoomsBack() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(PageWords.ATTRIBUTE, page);
        page.join("a");

        requests.afterCompletion(request, new MockHttpServletResponse(), new Object(), null);
        assertThat(page.rooms()).hasSize(1);
        requests.afterCompletion(request, new MockHttpServletResponse(), new Object(), new Exception());
        assertThat(page.rooms()).isEmpty();
    }

    @Test
    void staticResourcesNoteNothing() {
        MockHttpServletRequest request = new MockHttpServletRequest();

        assertThat(preHandle(request, new ResourceHttpRequestHandler())).isTrue();
        assertThat(request.getAttribute(PageWords.ATTRIBUTE)).isNull();
    }
}
