/**
 * Battles that the sample arena does not hold (several responses, files, a study's), put before the real page in place
 * of the server's answer. What the page sends comes back as a stored vote.
 */
import type { Page, Request, Route } from "@playwright/test";

export interface SentVote {
  key: string;
  token: string;
  body: Record<string, unknown>;
}

export interface FakeBattle {
  turns?: string[];
  responses: string[];
  language?: string;
  /** For each response the files; position 0 is the prompt's. */
  files?: Record<number, { kind: "image" | "audio" | "video"; type: string; body: Buffer | "missing" }[]>;
  study?: Record<string, unknown> | null;
}

export interface FakeFloor {
  votes: SentVote[];
  /** Tokens of the files that were asked for. */
  opened: number;
}

const NAMES = ["tersk", "meandra", "oblate", "quillon", "farrow", "nimbus", "salix", "vetch"];

/** Answers `/api/battles/next` with these battles in turn, then with none, and takes the votes on them. */
export async function serveBattles(page: Page, battles: readonly FakeBattle[]): Promise<FakeFloor> {
  const floor: FakeFloor = { votes: [], opened: 0 };
  let at = 0;
  let voted = 0;
  const progress = () => ({
    voted,
    remaining: battles.length - at,
    ...(battles[0]?.study ? { wanted: battles.length } : {}),
  });
  await page.route("**/api/battles/next*", (route) => {
    const battle = battles[at];
    if (!battle) {
      return refuse(route, 404, "no_battles");
    }
    floor.opened += 1;
    return route.fulfill({ json: { ...battleJson(battle, at), progress: progress() } });
  });
  await page.route("**/api/battles/*/media/**", (route) => {
    const file = fileOf(route.request().url(), battles);
    return file && file.body !== "missing"
      ? route.fulfill({ body: file.body, contentType: file.type })
      : route.fulfill({ status: 404, body: "" });
  });
  await page.route("**/api/battles/*/votes", (route) => {
    const vote = readVote(route.request());
    const again = floor.votes.some(({ key }) => key === vote.key);
    if (!again) {
      floor.votes.push(vote);
      at += 1;
      voted += vote.body.verdict === "skip" ? 0 : 1;
    }
    return route.fulfill({
      status: again ? 200 : 201,
      json: {
        vote: `vote-${floor.votes.length}`,
        verdict: vote.body.ranks ? "ranking" : vote.body.verdict,
        responses: revealOf(vote, battles),
        progress: progress(),
      },
    });
  });
  return floor;
}

type Battles = readonly FakeBattle[];

function fileOf(url: string, battles: Battles) {
  const [, battle, position, n] = /battles\/battle-(\d+)\/media\/(\d+)\/(\d+)/.exec(url) ?? [];
  return battles[Number(battle)]?.files?.[Number(position)]?.[Number(n)];
}

function readVote(request: Request): SentVote {
  return {
    key: request.headers()["idempotency-key"] ?? "",
    token: /battles\/([^/]+)\/votes/.exec(request.url())?.[1] ?? "",
    body: JSON.parse(request.postData() ?? "{}") as Record<string, unknown>,
  };
}

function revealOf({ token, body }: SentVote, battles: Battles): Record<string, unknown>[] {
  const battle = battles[Number(token.replace("battle-", ""))];
  if (!battle || body.verdict === "skip" || battle.study?.reveal === "never") {
    return [];
  }
  return battle.responses.map((_, index) => ({
    position: index + 1,
    model_name: NAMES[index],
    organization: index === 0 ? "Invented" : null,
    license: index === 0 ? "MIT" : null,
    price: null,
    price_input: index === 1 ? "0.50" : null,
    price_output: index === 1 ? "1.50" : null,
    rating: 1000 + index,
    rating_change: index - 1,
  }));
}

