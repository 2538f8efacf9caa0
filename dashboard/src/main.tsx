import { render } from "preact";
import { App } from "./app/app.tsx";
import { wake } from "./app/wake.ts";
import "./styles/index.css";

const root = document.getElementById("app");
if (root !== null) {
  wake();
  render(<App />, root);
}
