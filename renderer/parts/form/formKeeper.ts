import type { Client } from '../../../contract/client.ts';
import { type Json, sameJson } from '../../../domain/records/json.ts';
import type { FieldRule } from '../../../domain/records/kind.ts';
import { kindOf } from '../../../domain/records/kinds.ts';
import { own } from '../../../domain/records/own.ts';
import { codeOf, type KeptState, RecordKeeper, type RecordView } from '../../application/recordKeeper.ts';
import type { SaveWhen } from './editors/EditorProps.ts';
import { faultOf, type Input, joinEdits, type Typed } from './typed.ts';

export type { RecordView };

/** A change of a field that reached the vault. */
export interface Commit {
  readonly record: string;
  readonly field: string;
  /** What the field had when the person came to it. */
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

export interface FormState extends KeptState {
  readonly typed: ReadonlyMap<string, Typed>;
  /** The field that the person is in. */
  readonly visited: string | undefined;
  /** A field is being saved. */
  readonly saving: boolean;
  /** Something was saved since the form was opened. */
  readonly saved: boolean;
}

interface Surroundings {
  readonly client: Client;
  /** Called once for each visit to a field that changed something; the commit given may grow while the visit lasts. */
  readonly committed: (commit: Commit) => void;
  /** How long typing pauses before it is saved, in milliseconds. */
  readonly pause: number;
}

const EMPTY: FormState = {
  view: undefined,
  unreadable: undefined,
  typed: new Map(),
  visited: undefined,
  saving: false,
  saved: false,
};
/** Another window may change the field between two tries; more than a few times in a row it does not. */
const TRIES = 5;

/**
 * Keeps what is typed into the fields of one record until the vault has it. All reading and saving of the record is
 * done one after the other, so an answer is never older than the one before.
 *
 * While the person is in a field, nothing changes under the cursor; what another window did to it joins when it is
 * saved, and shows when the person leaves it.
 */
export class FormKeeper extends RecordKeeper<FormState> {
  readonly #surroundings: Surroundings;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #commits = new Map<string, Commit & { after: Json | undefined }>();

  constructor(record: string, surroundings: Surroundings) {
    super(surroundings.client, record, EMPTY);
    this.#surroundings = surroundings;
  }

