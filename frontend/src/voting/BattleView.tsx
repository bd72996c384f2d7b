import type { Verdict } from "../api";
import { letterOf } from "../format";
import type { Session, SessionState } from "../state";
import { Pane } from "./Pane";
import { PromptCard } from "./PromptCard";
import { EndBar, ResultBar } from "./ResultBar";
import type { RenderedBattle } from "./useRendered";
import { VoteBar } from "./VoteBar";

interface BattleViewProps {
  session: Session;
  state: SessionState;
  rendered: RenderedBattle;
  raw: boolean;
  keysOn: boolean;
  onSkip: () => void;
}

const POSITION_OF: Partial<Record<Verdict, number>> = { first: 1, second: 2 };

/** Prompt, panes and the bar below them. */
export function BattleView(props: BattleViewProps) {
  const { state, rendered, raw } = props;
  const { phase } = state;
  const result = phase.kind === "revealed" ? phase.result : null;
  const chosen = result ? POSITION_OF[result.verdict] : undefined;
  return (
    <>
      <PromptCard key={`prompt ${rendered.battle.battle}`} rendered={rendered} raw={raw} />
      <div class="panes">
        {rendered.responses.map(({ position }, index) => (
          <Pane
            key={`${rendered.battle.battle} ${letterOf(position)}`}
            rendered={rendered}
            index={index}
            raw={raw}
            revealed={result?.responses.find((response) => response.position === position) ?? null}
            chosen={chosen === position}
          />
        ))}
      </div>
      {state.notice !== "" && phase.kind !== "revealed" && (
        <p class="notice" aria-hidden="true">
          {state.notice}
        </p>
      )}
      <Bar {...props} />
    </>
  );
}

function Bar({ session, state, rendered, keysOn, onSkip }: BattleViewProps) {
  const { phase } = state;
  const next = () => void session.next();
  if (phase.kind === "revealed") {
    return (
      <ResultBar
        result={phase.result}
        withdrawn={phase.withdrawn}
        canWithdraw={session.withdrawable?.vote === phase.result.vote}
        keysOn={keysOn}
        onWithdraw={() => void session.withdraw()}
        onNext={next}
      />
    );
  }
  if (phase.kind === "refused") {
    return (
      <EndBar keysOn={keysOn} onNext={next}>
        <p class="result-text result-refused" role="alert">
          <strong>Not counted</strong>
          <span>
            {refusalText(phase.error.status)} {phase.error.message}
          </span>
        </p>
      </EndBar>
    );
  }
  return (
    <VoteBar
      sending={phase.kind === "sending" ? phase.verdict : null}
      ready={phase.kind === "open"}
      pair={rendered.responses.length === 2}
      keysOn={keysOn}
      onVerdict={(verdict) => void session.decide(verdict)}
      onSkip={onSkip}
    />
  );
}

/** What a refusal means to a voter; the server's own sentence follows it. */
function refusalText(status: number): string {
  switch (status) {
    case 409:
      return "This battle already has your vote, perhaps from another tab.";
    case 403:
      return "This battle was opened by another voter, perhaps before cookies were cleared.";
    case 404:
      return "The server no longer has this battle.";
    default:
      return "The server did not take this vote.";
  }
}
