package io.github.liveview4j.examples.scenarios.typing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody works in an area of which twenty updates a second arrive. */
abstract class RenewedAreaTest extends ScenarioTest {

    private static final String TEXT = "The quick brown fox jumps over the lazy dog. ";

    @Autowired
    private Typing typing;

    private final String renewal;
    private Page page;

    /**
     * Makes one for one way to renew the area.
     *
     * @param renewal the button that begins it
     */
    RenewedAreaTest(String renewal) {
        this.renewal = renewal;
    }

    @BeforeEach
    void openPage() {
        page = open("/typing");
    }

    @AfterEach
    void stopRenewing() {
        typing.stopRenewing();
    }

    @Test
    void noKeyIsLostAndTheCaretStays() {
        button(page, renewal).click();
        page.getByLabel("Name").click();
        Object node = page.evaluateHandle("document.activeElement");
        int before = tick();

        page.keyboard().type(TEXT + "!", new Keyboard.TypeOptions().setDelay(20));
        page.keyboard().press("ArrowLeft");
        page.keyboard().type(TEXT, new Keyboard.TypeOptions().setDelay(20));
        awaitUpdates();

        assertThat(page.getByLabel("Name")).hasValue(TEXT + TEXT + "!");
        assertThat(tick() - before).isGreaterThan(20);
        assertThat(page.evaluate("(node) => node === document.activeElement && node.selectionStart", node))
                .isEqualTo(2 * TEXT.length());
    }

    @Test
    void selectionInAFieldStays() {
        button(page, renewal).click();
        page.getByLabel("Name").pressSequentially("Ada Lovelace");
        for (int n = 0; n < 8; n++) {
            page.keyboard().press("Shift+ArrowLeft");
        }

        awaitUpdates();

        assertThat(page.evaluate("""
                (() => {
                  const { id, selectionStart, selectionEnd, selectionDirection } = document.activeElement;
                  return [id, selectionStart, selectionEnd, selectionDirection];
                })()""")).isEqualTo(List.of("name", 4, 12, "backward"));
        page.keyboard().type("Byron");
        assertThat(page.getByLabel("Name")).hasValue("Ada Byron");
    }

    @Test
    void whatWasFilledInButNotSentStays() {
        page.getByLabel("Note").fill("Ring twice");
        page.getByLabel("City").fill("");
        page.getByLabel("Gift").check();
        page.getByLabel("Size").selectOption("Large");
        page.locator("summary").click();
        button(page, renewal).click();

        awaitUpdates();

        assertThat(page.getByLabel("Note")).hasValue("Ring twice");
        assertThat(page.getByLabel("City")).hasValue("");
        assertThat(page.getByLabel("Gift")).isChecked();
        assertThat(page.getByLabel("Size")).hasValue("Large");
        assertThat(page.getByText("There is more")).isVisible();
    }

    @Test
    void fieldOfEveryKindKeepsWhatWasFilledIn() {
        page.getByLabel("Amount").fill("12");
        page.getByLabel("E-mail").fill("ada@example.org");
        page.getByLabel("Day").fill("2026-02-28");
        page.getByLabel("Share").fill("80");
        page.getByLabel("Bike").check();
        page.getByLabel("Extras").selectOption(new String[] {"Milk", "Spoon"});
        page.getByLabel("Photo").setInputFiles(new FilePayload("me.png", "image/png", new byte[] {1}));
        button(page, renewal).click();
        page.getByLabel("Amount").focus();
        page.keyboard().press("End");

        awaitUpdates();
        page.keyboard().type("3");

        assertThat(page.getByLabel("Amount")).hasValue("123");
        assertThat(page.getByLabel("E-mail")).hasValue("ada@example.org");
        assertThat(page.getByLabel("Day")).hasValue("2026-02-28");
        assertThat(page.getByLabel("Share")).hasValue("80");
        assertThat(page.getByLabel("Bike")).isChecked();
        assertThat(page.getByLabel("Post")).not().isChecked();
        assertThat(page.getByLabel("Extras")).hasValues(new String[] {"Milk", "Spoon"});
        assertThat(page.evaluate("document.querySelector('[type=file]').files[0]?.name"))
                .isEqualTo("me.png");
    }