  /** Whether something typed is not in the vault, for whatever reason. */
  override isUnsaved(): boolean {
    return [...this.state().typed.keys()].some((field) => this.#isOpen(field));
  }

  /** The person is in this field. */
  visit(field: string): void {
    const before = this.state().visited;
    if (before === field) return;
    this.set({ visited: field });
    if (before !== undefined) void this.#settleField(before);
  }

  /** The person left the field: it is saved, and shows what the vault has. */
  leave(field: string): Promise<void> {
    if (this.state().visited === field) this.set({ visited: undefined });
    return this.#settleField(field);
  }

  type(field: string, input: Input, when: SaveWhen): void {
    const before = this.state().typed.get(field);
    const base = before === undefined ? this.valueOf(field) : before.base;
    this.#put(field, this.#judged(field, { base, input }));
    this.#clearTimer(field);
    if (when === 'now') void this.#save(field);
    if (when === 'pause')
      this.#timers.set(
        field,
        setTimeout(() => void this.#save(field), this.#surroundings.pause),
      );
  }

  /** Answers where two windows gave a field different values: this one stands. */
  decide(field: string, value: Json | undefined): Promise<void> {
    this.#put(field, this.#judged(field, { base: this.valueOf(field), input: { value } }));
    return this.#save(field);
  }

  /** Lets go of what was typed and could not be saved. */
  drop(field: string): void {
    this.#clearTimer(field);
    this.#put(field, undefined);
  }

  /** Saves all that can be saved; settles when that is done. */
  override async settle(): Promise<void> {
    await Promise.all([...this.state().typed.keys()].map((field) => this.#save(field)));
  }

  /** Gives a field a value if it still has the one that is expected: how a change is taken back. */
  async change(field: string, expected: Json | undefined, value: Json | undefined): Promise<void> {
    await this.enqueue(async () => {
      const view = await this.edit(field, expected, value);
      this.take(view);
    });
  }

  /** The vault was locked: nothing of it stays here. */
  override forget(): void {
    for (const field of [...this.#timers.keys()]) this.#clearTimer(field);
    this.#commits.clear();
    this.set(EMPTY);
  }

  async #settleField(field: string): Promise<void> {
    await this.#save(field);
    if (this.state().visited !== field) this.#commits.delete(field);
  }

  #save(field: string): Promise<void> {
    this.#clearTimer(field);
    if (!this.state().typed.has(field)) return Promise.resolve();
    return this.enqueue(() => this.#saveNow(field));
  }

  async #saveNow(field: string): Promise<void> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const typed = this.state().typed.get(field);
      if (typed === undefined || typed.wrong !== undefined || 'raw' in typed.input) return;
      const vault = this.valueOf(field);
      const joined = joinEdits(this.#rule(field), typed.base, typed.input.value, vault);
      if (joined === 'divided') return;
      if (sameJson(joined.value, vault)) {
        this.#settled(field, typed);
        return;
      }
      if (await this.#tryEdit(field, typed, vault, joined.value)) return;
    }
  }

  /** False when the vault had another value by then, which is read. */
  async #tryEdit(field: string, typed: Typed, vault: Json | undefined, value: Json | undefined): Promise<boolean> {
    this.set({ saving: true });
    try {
      const view = await this.edit(field, vault, value);
      this.#note(field, vault, value);
      this.set({ view, saved: true });
      this.#settled(field, typed);
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'record.changedMeanwhile') {
        await this.read();
        return false;
      }
      const now = this.state().typed.get(field);
      if (now !== undefined) this.#put(field, { ...now, refusal: { code } });
      return true;
    } finally {
      this.set({ saving: false });
    }
  }

  /** What was typed is in the vault. While the person is in the field, it goes on from what they see. */
  #settled(field: string, saved: Typed): void {
    const now = this.state().typed.get(field);
    if (now === undefined || !('value' in saved.input)) return;
    const isLatest = now.input === saved.input;
    if (isLatest && this.state().visited !== field) this.#put(field, undefined);
    else this.#put(field, { ...now, base: saved.input.value });
  }

  /** One undoable step for each visit to a field, however often it was saved meanwhile. */
  #note(field: string, before: Json | undefined, after: Json | undefined): void {
    const known = this.#commits.get(field);
    if (known !== undefined) {
      known.after = after;
      return;
    }
    const commit = { record: this.record, field, before, after };
    if (this.state().visited === field) this.#commits.set(field, commit);
    this.#surroundings.committed(commit);
  }

  /** Shows the record as it is now. What is typed stays as it is; where it cannot be joined, the person is asked. */
  protected override take(view: RecordView): void {
    this.set({ view, unreadable: undefined });
    for (const [field, typed] of this.state().typed) {
      const { divided: _divided, ...before } = typed;
      const now = this.#judged(field, before);
      const vault = this.valueOf(field);
      const joined = 'value' in now.input && joinEdits(this.#rule(field), now.base, now.input.value, vault);
      const isSaved = typeof joined === 'object' && sameJson(joined.value, vault);
      this.#put(field, isSaved && this.state().visited !== field ? undefined : now);
    }
  }

  #isOpen(field: string): boolean {
    const typed = this.state().typed.get(field);
    if (typed === undefined) return false;
    return 'raw' in typed.input || typed.divided === true || !sameJson(typed.input.value, typed.base);
  }

  /** With what is wrong with it, and whether another window disagrees. */
  #judged(field: string, typed: Typed): Typed {
    if ('raw' in typed.input) return { ...typed, wrong: typed.input.wrong };
    const kind = kindOf(this.state().view?.kind ?? '');
    const wrong = kind === undefined ? undefined : faultOf(kind, field, typed.input.value);
    const joined = joinEdits(this.#rule(field), typed.base, typed.input.value, this.valueOf(field));
    return {
      ...typed,
      ...(wrong === undefined ? {} : { wrong }),
      ...(joined === 'divided' ? { divided: true } : {}),
    };
  }

  #rule(field: string): FieldRule | undefined {
    const kind = kindOf(this.state().view?.kind ?? '');
    return kind && own(kind.fields, field);
  }

  #put(field: string, typed: Typed | undefined): void {
    const all = new Map(this.state().typed);
    if (typed === undefined) all.delete(field);
    else all.set(field, typed);
    this.set({ typed: all });
  }

  #clearTimer(field: string): void {
    clearTimeout(this.#timers.get(field));
    this.#timers.delete(field);
  }
}
