package io.github.liveview4j.examples.chat;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Rooms extends JpaRepository<Room, Long> {

    Optional<Room> findByName(String name);

    @Query("""
            select new io.github.liveview4j.examples.chat.RoomLine(room.id, room.name, last.author, last.text)
            from Room room
            left join Message last on last.id = (select max(each.id) from Message each where each.room = room.id)
            order by room.name""")
    List<RoomLine> lines();
}
