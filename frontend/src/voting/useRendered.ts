import { useEffect, useState } from "preact/hooks";
import type { Attachment, Battle, BattleResponse } from "../api";
import { renderRich } from "../markdown/rich";

/** A battle with every text of it ready to show. */
export interface RenderedBattle {
  battle: Battle;
  prompt: DocumentFragment[];
  responses: {
    position: number;
    raw: string[];
    turns: DocumentFragment[];
    attachments: Attachment[] | undefined;
  }[];
}

export function turnsOf(response: BattleResponse): string[] {
  return response.turns && response.turns.length > 0 ? response.turns : [response.content];
}

async function renderBattle(battle: Battle): Promise<RenderedBattle> {
  const responses = [...battle.responses].sort((a, b) => a.position - b.position);
  const [prompt, ...rendered] = await Promise.all([
    Promise.all(battle.prompt.turns.map((turn) => renderRich(turn, true))),
    ...responses.map((response) => Promise.all(turnsOf(response).map((turn) => renderRich(turn)))),
  ]);
  return {
    battle,
    prompt,
    responses: responses.map((response, index) => ({
      position: response.position,
      raw: turnsOf(response),
      turns: rendered[index] ?? [],
      attachments: response.attachments && response.attachments.length > 0 ? response.attachments : undefined,
    })),
  };
}

/** Null until prompt and all responses are ready, so that they appear together and none has a head start. */
export function useRendered(battle: Battle | null): RenderedBattle | null {
  const [rendered, setRendered] = useState<RenderedBattle | null>(null);
  useEffect(() => {
    let wanted = true;
    if (battle) {
      void renderBattle(battle).then((result) => wanted && setRendered(result));
    }
    return () => {
      wanted = false;
    };
  }, [battle]);
  return rendered?.battle === battle ? rendered : null;
}