    @Test
    void openDialogStaysOpenAndCanBeFilledIn() {
        button(page, renewal).click();
        page.evaluate("document.getElementById('ask').showModal()");

        page.getByLabel("Answer").pressSequentially("Yes, please", typeSlowly());
        awaitUpdates();

        assertThat(page.evaluate("document.getElementById('ask').matches(':modal')"))
                .isEqualTo(true);
        assertThat(page.getByLabel("Answer")).hasValue("Yes, please");
        assertThat(page.getByLabel("Answer")).isFocused();
    }

    @Test
    void openPopoverStaysOpen() {
        page.evaluate("document.getElementById('tip').showPopover()");
        button(page, renewal).dispatchEvent("click");

        awaitUpdates();

        assertThat(page.evaluate("document.getElementById('tip').matches(':popover-open')"))
                .isEqualTo(true);
        assertThat(page.locator("#tip")).not().hasText("Tip 0");
    }

    /** As somebody does who writes Japanese: what is being composed is no text yet. */
    @Test
    void inputMethodIsNotInterrupted() {
        CDPSession devTools = page.context().newCDPSession(page);
        button(page, renewal).click();
        page.getByLabel("Name").click();

        compose(devTools, "に");
        awaitUpdates();
        compose(devTools, "にほ");
        awaitUpdates();
        JsonObject text = new JsonObject();
        text.addProperty("text", "日本");
        devTools.send("Input.insertText", text);
        awaitUpdates();

        assertThat(page.getByLabel("Name")).hasValue("日本");
    }

    @Test
    void letterIsWrittenOn() {
        button(page, renewal).click();
        page.getByLabel("Letter").click();
        page.keyboard().press("End");

        page.keyboard().type(" Ada, how are you?", new Keyboard.TypeOptions().setDelay(20));
        awaitUpdates();

        assertThat(page.getByLabel("Letter")).hasText("Dear Ada, how are you?");
    }

    @Test
    void scrolledListStaysWhereItIs() {
        page.evaluate("document.getElementById('lines').scrollTop = 300");
        button(page, renewal).click();

        awaitUpdates();

        assertThat(page.evaluate("document.getElementById('lines').scrollTop")).isEqualTo(300);
    }

    @Test
    void soundPlaysOn() {
        page.evaluate("window.tone = document.getElementById('tone'); tone.play()");
        button(page, renewal).click();
        awaitUpdates();
        double before = ((Number) page.evaluate("tone.currentTime")).doubleValue();

        awaitUpdates();
        page.waitForFunction("(before) => tone.currentTime > before", before);

        assertThat(page.evaluate("tone === document.getElementById('tone') && !tone.paused"))
                .isEqualTo(true);
    }

    @Test
    void runningTransitionIsNotStartedAgain() {
        button(page, renewal).click();
        page.evaluate("""
                window.begun = 0;
                document.addEventListener("transitionrun", () => begun++)""");
        button(page, "Widen").click();
        page.waitForFunction("window.running = document.getElementById('bar').getAnimations()[0]");
        double before = ((Number) page.evaluate("running.currentTime")).doubleValue();

        awaitUpdates();

        assertThat(page.evaluate("running === document.getElementById('bar').getAnimations()[0]"))
                .isEqualTo(true);
        assertThat(((Number) page.evaluate("running.currentTime")).doubleValue())
                .isGreaterThan(before);
        assertThat(page.evaluate("begun")).isEqualTo(1);
    }

    @Test
    void markedTextStaysMarked() {
        page.evaluate("""
                const [text] = document.getElementById("prose").childNodes;
                getSelection().setBaseAndExtent(text, 5, text, 13)""");
        button(page, renewal).dispatchEvent("click");

        awaitUpdates();

        assertThat(page.evaluate("getSelection().toString()")).isEqualTo("sentence");
    }

    private static Locator.PressSequentiallyOptions typeSlowly() {
        return new Locator.PressSequentiallyOptions().setDelay(20);
    }

    private static void compose(CDPSession devTools, String text) {
        JsonObject composition = new JsonObject();
        composition.addProperty("text", text);
        composition.addProperty("selectionStart", text.length());
        composition.addProperty("selectionEnd", text.length());
        devTools.send("Input.imeSetComposition", composition);
    }

    /** Waits for half a second's worth of them. */
    private void awaitUpdates() {
        page.waitForFunction("(before) => Number(document.getElementById('tick').textContent) >= before + 10", tick());
    }

    private int tick() {
        return Integer.parseInt(page.locator("#tick").textContent());
    }
}
