// What a page's own code adds: a widget that draws itself, and an element that counts how often it was connected.
window.charts = { connected: 0, disconnected: 0 };

LiveView.application.register(
  "chart",
  class extends LiveView.Controller {
    connect() {
      charts.connected++;
      // What is moved is connected again, and has been drawn.
      if (this.element.querySelector("canvas")) return;
      const canvas = document.createElement("canvas");
      canvas.width = canvas.height = 20;
      const pen = canvas.getContext("2d");
      pen.fillStyle = "rgb(10, 20, 30)";
      pen.fillRect(0, 0, 20, 20);
      this.element.replaceChildren(canvas);
      this.element.classList.add("drawn");
    }

    disconnect() {
      charts.disconnected++;
    }
  },
);

customElements.define(
  "x-counter",
  class extends HTMLElement {
    static observedAttributes = ["data-round"];
    connections = 0;
    changes = 0;

    connectedCallback() {
      this.connections++;
    }

    // With it, a browser that can moves the element without a word to connectedCallback.
    connectedMoveCallback() {}

    attributeChangedCallback() {
      this.changes++;
    }
  },
);
