package io.github.liveview4j.spring.persistence;

import static io.github.liveview4j.LiveViewMessage.replace;

import io.github.liveview4j.LiveViewBroadcaster;
import io.github.liveview4j.LiveViewConsumer;
import io.github.liveview4j.LiveViewHandler;
import io.github.liveview4j.LiveViewMessage;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An application whose templates find what is loaded when it is asked for. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EntityScan(basePackageClasses = Author.class)
@EnableJpaRepositories(basePackageClasses = Author.class, considerNestedRepositories = true)
@Import(LibraryApplication.Library.class)
class LibraryApplication {

    interface Authors extends JpaRepository<Author, Long> {}

    @Bean
    SecurityFilterChain open(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    ApplicationRunner rows(Authors authors) {
        return arguments -> authors.save(new Author(1, List.of("Persuasion", "Emma")));
    }

    @Bean
    Handlers handlers(Authors authors, Library library, EntityManagerFactory factory) {
        return new Handlers(authors, library, factory);
    }

    static class Library {

        private final Authors authors;
        private final LiveViewBroadcaster live;

        Library(Authors authors, LiveViewBroadcaster live) {
            this.authors = authors;
            this.live = live;
        }

        @Transactional(readOnly = true)
        public void push() {
            // A place of its own: of two updates in a row for one place a browser gets the last.
            live.broadcast(books("#pushed", authors));
        }
    }

    static LiveViewMessage books(Authors authors) {
        return books("#books", authors);
    }

    private static LiveViewMessage books(String place, Authors authors) {
        return replace(place)
                .template("library/author :: books")
                .with("author", authors.findById(1L).orElseThrow());
    }

    static class Handlers {

        private final Authors authors;
        private final Library library;
        private final EntityManagerFactory factory;

        Handlers(Authors authors, Library library, EntityManagerFactory factory) {
            this.authors = authors;
            this.library = library;
            this.factory = factory;
        }

        @LiveViewHandler
        void send(LiveViewConsumer consumer) {
            consumer.send(books(authors));
        }

        @LiveViewHandler
        LiveViewMessage answer() {
            return books(authors);
        }

        @LiveViewHandler
        void broadcast(LiveViewConsumer consumer) {
            consumer.broadcast(books(authors));
        }

        @LiveViewHandler
        LiveViewMessage all(LiveViewConsumer consumer) {
            consumer.send(books(authors));
            consumer.broadcast(books(authors));
            library.push();
            return books(authors);
        }

        @LiveViewHandler
        void fail() {
            books(authors);
            throw new IllegalStateException("A handler that fails");
        }

        @LiveViewHandler
        LiveViewMessage untouched() {
            return replace("#books").text("none");
        }

        /** Is there an entity manager, and nothing that an earlier call has left? */
        @LiveViewHandler
        LiveViewMessage bound() {
            return replace("#bound")
                    .text(TransactionSynchronizationManager.hasResource(factory) + " "
                            + TransactionSynchronizationManager.getResourceMap().size());
        }
    }
}
