// Whose turn it is: of several tabs with the same stand one edits, and the others look on.

export class Turn {
  private release: (() => void) | undefined;
  private ended = false;

  constructor(
    private readonly name: string,
    private readonly told: (mine: boolean) => void,
  ) {}

  start(): void {
    // Where a page is not secure there are no locks.
    if (!("locks" in navigator)) return this.told(true);
    void navigator.locks
      .request(this.name, { ifAvailable: true }, (lock) => {
        if (lock) return this.hold();
        this.told(false);
        this.wait({});
      })
      .catch(() => this.lost());
  }

  /** The person edits here from now on. */
  take(): void {
    this.wait({ steal: true });
  }

  stop(): void {
    this.ended = true;
    this.release?.();
  }

  private wait(options: LockOptions): void {
    void navigator.locks.request(this.name, options, () => this.hold()).catch(() => this.lost());
  }

  private hold(): Promise<void> | undefined {
    if (this.ended) return undefined;
    this.told(true);
    return new Promise((release) => (this.release = release));
  }

  /** Another tab took it. */
  private lost(): void {
    if (this.ended) return;
    this.told(false);
    this.wait({});
  }
}
