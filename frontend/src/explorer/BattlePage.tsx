import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { BoardHead } from "../board/BoardHead";
import { Go, Loading, Problem, Select, useTitle } from "../board/bits";
import { type BattleFiles, Files, FileTools, useFiles } from "../board/files";
import { judgeKind, verdictName } from "../board/names";
import { fixed, percent, plain, time } from "../board/numbers";
import { useLoaded } from "../board/useLoaded";
import { joined, visible } from "../i18n/names";
import type { PageProps } from "../pages";
import { Name } from "../ui/Name";
import "../styles/reading.css";
import "../styles/leaderboard.css";
import "../styles/explorer.css";
import { type BattleDetail, readBattle, type ShownResponse, type VerdictDetail } from "./api";
import { outcomeText, Words } from "./parts";
import { TextDiff } from "./TextDiff";
import { useSay } from "./words";

/** One battle: what was asked, what was answered, by whom, and what every judge said in every order. */
export function BattlePage({ params }: PageProps) {
  const id = params.id ?? "";
  const say = useSay();
  const { value, error } = useLoaded((signal) => readBattle(id, signal), [id]);
  useTitle(value ? `${say("battle")} ${value.prompt_key}` : say("battle"));
  return (
    <main id="main" class="board board-wide" tabIndex={-1}>
      <BoardHead title={value ? value.prompt_key : say("battle")} />
      {error && <Problem what={say("battle_failed")} error={error} />}
      {value && <Detail battle={value} />}
      {!value && !error && <Loading />}
    </main>
  );
}

function Detail({ battle }: { battle: BattleDetail }) {
  const say = useSay();
  const files = useFiles(battle);
  return (
    <>
      {(battle.category || battle.language) && (
        <p>
          {[battle.category, battle.language].flatMap((tag) =>
            tag
              ? [
                  <span key={tag} class="tag">
                    {tag}
                  </span>,
                  " ",
                ]
              : [],
          )}
        </p>
      )}
      {battle.upset && (
        <p class="banner">
          <span>
            <strong>{say("surprise")}</strong>{" "}
            <bdi>
              {say("upset", {
                winner: battle.upset.winner,
                loser: battle.upset.loser,
                chance: percent(battle.upset.probability, 1),
              })}
            </bdi>
          </span>
        </p>
      )}
      <section aria-labelledby="prompt">
        <h2 id="prompt">{say("prompt")}</h2>
        <Words turns={battle.prompt} />
        <Files files={files} of={null} />
        <FileTools files={files} />
        {battle.reference !== null && (
          <details>
            <summary>{say("reference")}</summary>
            <Words turns={[battle.reference]} />
          </details>
        )}
      </section>
      <Responses battle={battle} files={files} />
      <Verdicts battle={battle} />
    </>
  );
}

