import { render } from "preact";
import { App } from "./app";
import { Session } from "./state";
import { browserWorld } from "./world";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/dialog.css";
import "./styles/voting.css";
import "./styles/bar.css";
import "./styles/markdown.css";

const root = document.getElementById("app");
if (root) {
  render(<App session={new Session(browserWorld())} />, root);
}
