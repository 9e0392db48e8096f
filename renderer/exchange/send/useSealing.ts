import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Client } from '../../../contract/client.ts';
import { AmberdeskError, type ErrorCode } from '../../../domain/errors.ts';
import type { Notice } from '../../../domain/exchange/manifest.ts';
import { volumeOf } from '../../../domain/exchange/volumes.ts';
import { RecordId } from '../../../domain/records/ids.ts';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import type { Saving } from '../../host/host.ts';
import { usualPaper } from '../../language/paperSize.ts';
import { suggestPassphrase } from '../../parts/passphrase/suggestPassphrase.ts';
import { useWork } from '../../parts/work/useWork.ts';
import { fileNamesFor } from '../fileNames.ts';
import { type CopiesIn, type Envelope, languagesOf, type Purpose, type Selection } from './audience.ts';
import { type JustSealed, useJustSealed } from './justSealed.ts';

export interface SealOrder {
  readonly selection: Selection;
  /** A file for each. */
  readonly envelopes: readonly Envelope[];
  /** What a party is called. */
  nameOf(party: string): string;
  /** Each file is sealed under words of its own instead of to keys. */
  readonly underWords: boolean;
  readonly purpose: Purpose;
  readonly meeting: string | null;
  /** As it was typed. */
  readonly name: string;
  /** A larger bundle is cut into volumes of so many bytes; absent where it is not. */
  readonly volumeBytes: number | undefined;
  /** Into the exchange folder, under a name that is drawn, instead of where the person chooses. */
  readonly intoFolder: boolean;
  /** Leaves out what they have already. */
  readonly delta: boolean;
  /** In which languages there are copies to read, and a form for the answer. */
  readonly copies: CopiesIn;
  /** Of a notice: what it warns of. */
  readonly notice: Notice | undefined;
  /** What is to be done once something was sealed. */
  sealed?(): void;
}

export interface Sealing {
  /** Something is being sealed or saved. */
  readonly busy: boolean;
  readonly job: string | undefined;
  /** Which of the files is being made, from 1, and of how many. */
  readonly at: { readonly file: number; readonly of: number };
  readonly error: unknown;
  /** Files that were made before it was cancelled or went wrong. */
  readonly made: number;
  /** Seals one file after the other, has each saved, and shows what was sealed. */
  seal(order: SealOrder): Promise<void>;
  cancel(): void;
}

type OneFile = Pick<SealOrder, 'selection' | 'purpose' | 'meeting' | 'volumeBytes' | 'delta' | 'copies' | 'notice'> & {
  readonly envelope: Envelope;
  readonly words: string | undefined;
  readonly file: string;
};

/** Nothing may go to them, or they have it all. */
const NOTHING: readonly ErrorCode[] = ['release.withheld', 'bundle.nothingLacking'];
/** A free place in the exchange folder. The call that seals leaves nothing there when it fails. */
async function placeInFolder(client: Client): Promise<Saving> {
  const { file } = await client.folder.place({});
  return { file, finish: async () => {}, abandon: async () => {} };
}

const nameIn = (path: string): string => path.split(/[/\\]/).at(-1) ?? path;

const isNothing = (error: unknown): boolean => error instanceof AmberdeskError && NOTHING.includes(error.code);

/**
 * Seals bundles into files where the person wants them. A window that goes in the middle of it ends it: what was not
 * finished is nowhere.
 */
export function useSealing(): Sealing {
  const client = useClient();
  const host = useHost();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<unknown>();
  const [at, setAt] = useState({ file: 1, of: 1 });
  const [made, setMade] = useState(0);
  const [busy, setBusy] = useState(false);
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  const work = useWork(
    ({ selection, envelope, words, purpose, meeting, volumeBytes, delta, copies, notice, file }: OneFile, job) =>
      client.exchange
        .seal({
          selection,
          audience: envelope.audience,
          addressees: words === undefined ? envelope.cards.map(({ installation }) => installation) : [],
          ...(words === undefined ? {} : { passphrase: words }),
          purpose,
          ...(meeting === null ? {} : { meeting: RecordId.parse(meeting) }),
          ...(delta ? { delta } : {}),
          ...(notice === undefined ? {} : { notice }),
          ...(copies === 'none' ? {} : { readable: { languages: [...languagesOf(copies)], paper: usualPaper() } }),
          ...(volumeBytes === undefined ? {} : { volumeBytes }),
          file,
          job,
        })
        // Where several files are made, one to which nothing goes is not made, and the others are.
        .catch((error: unknown) => {
          if (envelope.party !== undefined && isNothing(error)) return 'nothing' as const;
          throw error;
        }),
    { endsWithWindow: true },
  );

  /** Gives what was made; `nothing` where nothing goes; undefined where it ended. */
  const sealOne = async (order: SealOrder, envelope: Envelope, name: string) => {
    const words = order.underWords ? await suggestPassphrase() : undefined;
    const saving = order.intoFolder ? await placeInFolder(client) : await host.saveAs(name);
    if (saving === undefined) return undefined;
    try {
      const sealed = await work.start({ ...order, envelope, words, file: saving.file });
      if (sealed === undefined || sealed === 'nothing') {
        await saving.abandon();
        return sealed;
      }
      // A bundle that is small enough is one file.
      const volumes = sealed.files.some((file) => volumeOf(file) !== undefined) ? sealed.files.length : undefined;
      await saving.finish(volumes);
      return {
        bundle: sealed.bundle,
        file: order.intoFolder ? nameIn(saving.file) : name,
        ...(order.intoFolder ? { inFolder: true } : {}),
        ...(volumes === undefined ? {} : { volumes }),
        ...(envelope.party === undefined ? {} : { for: order.nameOf(envelope.party) }),
        ...(words === undefined ? {} : { words }),
      } satisfies JustSealed;
    } catch (error) {
      await saving.abandon();
      throw error;
    }
  };

  const seal = async (order: SealOrder): Promise<void> => {
    const { envelopes } = order;
    setRefusal(undefined);
    setMade(0);
    setBusy(true);
    const names = fileNamesFor(order.name, envelopes.length);
    const files: JustSealed[] = [];
    const nothingFor: string[] = [];
    const keep = () => useJustSealed.getState().keep([...files], [...nothingFor]);
    try {
      for (const [index, envelope] of envelopes.entries()) {
        setAt({ file: index + 1, of: envelopes.length });
        const outcome = await sealOne(order, envelope, names[index] ?? '');
        if (outcome === undefined) return setMade(files.length);
        if (outcome === 'nothing') nothingFor.push(order.nameOf(envelope.party ?? ''));
        else files.push(outcome);
        // What was made stays made, whatever becomes of the next.
        if (files.length > 0) keep();
      }
    } catch (error) {
      setMade(files.length);
      return setRefusal(error);
    } finally {
      setBusy(false);
    }
    if (files.length === 0)
      return setRefusal(new AmberdeskError(order.delta ? 'bundle.nothingLacking' : 'release.withheld'));
    order.sealed?.();
    if (!there.current) return;
    const [only] = files;
    navigate(envelopes.length === 1 && only !== undefined ? `/exchange/sent/${only.bundle}` : '/exchange/sealed');
  };
  return { busy, job: work.job, at, error: work.error ?? refusal, made, seal, cancel: work.cancel };
}