function battleJson(battle: FakeBattle, at: number): Record<string, unknown> {
  const attachments = (position: number) =>
    (battle.files?.[position] ?? []).map(({ kind, type }, n) => ({
      kind,
      media_type: type,
      url: `/api/battles/battle-${at}/media/${position}/${n}`,
    }));
  return {
    battle: `battle-${at}`,
    prompt: {
      turns: battle.turns ?? ["Explain why the sky is blue, in two sentences."],
      category: "science",
      language: battle.language ?? "en",
      attachments: attachments(0),
    },
    responses: battle.responses.map((content, index) => ({
      position: index + 1,
      turns: [content],
      content,
      attachments: attachments(index + 1),
    })),
    study: battle.study ?? null,
  };
}

export function refuse(route: Route, status: number, code: string, message = "Refused."): Promise<void> {
  return route.fulfill({ status, json: { status, code, message, details: {} } });
}

/** Has an address of the page answered with the page itself, as the server does for every page it names. */
export async function servePage(page: Page, pattern: string): Promise<void> {
  await page.route(pattern, async (route) => {
    if (route.request().resourceType() !== "document") {
      return route.fallback();
    }
    const origin = new URL(route.request().url()).origin;
    return route.fulfill({ response: await route.fetch({ url: `${origin}/` }) });
  });
}

export const SKY = [
  "Sunlight holds all colours. Air scatters the short blue waves far more than the long red ones, so blue reaches us from every side.",
  "The sky is blue because the sea is blue, and it mirrors it. At night there is no sea light.",
  "Air molecules scatter short wavelengths more strongly (Rayleigh scattering, with the fourth power of the frequency).\n\nSo the scattered light that fills the sky is mostly blue.",
  "Blue light is scattered the most by air, and our eyes see little violet.",
  "Because of ozone. Ozone absorbs orange light at dusk, and what is left is blue.",
  "It is a matter of **scattering**: $I \\propto \\lambda^{-4}$.",
  "Nobody knows.",
  "The blue part of sunlight is bent around by the air until it comes from everywhere.",
];

/** A study as a battle and as the study's own route tell it. */
export const STUDY = {
  key: "summaries",
  name: "Which explanation is better?",
  guidelines_version: 1,
  questions: [
    {
      id: "why",
      text: "What decided?",
      type: "choice",
      required: true,
      options: [
        { value: "facts", text: "Facts" },
        { value: "style", text: "Style" },
      ],
    },
    { id: "note", text: "Anything else?", type: "text", required: false },
  ],
  margin: false,
  min_reading_ms: 0,
  reveal: "never",
};

/** Answers the routes of a study; `changes` holds from the next request on. */
export async function serveStudy(page: Page): Promise<{ changes: Record<string, unknown> }> {
  const served: { changes: Record<string, unknown> } = { changes: {} };
  await servePage(page, "**/s/summaries");
  await servePage(page, "**/studies");
  const entry = () => ({
    key: STUDY.key,
    name: STUDY.name,
    state: "open",
    may_vote: "yes",
    voted: 0,
    wanted: 3,
    ...served.changes,
  });
  await page.route("**/api/studies", (route) => route.fulfill({ json: { studies: [entry()] } }));
  await page.route("**/api/studies/summaries", (route) =>
    route.fulfill({
      json: {
        k: 2,
        language: "en",
        guidelines: {
          version: 1,
          text: "Read **both** responses.\n\n- Prefer what is true\n- Then what is short",
        },
        questions: STUDY.questions,
        progress: { voted: 0, remaining: 3, wanted: 3 },
        reveal: "never",
        ...entry(),
      },
    }),
  );
  return served;
}

/** A small picture: a coloured disc on a plain ground, as an SVG. */
export function picture(colour: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300" viewBox="0 0 400 300"><rect width="400" height="300" fill="#ddd"/><circle cx="200" cy="150" r="110" fill="${colour}"/><path d="M40 260h320" stroke="#333" stroke-width="6"/></svg>`,
  );
}

/** A second of a quiet tone, as a WAV file. */
export function tone(hertz: number): Buffer {
  const rate = 8000;
  const samples = Buffer.alloc(rate * 2);
  for (let i = 0; i < rate; i++) {
    samples.writeInt16LE(Math.round(3000 * Math.sin((2 * Math.PI * hertz * i) / rate)), i * 2);
  }
  const head = Buffer.alloc(44);
  head.write("RIFF", 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write("data", 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
