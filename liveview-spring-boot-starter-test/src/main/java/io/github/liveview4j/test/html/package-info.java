/**
 * What a browser does to html, on a jsoup document: which elements an event reaches, what fields hold and a form sends, how an
 * update changes the page.
 *
 * <p>It follows the client in {@code liveview-js/src}, whose names its classes bear where they do the same, and knows nothing of
 * Spring or the wire. Public because the tester in the package above uses it; a test meets none of it. Nothing here is
 * synchronized: whoever owns the document sees to it that one thread at a time is here.
 */
@NullMarked
package io.github.liveview4j.test.html;

import org.jspecify.annotations.NullMarked;
