package io.github.liveview4j.examples.showcase.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The sources of the recipes: those that this application was compiled from, which the build copies beside the classes.
 *
 * <p>For any thread; a file is read once.
 */
@Component
class Sources {

    /** What stands around the code in every file and tells nothing: package and imports, the frame of a template. */
    private static final Pattern FRAME = Pattern.compile(
            "\\A<!DOCTYPE html>\\s*<html[^>]*>\\s*<body>\\s*|\\s*</body>\\s*</html>\\s*\\z|\\A(?:package .*;|import .*;|\\s)*");

    private final ResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final Map<String, List<Source>> read = new ConcurrentHashMap<>();

    /** Returns the files of a recipe: the class that handles its events first, then other classes, then templates. */
    List<Source> of(Recipe recipe) {
        return read.computeIfAbsent(recipe.id(), id -> read(recipe));
    }

    private List<Source> read(Recipe recipe) {
        List<Source> sources = new ArrayList<>();
        sources.addAll(find("classpath:/shown/java/" + recipe.id().replace("-", "") + "/*.java"));
        sources.addAll(find("classpath:/templates/recipes/" + recipe.id() + ".html"));
        if (recipe.id().equals("custom-path")) {
            sources.addAll(find("classpath:/shown/application.yaml"));
        }
        return List.copyOf(sources);
    }

    private List<Source> find(String pattern) {
        try {
            return Arrays.stream(resources.getResources(pattern))
                    .filter(file -> !"package-info.java".equals(file.getFilename()))
                    .map(Sources::read)
                    .sorted(Comparator.comparing(
                                    (Source source) -> !source.code().contains("@LiveViewHandler"))
                            .thenComparing(Source::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("no source matches " + pattern, e);
        }
    }

    private static Source read(Resource file) {
        try {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            return new Source(
                    String.valueOf(file.getFilename()),
                    FRAME.matcher(text).replaceAll("").strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
