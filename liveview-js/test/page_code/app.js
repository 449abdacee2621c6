import LiveView from "liveview4j";
import SortController from "./sort_controller.js";

LiveView.application.register("sort", SortController);
