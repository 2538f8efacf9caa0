import { render } from "preact";
import { App, preload } from "./app/app.tsx";
import { wake } from "./app/wake.ts";
import "./styles/index.css";

const root = document.getElementById("app");
if (root !== null) {
  preload(location.pathname);
  wake();
  render(<App />, root);
}
