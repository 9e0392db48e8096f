import type { z } from 'zod';
import type { Client } from '../../contract/client.ts';
import type { RecordView as ViewSchema } from '../../contract/records/calls.ts';
import { AmberdeskError, type ErrorCode } from '../../domain/errors.ts';
import { RecordId } from '../../domain/records/ids.ts';
import type { Json } from '../../domain/records/json.ts';
import { own } from '../../domain/records/own.ts';

export type RecordView = z.output<typeof ViewSchema>;

export interface KeptState {
  readonly view: RecordView | undefined;
  /** Why the record could not be read: an error code. */
  readonly unreadable: ErrorCode | undefined;
}

/**
 * Keeps what is typed into a record until the vault has it: what its form and its long text have in common. All reading
 * and saving of the record is done one after the other, so an answer is never older than the one before.
 */
export abstract class RecordKeeper<State extends KeptState> {
  protected readonly record: RecordId;
  protected readonly client: Client;
  readonly #listeners = new Set<() => void>();
  #state: State;
  #queue: Promise<void> = Promise.resolve();

  constructor(client: Client, record: string, state: State) {
    this.record = RecordId.parse(record);
    this.client = client;
    this.#state = state;
  }

  readonly state = (): State => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether it is on the screen. */
  isShown(): boolean {
    return this.#listeners.size > 0;
  }

  /** Reads the record: when it opens, and when an event says that it changed. */
  refresh(): Promise<void> {
    return this.enqueue(() => this.read());
  }

  /** Whether something typed is not in the vault, for whatever reason. */
  abstract isUnsaved(): boolean;

  /** Saves all that can be saved; settles when that is done or refused. */
  abstract settle(): Promise<void>;

  /** It goes from the screen. */
  close(): Promise<void> {
    return this.settle();
  }

  /** The vault was locked: nothing of it stays here. */
  abstract forget(): void;

  /** Shows the record as it is now, with what is typed. */
  protected abstract take(view: RecordView): void | Promise<void>;

  protected async read(): Promise<void> {
    try {
      await this.take(await this.client.records.read({ id: this.record }));
    } catch (error) {
      this.set({ view: undefined, unreadable: codeOf(error) });
    }
  }

  /** What the vault has in a field. */
  protected valueOf(field: string): Json | undefined {
    const { view } = this.#state;
    return view && own(view.body, field);
  }

  /** Gives a field a value if the vault still has the one that is expected. */
  protected edit(field: string, expected: Json | undefined, value: Json | undefined): Promise<RecordView> {
    return this.client.records.edit({
      id: this.record,
      changes: { [field]: value ?? null },
      base: { [field]: expected ?? null },
    });
  }

  protected enqueue(step: () => Promise<void>): Promise<void> {
    const run = this.#queue.then(step);
    this.#queue = run.catch(() => {});
    return run;
  }

  protected set(change: Partial<State> | KeptState): void {
    this.setSilently(change);
    for (const listener of this.#listeners) listener();
  }

  /** As `set`, while it is being shown: nobody needs to be told. */
  protected setSilently(change: Partial<State> | KeptState): void {
    this.#state = { ...this.#state, ...change };
  }
}

/** The code of what a call threw. */
export const codeOf = (error: unknown): ErrorCode => (error instanceof AmberdeskError ? error.code : 'internal');
