import type { Client } from '../../../../contract/client.ts';
import type { ErrorCode } from '../../../../domain/errors.ts';
import { type DividedBlock, joinTexts } from '../../../../domain/papers/joinTexts.ts';
import type { Document } from '../../../../domain/papers/richText.ts';
import { type Json, sameJson } from '../../../../domain/records/json.ts';
import { own } from '../../../../domain/records/own.ts';
import { codeOf, type KeptState, RecordKeeper, type RecordView } from '../../../application/recordKeeper.ts';
import { asDocument } from '../schema/documents.ts';

export type { RecordView };

/** The editor that has the text open. */
export interface OpenText {
  /** What it holds now. Costs what was changed since it was asked last. */
  read(): Document | undefined;
  /** Shows what changed elsewhere, block by block, and leaves the cursor where it is. */
  show(document: Document | undefined): void;
}

/** A change of the text that reached the vault. */
export interface TextCommit {
  readonly before: Json | undefined;
  after: Json | undefined;
}

export interface DocumentState extends KeptState {
  /** Something typed is not in the vault yet. */
  readonly unsaved: boolean;
  readonly saving: boolean;
  /** Something was saved since the text was opened. */
  readonly saved: boolean;
  /** Why the vault did not take what was typed. */
  readonly refusal: ErrorCode | undefined;
  /** Blocks that another window or a bundle changed too: what is typed here stands. */
  readonly divided: readonly DividedBlock[];
  /** Something of a newer version came while it was open. */
  readonly newer: boolean;
}

interface Surroundings {
  readonly client: Client;
  /** Called once for each visit that changed something; the commit given may grow while the visit lasts. */
  readonly committed: (commit: TextCommit) => void;
  /** How long typing pauses before it is saved, and how long it may go on without, in milliseconds. */
  readonly pause: number;
  readonly longest: number;
}

const EMPTY: DocumentState = {
  view: undefined,
  unreadable: undefined,
  unsaved: false,
  saving: false,
  saved: false,
  refusal: undefined,
  divided: [],
  newer: false,
};
/** Another window may change the text between two tries; more than a few times in a row it does not. */
const TRIES = 5;

/**
 * Keeps what is typed into a long text until the vault has it, with the guarantees of a form: saved at a pause, on
 * leaving, before locking and closing; checked against what the vault had. Nothing is written out while keys are
 * pressed. Reading and saving follow one another, so an answer is never older than the one before.
 */
export class DocumentKeeper extends RecordKeeper<DocumentState> {
  readonly #field: string;
  readonly #surroundings: Surroundings;
  #text: OpenText | undefined;
  /** What was typed and could not be saved when the editor was closed. */
  #left: { readonly document: Document | undefined } | undefined;
  #pausing: ReturnType<typeof setTimeout> | undefined;
  #since: number | undefined;
  #commit: TextCommit | undefined;
  #isActedElsewhere = false;

  constructor(record: string, field: string, surroundings: Surroundings) {
    super(surroundings.client, record, EMPTY);
    this.#field = field;
    this.#surroundings = surroundings;
  }

  override isUnsaved(): boolean {
    return this.state().unsaved;
  }

