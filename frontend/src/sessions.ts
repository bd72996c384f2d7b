/** The sessions of this page: one for the open floor and one for each study, over one queue of unsaved votes. */
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { Outbox, type Unsent } from "./outbox";
import { Session, type SessionWorld } from "./state";

export class Sessions {
  readonly outbox: Outbox;
  private readonly sessions = new Map<string, Session>();

  constructor(private readonly world: SessionWorld) {
    this.outbox = new Outbox({
      ...world,
      send: ({ battle, key, body }) => world.postVote(battle, key, body),
    });
  }

  /** The session of a study; null is the open floor. */
  of(study: string | null): Session {
    const known = this.sessions.get(study ?? "");
    if (known) {
      return known;
    }
    const session = new Session(this.world, study, this.outbox);
    this.sessions.set(study ?? "", session);
    return session;
  }

  /**
   * Begins anew, since this browser has become another voter or has other rights. Unsaved votes stay in the queue: whoever
   * lets the browser become another voter settles it first (`Outbox.settle`).
   */
  forget(): void {
    this.sessions.clear();
  }

  /** Sends the waiting decisions at once, and opens again what failed to open. */
  async resend(): Promise<void> {
    await this.outbox.flush();
    await Promise.all([...this.sessions.values()].map((session) => session.reopen()));
  }
}

export const SessionsContext = createContext<Sessions | null>(null);

/** The sessions of this page. */
export function useSessions(): Sessions {
  const sessions = useContext(SessionsContext);
  if (sessions === null) {
    throw new Error("no sessions above this component");
  }
  return sessions;
}

/** The decision that waits to be sent again. */
export function useUnsent(sessions: Sessions): Unsent | null {
  const { outbox } = sessions;
  const [unsent, setUnsent] = useState(outbox.unsent);
  useEffect(() => outbox.subscribe(() => setUnsent(outbox.unsent)), [outbox]);
  return unsent;
}
