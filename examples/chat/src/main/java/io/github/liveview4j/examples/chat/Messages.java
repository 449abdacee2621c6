package io.github.liveview4j.examples.chat;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;

interface Messages extends JpaRepository<Message, Long> {

    /** The latest come first. */
    List<Message> findByRoomOrderByIdDesc(long room, Limit limit);

    /** Returns what was deleted, one message or none. */
    List<Message> deleteByIdAndAuthor(long id, String author);
}
