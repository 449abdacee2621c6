package io.github.liveview4j.examples.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/** Compares the code in a document with the files that it says it is from. */
public final class ShownCode {

    private static final Pattern BLOCK = Pattern.compile("<!-- from (\\S+) -->\\R```\\w+\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern ANY_BLOCK = Pattern.compile("^```(java|html|yaml|sql|js|ts)$", Pattern.MULTILINE);

    private ShownCode() {}

    /**
     * Fails unless every block of code that follows {@code <!-- from path -->} is, to the letter, a part of that file, and
     * every block of Java, HTML, YAML, SQL or JavaScript follows such a line. The file's own indentation may be deeper.
     *
     * @param root the folder that paths start from
     * @param document a Markdown file
     * @return how many blocks there were
     */
    public static int verify(Path root, Path document) throws IOException {
        String text = Files.readString(document);
        Matcher block = BLOCK.matcher(text);
        int blocks = 0;
        while (block.find()) {
            String source = withoutIndent(Files.readString(root.resolve(block.group(1))));
            String where = document + " shows code that is not in " + block.group(1) + ":\n" + block.group(2);
            Assertions.assertTrue(source.contains(withoutIndent(block.group(2))), where);
            blocks++;
        }
        long all = ANY_BLOCK.matcher(text).results().count();
        long named = BLOCK.matcher(text)
                .results()
                .filter(found -> ANY_BLOCK.matcher(found.group()).find())
                .count();
        Assertions.assertEquals(all, named, document + " has code without a line <!-- from path --> above it");
        return blocks;
    }

    /** A method is shown at the margin and lives in a class. */
    private static String withoutIndent(String code) {
        return code.replaceAll("(?m)^[ \\t]+", "").replaceAll("\\R+", "\n");
    }
}