function Responses({ battle, files }: { battle: BattleDetail; files: BattleFiles }) {
  const say = useSay();
  const [shown, setShown] = useState<"texts" | "diff">("texts");
  const [pair, setPair] = useState<readonly [number, number]>([0, 1]);
  const { responses } = battle;
  const choices = responses.map((response, index) => ({
    value: String(index),
    text: visible(response.model_name),
  }));
  const [first, second] = [responses[pair[0]], responses[pair[1]]];
  return (
    <section aria-labelledby="responses">
      <div class="section-head">
        <h2 id="responses">{say("responses")}</h2>
        {responses.length > 1 && (
          <fieldset class="segments">
            <legend class="hidden-text">{say("view")}</legend>
            <div class="segments-row">
              {(["texts", "diff"] as const).map((value) => (
                <label key={value} class="segment">
                  <input
                    type="radio"
                    name="view"
                    checked={shown === value}
                    onChange={() => setShown(value)}
                  />
                  <span>{say(`view_${value}`)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        )}
      </div>
      {shown === "texts" && (
        <div class="side-by-side">
          {responses.map((response, index) => (
            <ResponseCard key={response.model_name} response={response}>
              <Files files={files} of={{ index, name: response.model_name }} />
            </ResponseCard>
          ))}
        </div>
      )}
      {shown === "diff" && (
        <>
          {responses.length > 2 && (
            <div class="filters">
              {([0, 1] as const).map((side) => (
                <Select
                  key={side}
                  label={say(side === 0 ? "diff_first" : "diff_second")}
                  value={String(pair[side])}
                  choices={choices}
                  onChange={(value) =>
                    setPair(side === 0 ? [Number(value), pair[1]] : [pair[0], Number(value)])
                  }
                />
              ))}
            </div>
          )}
          {first && second && (
            <>
              <TextDiff
                first={{ name: first.model_name, text: first.turns.join("\n\n") }}
                second={{ name: second.model_name, text: second.turns.join("\n\n") }}
              />
              <FilePair files={files} responses={responses} pair={pair} />
            </>
          )}
        </>
      )}
    </section>
  );
}

interface FilePairProps {
  files: BattleFiles;
  responses: readonly ShownResponse[];
  pair: readonly [number, number];
}

/** The files of the two responses whose texts are compared; a response has them once on the page. */
function FilePair({ files, responses, pair }: FilePairProps) {
  const shown = [...new Set(pair)].filter((index) => files.responses[index]?.attachments?.length);
  return shown.length === 0 ? null : (
    <div class="side-by-side">
      {shown.map((index) => {
        const name = responses[index]?.model_name ?? "";
        return (
          <article key={name} aria-label={visible(name)}>
            <h3>
              <Name of={name} />
            </h3>
            <Files files={files} of={{ index, name }} />
          </article>
        );
      })}
    </div>
  );
}

function ResponseCard({ response, children }: { response: ShownResponse; children: ComponentChildren }) {
  const say = useSay();
  const facts = [
    say("characters", { count: response.length }),
    ...(response.rating === null ? [] : [say("rated", { rating: fixed(response.rating, 0) })]),
    ...(response.rank === null ? [] : [say("ranked", { rank: response.rank })]),
  ];
  return (
    <article aria-label={visible(response.model_name)}>
      <h3>
        <Go to={`/contestants/${encodeURIComponent(response.model_name)}`}>
          <Name of={response.model_name} />
        </Go>
      </h3>
      <p class="soft">{facts.join(" · ")}</p>
      <Words turns={response.turns} />
      {children}
    </article>
  );
}

/** Verdicts by judge, each judge's orders beside each other. */
function Verdicts({ battle }: { battle: BattleDetail }) {
  const say = useSay();
  const judges = [...new Set(battle.verdicts.map((verdict) => verdict.judge))];
  return (
    <section aria-labelledby="verdicts">
      <h2 id="verdicts">{say("all_verdicts")}</h2>
      {battle.disagreement !== null && battle.disagreement > 0 && (
        <p>{say("disagreement_help", { bits: plain(battle.disagreement, 2) })}</p>
      )}
      {judges.length === 0 && <p class="board-empty">{say("no_verdicts")}</p>}
      <div class="judges">
        {judges.map((judge) => {
          const given = battle.verdicts.filter((verdict) => verdict.judge === judge);
          return (
            <section key={judge} class="judge" aria-label={visible(judge)}>
              <h3>
                <Name of={judge} /> <small>{judgeKind(given[0]?.kind ?? "")}</small>
              </h3>
              <div class="judge-orders">
                {given.map((verdict, index) => (
                  <VerdictCard key={index} verdict={verdict} />
                ))}
              </div>
            </section>
          );
        })}
      </div>
    </section>
  );
}

function VerdictCard({ verdict }: { verdict: VerdictDetail }) {
  const say = useSay();
  const said = verdict.abstained
    ? verdictName(verdict.verdict)
    : outcomeText(verdict.outcome ?? verdict.verdict);
  const won = !verdict.abstained && verdict.outcome !== null && verdict.order.includes(verdict.outcome);
  return (
    <article class={`verdict${verdict.superseded ? " verdict-old" : ""}`}>
      <p class="verdict-said">
        {won ? say("better") : say("verdict")}{" "}
        <strong>
          <Name of={said} />
        </strong>
        {verdict.margin !== null && <> · {say("margin", { margin: verdict.margin })}</>}
        {verdict.superseded && <span class="badge">{say("superseded")}</span>}
      </p>
      <p class="soft">
        <bdi>{say("order_shown", { order: joined(verdict.order, " → ") })}</bdi>
      </p>
      {verdict.rationale ? <Words turns={[verdict.rationale]} /> : <p class="soft">{say("no_rationale")}</p>}
      <p class="soft">
        {time(verdict.at)}
        {verdict.latency_ms !== null && (
          <> · {say("took", { seconds: plain(verdict.latency_ms / 1000, 1) })}</>
        )}
        {verdict.run !== null && (
          <>
            {" "}
            · <Go to={`/runs/${encodeURIComponent(verdict.run)}`}>{say("run")}</Go>
          </>
        )}
      </p>
    </article>
  );
}
