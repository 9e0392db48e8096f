import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { z } from 'zod';
import type { Mention as MentionSchema } from '../../../contract/exchange/bundles.ts';
import type { Audience as AudienceSchema } from '../../../domain/release/audience.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { useUndo } from '../../application/undo.ts';

/** For whom, as calls take it. */
export type Audience = z.input<typeof AudienceSchema>;
export type Mention = z.output<typeof MentionSchema>;

/** Decides on withheld names in what goes; each decision can be taken back. */
export interface Deciding {
  /** The answer of the core to the last decision, when it was refused. */
  readonly refused: unknown;
  letStand(mentions: readonly Mention[], reason?: string): void;
  askAgain(mention: Mention): void;
}

export function useDeciding(audience: Audience): Deciding {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [refused, setRefused] = useState<unknown>();
  const stand = (mentions: readonly Mention[], reason?: string) =>
    client.release.letStand({
      mentions: mentions.map(({ name, record, digest }) => ({ name, record, digest })),
      audience,
      ...(reason === undefined || reason.trim() === '' ? {} : { reason }),
    });
  const ask = (decisions: readonly string[]) => client.release.askAgain({ decisions: [...decisions] });
  return {
    refused,
    letStand(mentions, reason) {
      setRefused(undefined);
      const [first] = mentions;
      const before = first?.decision?.reason;
      stand(mentions, reason).then((decisions) => {
        const undo = () => (before === undefined ? ask(decisions) : stand(mentions, before));
        did({ label: t`May stand: ${first?.words ?? ''}`, undo, redo: () => stand(mentions, reason) });
      }, setRefused);
    },
    askAgain(mention) {
      const { decision } = mention;
      if (decision === undefined) return;
      setRefused(undefined);
      ask([decision.id]).then(
        () =>
          did({
            label: t`Asked again: ${mention.words}`,
            undo: () => stand([mention], decision.reason),
            redo: () => ask([decision.id]),
          }),
        setRefused,
      );
    },
  };
}

/** How many of them nobody has decided on. */
export function undecidedIn(mentions: readonly Mention[]): number {
  return mentions.filter(({ decision }) => decision === undefined).length;
}
