import { render } from "preact";
import { App } from "./app";
import { preferredLanguage, speak } from "./i18n/language";
import { loadAll } from "./i18n/messages";
import { Sessions } from "./sessions";
import { applyTheme, theme } from "./ui/theme";
import { browserWorld } from "./world";
import "./styles/fonts.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/shell.css";
import "./styles/dialog.css";
import "./styles/voting.css";
import "./styles/ranking.css";
import "./styles/media.css";
import "./styles/questions.css";
import "./styles/bar.css";
import "./styles/markdown.css";

applyTheme(theme());
const root = document.getElementById("app");
const chosen = preferredLanguage();
void loadAll(chosen).then(() => {
  speak(chosen);
  if (root) {
    render(<App sessions={new Sessions(browserWorld())} />, root);
  }
});
