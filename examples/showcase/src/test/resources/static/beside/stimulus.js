import { Application, Controller } from "/webjars/hotwired__stimulus/3.2.2/dist/stimulus.js";

class Tally extends Controller {
  add() {
    this.element.textContent = Number(this.element.textContent) + 1;
  }
}

const application = Application.start();
application.register("tally", Tally);
