/** Whether news reach the page; told once, not on every vote. */
export function LiveMark({ live, text }: { live: boolean; text: string }) {
  return (
    <p class={`live${live ? " live-on" : ""}`} role="status">
      <span aria-hidden="true">{live ? "●" : "○"}</span> {text}
    </p>
  );
}
