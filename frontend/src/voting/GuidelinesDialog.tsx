import { useEffect, useState } from "preact/hooks";
import { renderRich } from "../markdown/rich";
import { Dialog } from "../ui/Dialog";
import { Text } from "./Text";
import { useSay } from "./words";

/** A study's guidelines, as they hold for the battle that is open. */
export interface Guidelines {
  version: number;
  text: string;
}

interface GuidelinesDialogProps {
  guidelines: Guidelines;
  language: string | null;
  /** Whether they have changed since this voter read them. */
  changed: boolean;
  onClose: () => void;
}

export function GuidelinesDialog({ guidelines, language, changed, onClose }: GuidelinesDialogProps) {
  const say = useSay();
  return (
    <Dialog title={say("guidelines")} onClose={onClose}>
      {changed && <p class="banner dialog-banner">{say("guidelines_changed")}</p>}
      <GuidelinesText text={guidelines.text} language={language} />
      <p class="dialog-note">{say("guidelines_version", { version: guidelines.version })}</p>
    </Dialog>
  );
}

/** Guidelines are Markdown, cleaned as a response is. */
export function GuidelinesText({ text, language }: { text: string; language: string | null }) {
  const [fragment, setFragment] = useState<DocumentFragment | null>(null);
  useEffect(() => {
    let wanted = true;
    void renderRich(text).then((rendered) => wanted && setFragment(rendered));
    return () => {
      wanted = false;
    };
  }, [text]);
  return fragment && <Text fragment={fragment} source={text} raw={false} language={language} />;
}
