import type { ApiError } from "../api";
import { errorText } from "../voting/texts";

/** What went wrong, marked as English where this page has no words of its own for it. */
export function ErrorText({ error }: { error: ApiError }) {
  const { text, lang } = errorText(error);
  return (
    <bdi lang={lang} dir="auto">
      {text}
    </bdi>
  );
}
