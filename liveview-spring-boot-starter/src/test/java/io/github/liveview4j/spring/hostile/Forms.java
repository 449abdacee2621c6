package io.github.liveview4j.spring.hostile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Forms of every shape that a binder knows. */
final class Forms {

    private Forms() {}

    enum Colour {
        RED,
        GREEN
    }

    record Item(
            @NotBlank @Nullable String article,
            @Min(1) @Max(99) @Nullable Integer count,
            @Nullable Map<String, String> notes) {}

    record Address(
            @NotBlank @Nullable String street, @Nullable Optional<String> zip) {}

    record Order(
            @NotBlank @Size(max = 100) @Nullable String name,
            @Email @Nullable String email,
            @Min(1) @Nullable Integer quantity,

            @DecimalMax("1000") @Digits(integer = 5, fraction = 2) @Nullable
            BigDecimal amount,

            @Nullable LocalDate day,
            @Nullable Colour colour,
            @Nullable List<String> tags,
            int @Nullable [] sizes,
            @Valid @Nullable Address address,
            @Valid @Nullable List<Item> items) {}

    record Maps(
            @Nullable Map<String, Integer> counts,
            @Nullable Map<Integer, Item> byNumber,
            @Nullable Map<Colour, List<String>> byColour,
            @Nullable List<List<String>> table,
            Item @Nullable [] array,
            @Nullable Set<Colour> colours) {}

    record RecordTree(
            @NotBlank @Nullable String text,
            @Valid @Nullable List<RecordTree> children,
            @Valid @Nullable Map<String, RecordTree> named) {}

    /** A form with setters, which may be in itself. */
    static class Tree {

        private @NotBlank @Nullable String text;
        private @Valid List<Tree> children = new ArrayList<>();
        private @Valid Map<String, Tree> named = new LinkedHashMap<>();

        public @Nullable String getText() {
            return text;
        }

        public void setText(@Nullable String text) {
            this.text = text;
        }

        public List<Tree> getChildren() {
            return children;
        }

        public void setChildren(List<Tree> children) {
            this.children = children;
        }

        public Map<String, Tree> getNamed() {
            return named;
        }

        public void setNamed(Map<String, Tree> named) {
            this.named = named;
        }
    }

    /** A form with setters and arrays of them. */
    static class Profile {

        private @Size(max = 20) @Nullable String nick;
        private @Min(0) int age;
        private String[] tags = {};
        private List<Integer> scores = new ArrayList<>();
        private @Nullable Profile friend;

        public @Nullable String getNick() {
            return nick;
        }

        public void setNick(@Nullable String nick) {
            this.nick = nick;
        }

        public int getAge() {
            return age;
        }

        public void setAge(int age) {
            this.age = age;
        }

        public String[] getTags() {
            return tags;
        }

        public void setTags(String[] tags) {
            this.tags = tags;
        }

        public List<Integer> getScores() {
            return scores;
        }

        public void setScores(List<Integer> scores) {
            this.scores = scores;
        }

        public @Nullable Profile getFriend() {
            return friend;
        }

        public void setFriend(@Nullable Profile friend) {
            this.friend = friend;
        }
    }
}
