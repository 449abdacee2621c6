document.addEventListener("liveview:rendered", () => htmx.process(document.body));
