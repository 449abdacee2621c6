package io.github.liveview4j.protocol;

import static io.github.liveview4j.LiveViewMessage.after;
import static io.github.liveview4j.LiveViewMessage.append;
import static io.github.liveview4j.LiveViewMessage.before;
import static io.github.liveview4j.LiveViewMessage.element;
import static io.github.liveview4j.LiveViewMessage.outer;
import static io.github.liveview4j.LiveViewMessage.page;
import static io.github.liveview4j.LiveViewMessage.prepend;
import static io.github.liveview4j.LiveViewMessage.remove;
import static io.github.liveview4j.LiveViewMessage.replace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.liveview4j.LiveViewException;
import io.github.liveview4j.LiveViewMessage;
import io.github.liveview4j.protocol.ServerEvent.Failure;
import io.github.liveview4j.protocol.ServerEvent.Joined;
import io.github.liveview4j.protocol.ServerEvent.Left;
import io.github.liveview4j.protocol.ServerEvent.Ping;
import io.github.liveview4j.protocol.ServerEvent.Pong;
import io.github.liveview4j.protocol.ServerEvent.Problem;
import io.github.liveview4j.protocol.ServerEvent.Reply;
import io.github.liveview4j.protocol.ServerEvent.Resync;
import io.github.liveview4j.protocol.ServerEvent.Update;
import io.github.liveview4j.protocol.ServerEvent.Welcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class V2EncodeTests {

    private static final Position POSITION = new Position("e-1_Z", 9_007_199_254_740_993L);

    record Saved(long orderId, List<String> itemNames, Saved parent) {}

    static final class Unwritable {
        public String getValue() {
            throw new IllegalStateException("secret");
        }
    }

    static Stream<Arguments> updates() {
        return Stream.of(
                Arguments.of(replace("#a").html("<b>"), "{'target':'#a','html':'<b>'}"),
                Arguments.of(replace("#a").html(""), "{'target':'#a','html':''}"),
                Arguments.of(replace("#a"), "{'target':'#a'}"),
                Arguments.of(append("#a").html("x"), "{'target':'#a','html':'x','append':true}"),
                Arguments.of(prepend("#a").html("x"), "{'target':'#a','html':'x','swap':'prepend'}"),
                Arguments.of(outer("#a").html("x"), "{'target':'#a','html':'x','swap':'outer'}"),
                Arguments.of(before("#a").html("x"), "{'target':'#a','html':'x','swap':'before'}"),
                Arguments.of(after("#a").html("x"), "{'target':'#a','html':'x','swap':'after'}"),
                Arguments.of(remove("#a"), "{'target':'#a','remove':true}"),
                Arguments.of(element("#a"), "{'target':'#a'}"),
                Arguments.of(page(), "{}"),
                Arguments.of(page().url("/a?b=ä"), "{'url':'/a?b=ä'}"),
                Arguments.of(page().title("T"), "{'title':'T'}"),
                Arguments.of(page().scroll("#b"), "{'scroll':'#b'}"),
                Arguments.of(page().scrollTop(), "{'scrollTop':true}"),
                Arguments.of(page().focus("#b"), "{'focus':'#b'}"),
                Arguments.of(page().announce("2 more"), "{'announce':'2 more'}"),
                Arguments.of(page().transition(), "{'transition':true}"),
                Arguments.of(
                        append("#a").html("x").transition().announce("x"),
                        "{'target':'#a','html':'x','append':true,'transition':true,'announce':'x'}"),
                Arguments.of(page().redirect("/b"), "{'redirect':'/b'}"),
                Arguments.of(page().reload(), "{'reload':true}"),
                Arguments.of(LiveViewMessage.error("Unauthorized"), "{'error':'Unauthorized'}"),
                Arguments.of(
                        element("#a").attribute("title", "x").attribute("disabled", null),
                        "{'target':'#a','attributes':{'title':'x','disabled':null}}"),
                Arguments.of(
                        element("#a").addClass("b").removeClass("d").addClass("c"),
                        "{'target':'#a','addClass':['b','c'],'removeClass':['d']}"),
                Arguments.of(page().call("load", Map.of()), "{'call':{'function':'load','data':{}}}"),
                Arguments.of(
                        page().call("load", Map.of("id", List.of(1))),
                        "{'call':{'function':'load','data':{'id':[1]}}}"),
                Arguments.of(page().event("e", null), "{'event':{'name':'e','detail':null}}"),
                Arguments.of(page().event("e", 7), "{'event':{'name':'e','detail':7}}"),
                Arguments.of(page().event("e", List.of("x")), "{'event':{'name':'e','detail':['x']}}"),
                Arguments.of(
                        replace("#a")
                                .html("x")
                                .url("/b")
                                .title("B")
                                .scrollTop()
                                .focus("#c")
                                .addClass("d"),
                        "{'target':'#a','html':'x','url':'/b','title':'B','scrollTop':true,'focus':'#c','addClass':['d']}"));
    }

    @ParameterizedTest
    @MethodSource("updates")
    void writesEverySwapAndEffect(LiveViewMessage message, String update) {
        assertThat(push(message)).isEqualTo(quoted("{'type':'update','updates':[" + update + "]}"));
    }

    @Test
    void writesARecordAsTheDetailOfAnEvent() {
        Saved detail = new Saved(7, List.of("a", "b"), new Saved(6, List.of(), null));

        assertThat(push(element("#a").event("saved", detail)))
                .isEqualTo(quoted(
                        "{'type':'update','updates':[{'target':'#a','event':{'name':'saved','detail':{'orderId':7,"
                                + "'itemNames':['a','b'],'parent':{'orderId':6,'itemNames':[],'parent':null}}}}]}"));
    }

    @Test
    void refusesADetailThatCannotBeWritten() {
        LiveViewMessage message = page().event("saved", new Unwritable());

        assertThatThrownBy(() -> push(message))
                .isInstanceOf(LiveViewException.class)
                .hasMessageContaining("the detail of an event cannot")
                .hasMessageNotContaining("secret")
                .hasRootCauseMessage("secret");
    }

    @Test
    void refusesADetailThatHoldsItself() {
        Object[] loop = new Object[1];
        loop[0] = Arrays.asList(loop);
        LiveViewMessage message = page().event("saved", loop);

        assertThatThrownBy(() -> push(message)).isInstanceOf(LiveViewException.class);
    }

    @Test
    void writesAPushAsOneFrameOfAllMessagesInOrder() {
        assertThat(push(remove("#a"), replace("#b").html("x"), remove("#a")))
                .isEqualTo(
                        quoted(
                                "{'type':'update','updates':[{'target':'#a','remove':true},{'target':'#b','html':'x'},{'target':'#a','remove':true}]}"));
        assertThat(push()).isEqualTo(quoted("{'type':'update','updates':[]}"));
    }

    @Test
    void writesThePushOfARunningCallWithItsNumber() {
        assertThat(encode(new Update(List.of(remove("#a")), 7L, 2)))
                .isEqualTo(quoted("{'type':'update','call':7,'n':2,'updates':[{'target':'#a','remove':true}]}"));
    }

    @Test
    void writesAReply() {
        assertThat(encode(new Reply(Long.MAX_VALUE, List.of(remove("#a")), null)))
                .isEqualTo(
                        quoted("{'type':'reply','id':9223372036854775807,'updates':[{'target':'#a','remove':true}]}"));
    }

    @Test
    void leavesTheUpdatesOfAReplyOutWhereThereAreNone() {
        assertThat(encode(new Reply(7, List.of(), null))).isEqualTo(quoted("{'type':'reply','id':7}"));
    }

    @Test
    void writesAReplyWithAProblem() {
        assertThat(encode(new Reply(7, List.of(), new Problem("failed", "r1", "save"))))
                .isEqualTo(quoted("{'type':'reply','id':7,'error':{'code':'failed','ref':'r1','function':'save'}}"));
        assertThat(encode(new Reply(7, List.of(remove("#a")), new Problem("failed", null, null))))
                .isEqualTo(quoted("{'type':'reply','id':7,'error':{'code':'failed'}}"));
    }

    @Test
    void writesAFailure() {
        assertThat(encode(new Failure(new Problem("malformed", "r1", null))))
                .isEqualTo(quoted("{'type':'error','code':'malformed','ref':'r1'}"));
        assertThat(encode(new Failure(new Problem("unexpected", null, null))))
                .isEqualTo(quoted("{'type':'error','code':'unexpected'}"));
    }

    @Test
    void writesAWelcome() {
        assertThat(encode(new Welcome(25_000, true, "n", POSITION, false, null)))
                .isEqualTo(
                        quoted(
                                "{'type':'welcome','heartbeat':25000,'resumed':true,'node':'n','epoch':'e-1_Z','seq':9007199254740993}"));
    }

    @Test
    void writesAWelcomeThatTellsThePageToFetchItself() {
        assertThat(encode(new Welcome(1, false, "n", new Position("e", 0), true, null)))
                .isEqualTo(
                        quoted(
                                "{'type':'welcome','heartbeat':1,'resumed':false,'node':'n','epoch':'e','seq':0,'resync':true}"));
    }

    @Test
    void writesAWelcomeWithTheIdOfTheStaticResources() {
        assertThat(encode(new Welcome(1, true, "n", new Position("e", 0), false, "x-1_Z")))
                .isEqualTo(
                        quoted(
                                "{'type':'welcome','heartbeat':1,'resumed':true,'node':'n','epoch':'e','seq':0,'assets':'x-1_Z'}"));
    }

    @Test
    void writesThatAPageHasJoinedARoom() {
        assertThat(encode(new Joined("a.b~c:d-e_f", "1|@|page|a|mac", POSITION)))
                .isEqualTo(quoted("{'type':'joined','room':'a.b~c:d-e_f','receipt':'1|@|page|a|mac','epoch':'e-1_Z',"
                        + "'seq':9007199254740993}"));
    }

    @Test
    void writesThatAPageHasLeftARoom() {
        assertThat(encode(new Left("a"))).isEqualTo(quoted("{'type':'left','room':'a'}"));
    }

    @Test
    void writesAResync() {
        assertThat(encode(new Resync(POSITION)))
                .isEqualTo(quoted("{'type':'resync','epoch':'e-1_Z','seq':9007199254740993}"));
    }

    @Test
    void writesAPing() {
        assertThat(encode(new Ping(POSITION)))
                .isEqualTo(quoted("{'type':'ping','epoch':'e-1_Z','seq':9007199254740993}"));
    }

    @Test
    void writesAPong() {
        assertThat(encode(new Pong())).isEqualTo(quoted("{'type':'pong'}"));
    }

    private static String push(LiveViewMessage... messages) {
        return encode(Update.push(List.of(messages)));
    }

    private static String encode(ServerEvent event) {
        List<String> frames = CodecFixture.encode(Dialect.V2, event);
        assertThat(frames).hasSize(1);
        return frames.get(0);
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
