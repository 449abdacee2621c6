package io.github.liveview4j.examples.chat;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface Messages extends JpaRepository<Message, Long> {

    /** The latest come first. */
    List<Message> findByRoomOrderByIdDesc(long room, Limit limit);

    Optional<Message> findByIdAndAuthor(long id, String author);
}