  /** What the vault has. */
  inVault(): Json | undefined {
    return this.valueOf(this.#field);
  }

  /** What an editor opens with: what could not be saved before, else what the vault has. */
  opensWith(): Document | undefined {
    return this.#left === undefined ? asDocument(this.inVault()) : this.#left.document;
  }

  /** An editor has the text open until what this gives is called. */
  open(text: OpenText): () => void {
    this.#text = text;
    this.#left = undefined;
    return () => {
      if (this.#text !== text) return;
      if (this.state().unsaved) this.#left = { document: text.read() };
      this.#text = undefined;
    };
  }

  /** The last thing done to the text was done beside typing, and is taken back by the window. */
  actedElsewhere(): void {
    this.#isActedElsewhere = true;
  }

  isActedElsewhere(): boolean {
    return this.#isActedElsewhere;
  }

  /** Something was typed. */
  touched(): void {
    this.#isActedElsewhere = false;
    this.#since ??= Date.now();
    clearTimeout(this.#pausing);
    const rest = this.#since + this.#surroundings.longest - Date.now();
    this.#pausing = setTimeout(() => void this.settle(), Math.max(0, Math.min(this.#surroundings.pause, rest)));
    if (!this.state().unsaved) this.set({ unsaved: true });
  }

  /** The person left the text: what follows is another step to take back. */
  async leave(): Promise<void> {
    await this.settle();
    this.#commit = undefined;
  }

  override close(): Promise<void> {
    return this.leave();
  }

  /** Begins with what is known of the record already, so that the text is there at once; it is read all the same. */
  begin(known: () => RecordView | undefined): void {
    const view = this.state().view === undefined ? known() : undefined;
    if (view !== undefined) this.setSilently({ view });
  }

  /** Saves what was typed; settles when that is done or refused. */
  override settle(): Promise<void> {
    clearTimeout(this.#pausing);
    this.#pausing = undefined;
    return this.enqueue(() => this.#save());
  }

  /** Gives the text a value if it still has the one that is expected: how a change is taken back. */
  change(expected: Json | undefined, value: Json | undefined): Promise<void> {
    return this.enqueue(async () => this.take(await this.edit(this.#field, expected, value)));
  }

  /** The person has looked at a block that was changed elsewhere too. */
  looked(id: string): void {
    this.set({ divided: this.state().divided.filter((block) => block.id !== id) });
  }

  /** The vault was locked: nothing of it stays here. */
  override forget(): void {
    clearTimeout(this.#pausing);
    this.#pausing = undefined;
    this.#since = undefined;
    this.#left = undefined;
    this.#commit = undefined;
    this.set(EMPTY);
  }

  #held(): Document | undefined {
    return this.#text === undefined ? this.opensWith() : this.#text.read();
  }

  async #save(): Promise<void> {
    for (let attempt = 0; attempt < TRIES && this.state().view !== undefined; attempt += 1) {
      const held = this.#held();
      const vault = this.inVault();
      this.#since = undefined;
      if (sameJson(held, vault)) {
        this.set({ unsaved: this.#pausing !== undefined, refusal: undefined });
        return;
      }
      if (await this.#trySave(vault, held)) return;
    }
  }

  /** False when the vault had another value by then, which is read and joined. */
  async #trySave(vault: Json | undefined, held: Document | undefined): Promise<boolean> {
    this.set({ saving: true });
    try {
      const view = await this.edit(this.#field, vault, held);
      if (this.#left?.document === held) this.#left = undefined;
      this.#note(vault, held);
      // Typed on meanwhile: that is saved at the next pause.
      this.set({ view, saved: true, refusal: undefined, unsaved: this.#pausing !== undefined });
      return true;
    } catch (error) {
      const code = codeOf(error);
      if (code === 'record.changedMeanwhile') {
        await this.read();
        return false;
      }
      this.set({ refusal: code });
      return true;
    } finally {
      this.set({ saving: false });
    }
  }

  /** One undoable step for each visit, however often it was saved meanwhile. */
  #note(before: Json | undefined, after: Json | undefined): void {
    if (this.#commit !== undefined) {
      this.#commit.after = after;
      return;
    }
    this.#commit = { before, after };
    this.#surroundings.committed(this.#commit);
  }

  /** Shows the record as it is now; what is typed stays, and joins what came. */
  protected override async take(view: RecordView): Promise<void> {
    const [before, now] = [this.inVault(), own(view.body, this.#field)];
    const isFirst = this.state().view === undefined;
    const text = this.#text;
    if (isFirst || sameJson(before, now) || (text === undefined && this.#left === undefined)) {
      this.set({ view, unreadable: undefined });
      return;
    }
    const theirs = asDocument(now);
    const { document, divided } = joinTexts(asDocument(before), this.#held(), theirs);
    const joined = document.content.length === 0 ? theirs : document;
    // What the other side wrote keeps a place in the history, whatever is saved over it.
    if (divided.length > 0) await this.client.records.cut({ id: this.record });
    const others = this.state().divided.filter(({ id }) => divided.every((block) => block.id !== id));
    this.set({ view, unreadable: undefined, divided: [...others, ...divided] });
    if (text === undefined) this.#left = { document: joined };
    else if (!this.#shows(text, joined)) return;
    if (!sameJson(joined, now)) this.touched();
  }

  /** False where something came that this version's editor does not know: it is not changed any more. */
  #shows(text: OpenText, document: Document | undefined): boolean {
    try {
      text.show(document);
      return true;
    } catch {
      this.set({ newer: true, refusal: this.state().unsaved ? 'paper.unknownNodes' : undefined });
      return false;
    }
  }
}
