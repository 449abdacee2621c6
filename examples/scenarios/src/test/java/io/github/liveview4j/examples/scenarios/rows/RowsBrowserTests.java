package io.github.liveview4j.examples.scenarios.rows;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.liveview4j.examples.scenarios.ScenarioTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A list of a thousand rows, each with a key. */
class RowsBrowserTests extends ScenarioTest {

    /** Each node carries the number that it was made with. */
    private static final String TAG = """
            const key = (row) => row.dataset.liveviewKey;
            for (const row of document.querySelectorAll("#rows > li")) row.born = key(row);
            window.keys = () => Array.from(document.querySelectorAll("#rows > li"), (row) => Number(key(row)));
            window.reborn = () => [...document.querySelectorAll("#rows > li")].filter((row) => row.born !== key(row)).map(key);""";

    @Autowired
    private Rows rows;

    private Page page;

    @BeforeEach
    void openPage() {
        page = open("/rows");
        page.evaluate(TAG);
    }

    @Test
    void reversedListKeepsEveryNodeAndWhoeverWritesInOne() {
        Locator note = page.getByLabel("500", new Page.GetByLabelOptions().setExact(true));
        note.pressSequentially("ab");
        page.keyboard().press("ArrowLeft");

        show(reversed());

        assertThat(page.evaluate("reborn()")).isEqualTo(List.of());
        assertThat(note).isFocused();
        page.keyboard().type("X");
        assertThat(note).hasValue("aXb");
    }

    @Test
    void whatWasTypedMovesAlongWithItsRow() {
        page.getByLabel("7", new Page.GetByLabelOptions().setExact(true)).fill("seven");
        page.getByLabel("900", new Page.GetByLabelOptions().setExact(true)).fill("nine hundred");

        show(reversed());

        assertThat(page.locator("[data-liveview-key='7'] input")).hasValue("seven");
        assertThat(page.locator("[data-liveview-key='900'] input")).hasValue("nine hundred");
        assertThat(page.evaluate("[...document.querySelectorAll('#rows input')].filter(({ value }) => value).length"))
                .isEqualTo(2);
    }

    @Test
    void frameIsNotLoadedAgainAndSoundPlaysOnWhereRowsCanBeMoved() {
        page.waitForFunction("document.querySelector('iframe').contentDocument?.body?.textContent === 'Inside'");
        page.evaluate("""
                window.frame = document.querySelector("iframe");
                frame.contentWindow.mark = "the same";
                window.loads = 0;
                frame.addEventListener("load", () => loads++);
                window.sound = document.querySelector("audio");
                sound.play()""");

        show(reversed());
        show(Rows.ALL);

        boolean canMove = (boolean) page.evaluate("'moveBefore' in Element.prototype");
        assertThat(page.evaluate(
                        "frame === document.querySelector('iframe') && sound === document.querySelector('audio')"))
                .isEqualTo(true);
        if (canMove) {
            assertThat(page.evaluate("[frame.contentWindow.mark, loads, sound.paused]"))
                    .isEqualTo(List.of("the same", 0, false));
        }
    }

    @Test
    void removedRowGoesAndTheOthersStay() {
        Locator note = page.getByLabel("501", new Page.GetByLabelOptions().setExact(true));
        note.pressSequentially("ab");
        List<Integer> without = new ArrayList<>(Rows.ALL);
        without.remove(Integer.valueOf(500));

        show(without);

        assertThat(page.evaluate("reborn()")).isEqualTo(List.of());
        assertThat(note).isFocused();
        assertThat(note).hasValue("ab");
    }

    @Test
    void rowThatComesFirstIsTheOnlyNewOne() {
        Locator note = page.getByLabel("1", new Page.GetByLabelOptions().setExact(true));
        note.pressSequentially("ab");
        List<Integer> more = new ArrayList<>(Rows.ALL);
        more.add(0, 1_001);

        show(more);

        assertThat(page.evaluate("reborn()")).isEqualTo(List.of("1001"));
        assertThat(page.locator("[data-liveview-key='1001'] input")).hasValue("");
        assertThat(note).isFocused();
        assertThat(note).hasValue("ab");
    }

    @Test
    void shuffledListComesInTheOrderOfTheServer() {
        List<Integer> shuffled = new ArrayList<>(Rows.ALL);
        Collections.shuffle(shuffled, new Random(4));

        show(shuffled);

        assertThat(page.evaluate("reborn()")).isEqualTo(List.of());
    }

    private static List<Integer> reversed() {
        List<Integer> reversed = new ArrayList<>(Rows.ALL);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Shows these rows, and waits until the page has them in this order. */
    private void show(List<Integer> wanted) {
        rows.show(wanted);
        page.waitForFunction("(wanted) => keys().join() === wanted.join()", wanted);
    }
}
