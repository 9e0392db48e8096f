import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import { usePurposeWords } from '../words.ts';
import type { Purpose } from './audience.ts';
import classes from './send.module.css';

const PURPOSES: readonly Purpose[] = [
  'dossier',
  'supplement',
  'contribution',
  'consultation',
  'notice',
  'delegation',
  'invitation',
  'directory',
  'open-session',
];

interface WhatForProps {
  readonly purpose: Purpose;
  onPurpose(purpose: Purpose): void;
}

/** What the bundle is for: its reader sees it first. */
export function WhatFor({ purpose, onPurpose }: WhatForProps) {
  const { t } = useLingui();
  const purposeWords = usePurposeWords();
  const about = usePurposeSentences();
  return (
    <div className={classes.part}>
      <Select
        label={t`Purpose`}
        description={about[purpose]}
        inputWrapperOrder={['label', 'input', 'description']}
        allowDeselect={false}
        data={PURPOSES.map((value) => ({ value, label: purposeWords(value) }))}
        value={purpose}
        onChange={(next) => {
          const chosen = PURPOSES.find((one) => one === next);
          if (chosen !== undefined) onPurpose(chosen);
        }}
      />
    </div>
  );
}

function usePurposeSentences(): Readonly<Record<Purpose, string>> {
  const { t } = useLingui();
  return {
    dossier: t`The plan and the papers of a meeting, from the Secretariat to the members.`,
    supplement: t`What came or changed after the dossier.`,
    contribution: t`What your side has written, for the Secretariat or for others on the board.`,
    consultation: t`A text on which others are asked for their views.`,
    notice: t`A warning to be read within hours: it stands first at the other end.`,
    delegation: t`Between the desks of your own organisation: a task for a ministry, and what comes back.`,
    invitation: t`For somebody who joins: the cards that are trusted here go with it.`,
    directory: t`Who is in the network and whose keys were revoked, without a record: so that all know at once.`,
    'open-session': t`For invited bodies: what is open to them, without a trace of the rest.`,
  };
}
