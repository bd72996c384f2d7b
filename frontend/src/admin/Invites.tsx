import { useId, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";
import { Wide } from "../board/bits";
import { useLoaded } from "../board/useLoaded";
import { createInvite, endInvite, type Invite, listInvites, type Role } from "./api";
import { Refusal, When } from "./bits";
import { useSay } from "./words";

const ROLES_OF_STUDY: readonly Role[] = ["voter", "analyst"];
const ROLES_OF_ARENA: readonly Role[] = ["analyst", "admin"];

/** Links that let people in: to one study, or to the whole arena where `study` is null; read again when `round` changes. */
export function Invites({ study, round = 0 }: { study: string | null; round?: number }) {
  const say = useSay();
  const id = useId();
  const [times, setTimes] = useState(0);
  const [refused, setRefused] = useState<ApiError | null>(null);
  const [link, setLink] = useState<string | null>(null);
  const [rolesEnded, setRolesEnded] = useState<number | null>(null);
  const { value, error } = useLoaded(() => listInvites(study), [study, times, round]);
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      setRefused(null);
      setTimes((before) => before + 1);
    } catch (cause) {
      setRefused(asError(cause));
    }
  };
  const problem = refused ?? error;
  return (
    <section aria-labelledby={`${id}-title`} class="invites">
      <h2 id={`${id}-title`}>{say(study === null ? "invites_arena" : "invites")}</h2>
      <NewInviteForm
        roles={study === null ? ROLES_OF_ARENA : ROLES_OF_STUDY}
        onCreate={(invite) =>
          attempt(async () => {
            setLink((await createInvite(study, invite)).url);
            setRolesEnded(null);
          })
        }
      />
      <div role="status">{link !== null && <NewLink link={link} />}</div>
      {problem && <Refusal error={problem} />}
      {value && value.invites.length > 0 && (
        <InviteTable
          invites={value.invites}
          onEnd={(invite, withRoles) =>
            void attempt(async () => {
              const { roles_ended } = await endInvite(invite, withRoles);
              setRolesEnded(withRoles ? roles_ended : null);
            })
          }
        />
      )}
      <p role="status">{rolesEnded === null ? "" : say("roles_ended", { count: rolesEnded })}</p>
    </section>
  );
}

/** A link is shown once: only a hash of it is kept. */
function NewLink({ link }: { link: string }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const address = new URL(link, window.location.href).href;
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <div class="banner new-link">
      <p>{say("link_once")}</p>
      <p>
        <code dir="ltr">{address}</code>
      </p>
      {"clipboard" in navigator && (
        <button type="button" class="button" onClick={() => void copy()}>
          {say(copied ? "copied" : "copy")}
        </button>
      )}
    </div>
  );
}

interface NewInviteFormProps {
  roles: readonly Role[];
  onCreate: (invite: {
    role: Role;
    label: string;
    uses: number | null;
    expires_at: string | null;
  }) => Promise<void>;
}

function NewInviteForm({ roles, onCreate }: NewInviteFormProps) {
  const say = useSay();
  const id = useId();
  const [role, setRole] = useState<Role>(roles[0] ?? "voter");
  const [label, setLabel] = useState("");
  const [uses, setUses] = useState("1");
  const [until, setUntil] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    void onCreate({
      role,
      label,
      uses: uses === "" ? null : Number(uses),
      expires_at: until === "" ? null : new Date(`${until}T23:59:59`).toISOString(),
    });
  };
  return (
    <form class="invite-form" onSubmit={submit}>
      <div class="field">
        <label for={`${id}-role`}>{say("role")}</label>
        <select
          id={`${id}-role`}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as Role)}
        >
          {roles.map((name) => (
            <option key={name} value={name}>
              {say(`role_${name}`)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-label`}>{say("invite_label")}</label>
        <input
          id={`${id}-label`}
          type="text"
          dir="auto"
          value={label}
          onInput={(event) => setLabel(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-uses`}>{say("invite_uses")}</label>
        <input
          id={`${id}-uses`}
          type="number"
          min={1}
          value={uses}
          onInput={(event) => setUses(event.currentTarget.value)}
        />
      </div>
      <div class="field">
        <label for={`${id}-until`}>{say("invite_until")}</label>
        <input
          id={`${id}-until`}
          type="date"
          value={until}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <button type="submit" class="button">
        {say("make_link")}
      </button>
    </form>
  );
}

type OnEnd = (id: string, withRoles: boolean) => void;

/** Ends a link, or the link and the roles that it gave. The latter asks first: whoever holds one loses it at once. */
function EndInvite({ invite, onEnd }: { invite: Invite; onEnd: OnEnd }) {
  const say = useSay();
  const [asked, setAsked] = useState(false);
  const endRoles = () => {
    if (asked) {
      onEnd(invite.id, true);
    }
    setAsked(!asked);
  };
  const word = invite.ended ? "end_roles" : "end_with_roles";
  return (
    <div class="end-invite">
      {invite.ended ? (
        <span>{say("ended")}</span>
      ) : (
        <button type="button" class="button button-small" onClick={() => onEnd(invite.id, false)}>
          {say("end_invite")}
        </button>
      )}
      {invite.roles > 0 && (
        <button type="button" class="button button-small" onClick={endRoles}>
          {say(asked ? "really_end_roles" : word)}
        </button>
      )}
      <p role="status" class="end-asks">
        {asked ? say("end_roles_asks", { count: invite.roles }) : ""}
      </p>
    </div>
  );
}

function InviteTable({ invites, onEnd }: { invites: Invite[]; onEnd: OnEnd }) {
  const say = useSay();
  return (
    <Wide name={say("invites")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("invite_label")}</th>
            <th scope="col">{say("role")}</th>
            <th scope="col">{say("used")}</th>
            <th scope="col">{say("invite_until")}</th>
            <th scope="col">{say("state")}</th>
          </tr>
        </thead>
        <tbody>
          {invites.map((invite) => (
            <tr key={invite.id}>
              <th scope="row" dir="auto">
                {invite.label === "" ? invite.id : invite.label}
              </th>
              <td>{say(`role_${invite.role}`)}</td>
              <td>
                {invite.uses_max === null
                  ? String(invite.uses)
                  : say("of", { part: invite.uses, whole: invite.uses_max })}
              </td>
              <td>
                <When at={invite.expires_at} />
              </td>
              <td>
                <EndInvite invite={invite} onEnd={onEnd} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
