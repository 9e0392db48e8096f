import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { InstallationId, RecordId } from '../../../domain/records/ids.ts';
import type { Audience } from '../../../domain/release/audience.ts';
import { useClient, useHost } from '../../application/ApplicationContext.ts';
import type { Saving } from '../../host/host.ts';
import { useWork } from '../../parts/work/useWork.ts';
import type { Purpose, Selection } from './audience.ts';

interface SealOrder {
  readonly selection: Selection;
  readonly audience: Audience;
  readonly addressees: readonly string[];
  readonly passphrase: string | undefined;
  readonly purpose: Purpose;
  readonly meeting: string | null;
  readonly name: string;
}

export interface Sealing {
  readonly job: string | undefined;
  readonly error: unknown;
  /** Seals, has the file saved, and shows what was sealed. */
  seal(order: SealOrder): Promise<void>;
  cancel(): void;
}

/** Seals a bundle into a file where the person wants it. A window that goes in the middle of it ends it. */
export function useSealing(): Sealing {
  const client = useClient();
  const host = useHost();
  const navigate = useNavigate();
  const [refusal, setRefusal] = useState<unknown>();
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
    };
  }, []);
  const work = useWork(
    ({ selection, audience, addressees, passphrase, purpose, meeting, file }: SealOrder & { file: string }, job) =>
      client.exchange.seal({
        selection,
        audience,
        addressees: addressees.map((id) => InstallationId.parse(id)),
        ...(passphrase === undefined ? {} : { passphrase }),
        purpose,
        ...(meeting === null ? {} : { meeting: RecordId.parse(meeting) }),
        file,
        job,
      }),
    { endsWithWindow: true },
  );
  const seal = async (order: SealOrder) => {
    setRefusal(undefined);
    let saving: Saving | undefined;
    try {
      saving = await host.saveAs(order.name);
      if (saving === undefined) return;
      const sealed = await work.start({ ...order, file: saving.file });
      if (sealed === undefined) return await saving.abandon();
      await saving.finish();
      if (there.current) navigate(`/exchange/sent/${sealed.bundle}`, { state: { words: order.passphrase } });
    } catch (error) {
      setRefusal(error);
    }
  };
  return { job: work.job, error: work.error ?? refusal, seal, cancel: work.cancel };
}
