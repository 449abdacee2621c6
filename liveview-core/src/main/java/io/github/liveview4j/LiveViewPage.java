package io.github.liveview4j;

/**
 * The page that a controller is about to render: a parameter of its method, for saying what the page will follow.
 *
 * <pre>{@code
 * @GetMapping("/articles/{id}")
 * String article(@PathVariable long id, LiveViewPage page, Model model) {
 *     page.join("article:" + id);
 *     model.addAttribute("article", articles.find(id));
 *     return "articles/show";
 * }
 * }</pre>
 *
 * <p>What is sent to the room from the moment on at which the request came in reaches the page, also what is sent before its
 * WebSocket is up: {@code <liveview:script/>} writes into the page where it stands, and which rooms it may be in. So name the
 * rooms before the model is loaded, and nothing falls in between. An update that was sent while the model was being loaded may
 * be in both: give what is appended an id, and it is there once.
 *
 * <p>For the thread of the request.
 */
public interface LiveViewPage {

    /**
     * Lets the page into a room, in addition to its own. No {@link RoomAuthorizer} is asked: it is the application that
     * decides here.
     *
     * @param room the name, 1 to 128 of {@code A-Z a-z 0-9 _ . ~ : -}
     * @throws IllegalArgumentException if it is none
     * @throws LiveViewException if the page is in 64 rooms already
     */
    void join(String room);
}
