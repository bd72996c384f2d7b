import type { ApiError, Verdict } from "../api";
import { letterOf } from "../format";
import type { Keymap } from "../keys";
import type { Session, SessionState } from "../state";
import { Pane } from "./Pane";
import { PromptCard } from "./PromptCard";
import { Questions } from "./Questions";
import { RankBar } from "./RankBar";
import { EndBar, ResultBar } from "./ResultBar";
import { errorText, isKnown } from "./texts";
import type { Board } from "./useRanking";
import type { Shown } from "./useShown";
import { VoteBar } from "./VoteBar";
import { useSay } from "./words";

export interface BattleViewProps {
  session: Session;
  state: SessionState;
  shown: Shown;
  raw: boolean;
  /** The keys; null while they are switched off. */
  keys: Keymap | null;
  /** The ranking, in a battle of more than two responses. */
  board: Board | null;
  /** Seconds until a vote is possible. */
  wait: number;
  onSkip: () => void;
}

const POSITION_OF: Partial<Record<Verdict, number>> = { first: 1, second: 2 };

/** Prompt, panes, what the study asks, and the bar below them. */
export function BattleView(props: BattleViewProps) {
  const { session, state, shown, raw, board } = props;
  const { phase } = state;
  const { study } = shown.battle;
  const count = shown.responses.length;
  const result = phase.kind === "revealed" ? phase.result : null;
  const chosen = result ? POSITION_OF[result.verdict] : undefined;
  const files = shown.responses.every(({ attachments }) => attachments !== undefined);
  const asking = phase.kind === "open" || phase.kind === "sending";
  return (
    <>
      <PromptCard key={`prompt ${shown.battle.battle}`} shown={shown} raw={raw} />
      <div class={`panes panes-${count > 2 ? "many" : "pair"} panes-${count}${files ? " panes-files" : ""}`}>
        {shown.responses.map(({ position }, index) => (
          <Pane
            key={`${shown.battle.battle} ${letterOf(position)}`}
            shown={shown}
            index={index}
            raw={raw}
            board={board}
            revealed={result?.responses.find((response) => response.position === position) ?? null}
            chosen={chosen === position}
          />
        ))}
      </div>
      {asking && study && study.questions.length > 0 && (
        <Questions
          questions={study.questions}
          answers={state.answers}
          missing={state.missing}
          open={phase.kind === "open"}
          onAnswers={(answers) => session.setAnswers(answers)}
          onSubmit={() => board?.submit()}
        />
      )}
      {state.notice !== "" && phase.kind !== "revealed" && (
        <p class="notice" aria-hidden="true">
          {state.notice}
        </p>
      )}
      <Bar {...props} />
    </>
  );
}

function Bar({ session, state, shown, keys, board, wait, onSkip }: BattleViewProps) {
  const { phase } = state;
  const next = () => void session.next();
  if (phase.kind === "revealed") {
    return (
      <ResultBar
        result={phase.result}
        ranks={phase.ranks}
        withdrawn={phase.withdrawn}
        canWithdraw={session.withdrawable?.vote === phase.result.vote}
        keys={keys}
        onWithdraw={() => void session.withdraw()}
        onNext={next}
      />
    );
  }
  if (phase.kind === "refused") {
    return (
      <EndBar keys={keys} onNext={next}>
        <Refusal error={phase.error} />
      </EndBar>
    );
  }
  if (board) {
    return (
      <RankBar
        board={board}
        sending={phase.kind === "sending"}
        keys={keys}
        wait={wait}
        onTie={() => void session.decide("tie")}
        onBad={() => void session.decide("both_bad")}
        onSkip={onSkip}
      />
    );
  }
  return (
    <VoteBar
      sending={phase.kind === "sending" ? phase.verdict : null}
      ready={phase.kind === "open" && wait === 0}
      wait={wait}
      margin={shown.battle.study?.margin ?? false}
      keys={keys}
      onVerdict={(verdict, margin) => void session.decide(verdict, margin ? { margin } : {})}
      onSkip={onSkip}
    />
  );
}

const REFUSALS: Readonly<Record<string, 403 | 404 | 409>> = {
  other_voters_battle: 403,
  unknown_battle: 404,
  already_voted: 409,
};

/** What a refusal means to a voter; the server's own sentence follows it. */
function Refusal({ error }: { error: ApiError }) {
  const say = useSay();
  const { text, lang } = errorText(error);
  return (
    <p class="result-text result-refused" role="alert">
      <strong>{say("not_counted")}</strong>
      <span>
        {!isKnown(error) && `${say(`refused_${REFUSALS[error.code] ?? "other"}`)} `}
        <span lang={lang} dir="auto">
          {text}
        </span>
      </span>
    </p>
  );
}
