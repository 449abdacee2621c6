package io.github.liveview4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTests {

    @Test
    void leavesOrdinaryTextAsItIs() {
        assertThat(Excerpt.of("say_hello \u00e9\u4e2d <b>'\"\\")).isEqualTo("say_hello \u00e9\u4e2d <b>'\"\\");
        assertThat(Excerpt.of("")).isEmpty();
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(Excerpt.of(null)).isEqualTo("null");
    }

    @Test
    void keepsItToOneLine() {
        assertThat(Excerpt.of("a\r\nb\u0085c\u2028d\u2029e\u000bf\u000cg\th"))
                .isEqualTo("a\\u000d\\u000ab\\u0085c\\u2028d\\u2029e\\u000bf\\u000cg\\u0009h");
    }

    @Test
    void movesNoCursor() {
        assertThat(Excerpt.of("\u001b[31m\u009b2J\u0007\u0000\u007f"))
                .isEqualTo("\\u001b[31m\\u009b2J\\u0007\\u0000\\u007f");
    }

    @Test
    void turnsNoTextAround() {
        assertThat(Excerpt.of("\u202e\u202a\u2066\u2069\u200f\u200b\ufeff\u00ad"))
                .isEqualTo("\\u202e\\u202a\\u2066\\u2069\\u200f\\u200b\\ufeff\\u00ad");
    }

    @Test
    void writesWhatMayNotPrintAsEscapes() {
        assertThat(Excerpt.of("\ud83d\ude00\ud800\ue000\uffff")).isEqualTo("\\ud83d\\ude00\\ud800\\ue000\\uffff");
    }

    @Test
    void isCutAfterEightyCharacters() {
        assertThat(Excerpt.of("x".repeat(80))).isEqualTo("x".repeat(80));
        assertThat(Excerpt.of("x".repeat(81))).isEqualTo("x".repeat(80) + "\u2026 (81 characters)");
        assertThat(Excerpt.of("\n".repeat(1_000_000))).isEqualTo("\\u000a".repeat(80) + "\u2026 (1000000 characters)");
    }
}
