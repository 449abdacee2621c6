package io.github.liveview4j.examples.chat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What somebody said in a room. */
@Entity
class Message {

    static final int LONGEST_TEXT = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private long room;
    private String author = "";
    private String text = "";
    private Instant sentAt = Instant.EPOCH;

    protected Message() {}

    Message(long room, String author, String text) {
        this.room = room;
        this.author = author;
        this.text = text;
        this.sentAt = Instant.now();
    }

    public long getId() {
        return id;
    }

    public long getRoom() {
        return room;
    }

    public String getAuthor() {
        return author;
    }

    public String getText() {
        return text;
    }

    public ZonedDateTime getSentAt() {
        return sentAt.atZone(ZoneId.systemDefault());
    }
}
