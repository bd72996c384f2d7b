/** Does what news ask for: at most once in a time, and not while the last answer is still on its way. */
export class Pacer {
  private timer = 0;
  private wanted = false;
  private busy = false;

  /**
   * @param task what is done
   * @param everyMs least time between two beginnings
   * @param ranAt when it was done last, in the time of `performance.now()`
   */
  constructor(
    private readonly task: () => void,
    private readonly everyMs: number,
    private ranAt = Number.NEGATIVE_INFINITY,
  ) {}

  /** Has the task done as soon as may be; asked for several times before that, it is done once. */
  ask(): void {
    this.wanted = true;
    this.arm();
  }

  /** Whether an answer is on its way. */
  setBusy(busy: boolean): void {
    this.busy = busy;
    this.arm();
  }

  stop(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.wanted = false;
  }

  private arm(): void {
    if (this.wanted && !this.busy && this.timer === 0) {
      this.timer = window.setTimeout(
        () => this.run(),
        Math.max(0, this.ranAt + this.everyMs - performance.now()),
      );
    }
  }

  private run(): void {
    this.timer = 0;
    if (this.busy) {
      return;
    }
    this.wanted = false;
    this.ranAt = performance.now();
    this.task();
  }
}
