import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button, Text, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import type { WhyNot } from '../../../domain/handling/whyNot.ts';
import { whyNotLoosened } from '../../../domain/handling/whyNot.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor } from '../../application/errors.tsx';
import { useUndo } from '../../application/undo.ts';
import { commentOn } from '../comments/useComments.ts';
import { useRecordName } from '../picker/recordName.ts';
import classes from './handling.module.css';
import type { HandlingDesk } from './useHandling.ts';
import { useWhoCould } from './useWhoCould.ts';

const BESIDE: Readonly<Record<Exclude<WhyNot, 'originator'>, MessageDescriptor>> = {
  bornStrict: msg`It began as stricter than usual to protect somebody, or as a delegation’s own: only they may widen it, by one act that is recorded.`,
  caveats: msg`Its caveats hold until they take them away.`,
  chathamHouse: msg`The Chatham House Rule holds until they take it away.`,
};

interface NotLoosenedProps {
  readonly desk: HandlingDesk;
  readonly originator: string;
}

/** Why this person may not loosen the record, who could, and a way to ask them: a comment on it, in one act. */
export function NotLoosened({ desk: { view, standing }, originator }: NotLoosenedProps) {
  const { t, i18n } = useLingui();
  const whoCould = useWhoCould(view.handling.originator);
  const [asking, setAsking] = useState(false);
  const formId = useId();
  const more = whyNotLoosened(view, standing.author.organisation).filter((why) => why !== 'originator');
  const names = whoCould?.join(', ') ?? '';
  return (
    <div className={classes.rule}>
      <Text size="sm" inherit>
        {t`To loosen it, ask ${originator}, which wrote it. Anyone may tighten it.`}
      </Text>
      {more.map((why) => (
        <Text key={why} size="sm" inherit>
          {i18n._(BESIDE[why])}
        </Text>
      ))}
      {names !== '' && <Text size="sm" inherit>{t`There it is for ${names}.`}</Text>}
      <Button
        size="xs"
        variant="default"
        mt={6}
        aria-expanded={asking}
        aria-controls={formId}
        onClick={() => setAsking(!asking)}
      >
        {t`Ask for it`}
      </Button>
      <div id={formId}>{asking && <Ask view={view} originator={originator} onDone={() => setAsking(false)} />}</div>
    </div>
  );
}

interface AskProps {
  readonly view: HandlingDesk['view'];
  readonly originator: string;
  onDone(): void;
}

/** The request, as a comment on the record: it goes wherever the record goes, and so to those who wrote it. */
function Ask({ view, originator, onDone }: AskProps) {
  const { t } = useLingui();
  const client = useClient();
  const nameOf = useRecordName();
  const did = useUndo((state) => state.did);
  const [text, setText] = useState(() => t`To ${originator}: please loosen the handling of “${nameOf(view)}”.`);
  const [refused, setRefused] = useState<unknown>();
  const ask = () => {
    setRefused(undefined);
    client.records.create(commentOn(view, { kind: 'comment', text: text.trim() })).then(({ id }) => {
      did({
        label: t`Asked ${originator}`,
        undo: () => client.records.remove({ id, reason: t`Taken back` }),
        redo: () => client.records.restore({ id }),
      });
      onDone();
    }, setRefused);
  };
  return (
    <>
      <Textarea
        mt="xs"
        autosize
        minRows={2}
        maxRows={8}
        autoFocus
        label={t`Your request`}
        description={t`A comment on the record: it goes with the next bundle to ${originator}.`}
        error={refused === undefined ? undefined : sentenceFor(refused)}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          onDone();
        }}
      />
      <Button size="xs" mt="xs" disabled={text.trim() === ''} onClick={ask}>
        {t`Ask ${originator}`}
      </Button>
    </>
  );
}
