import type { Session } from "../state";
import { useTitle } from "../ui/useTitle";
import { BattleView } from "./BattleView";
import { Message } from "./Message";
import type { StudyFrame } from "./StudyFrame";
import { Toolbar } from "./Toolbar";
import { useFloor } from "./useFloor";
import { Windows } from "./Windows";
import { useSay } from "./words";

/** The page a voter sees: progress and switches, the battle, and the windows over it. */
export function VotingPage({ session, study = null }: { session: Session; study?: StudyFrame | null }) {
  const say = useSay();
  const floor = useFloor(session, study);
  const { state, shown, raw, wrap, keys, board, wait } = floor;
  useTitle(study?.name ?? say("vote"));
  const skip = () => floor.open("skip");
  return (
    <main id="main" class={`voting${wrap ? " wrap-code" : ""}`} tabIndex={-1}>
      <h1 class="hidden-text">{say(board ? "title_rank" : "title_pair")}</h1>
      <Toolbar study={study?.name ?? null} progress={state.progress} tools={floor.tools} keys={keys} />
      {shown ? (
        <BattleView {...{ session, state, shown, raw, keys, board, wait }} onSkip={skip} />
      ) : (
        <Message
          phase={state.phase}
          study={session.study}
          voted={state.progress?.voted ?? 0}
          media={floor.media}
          onRetryMedia={floor.retryMedia}
          onSkip={skip}
          onRetry={() => void session.next()}
        />
      )}
      <Windows
        open={floor.window}
        session={session}
        history={state.history}
        comment={state.comment}
        rendered={shown}
        current={board?.current ?? 1}
        scope={board ? "rank" : "pair"}
        without={floor.without}
        keysOn={floor.keysOn}
        keymap={floor.keymap}
        onKeysOn={floor.setKeysOn}
        onKeymap={floor.setKeymap}
        study={study}
        onClose={floor.close}
      />
    </main>
  );
}
