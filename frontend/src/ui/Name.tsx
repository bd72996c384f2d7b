import { visible } from "../i18n/names";

/** A name that somebody else chose: it keeps its direction to itself, and a long one breaks anywhere. */
export function Name({ of: name }: { of: string }) {
  return <bdi class="name">{visible(name)}</bdi>;
}
