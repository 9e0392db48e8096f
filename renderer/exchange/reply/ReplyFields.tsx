import { useLingui } from '@lingui/react/macro';
import { Anchor, Radio, Select, Stack, Switch, TextInput } from '@mantine/core';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { ReadReply } from '../../../contract/replies/calls.ts';
import { addressOf } from '../../application/addresses.ts';
import { RecordPicker } from '../../parts/picker/RecordPicker.tsx';
import { LandsIn } from './LandsIn.tsx';
import classes from './reply.module.css';
import type { ReplyDraft } from './useReplyDraft.ts';

export type ReadReplyOut = z.output<typeof ReadReply>;

interface ReplyFieldsProps {
  readonly draft: ReplyDraft;
  readonly read: ReadReplyOut;
}

/** Whose it is, for which item, under which title, and who may have it: as it was read, to be confirmed or corrected. */
export function ReplyFields({ draft, read }: ReplyFieldsProps) {
  const { t } = useLingui();
  const { correct } = draft;
  return (
    <>
      {read.before !== undefined && (
        <p className={classes.warning} role="status">
          {t`The same was taken in already.`}{' '}
          <Anchor component={Link} to={addressOf('paper', read.before)} inherit underline="always">
            {t`Look at it`}
          </Anchor>
        </p>
      )}
      <div className={classes.part}>
        <p className={classes.quiet}>
          {read.bundle === undefined
            ? t`It does not say which bundle it answers: say whose it is.`
            : t`By its reference it answers a bundle that was sealed here. Whoever has seen that can write so: nothing of it is verified.`}
        </p>
        <RecordPicker
          kinds={['organisation']}
          label={t`From which body`}
          value={draft.body}
          onChange={(body) => correct({ body })}
        />
        <RecordPicker
          kinds={['meeting']}
          label={t`For which meeting`}
          value={draft.meeting}
          onChange={(meeting) => correct({ meeting, item: null })}
        />
        <LandsIn draft={draft} />
        {draft.into === undefined && (
          <>
            <Select
              label={t`For which item`}
              {...(read.itemWords === '' ? {} : { description: t`It says: ${read.itemWords}` })}
              placeholder={draft.items.length === 0 ? t`No open items` : t`Choose an item`}
              disabled={draft.items.length === 0}
              data={draft.items.map(({ item, number, title }) => ({
                value: item,
                label: [number, title].filter(Boolean).join(' '),
              }))}
              value={draft.item}
              onChange={(item) => correct({ item })}
            />
            <TextInput
              label={t`Title of the paper`}
              maxLength={300}
              value={draft.title}
              onChange={(event) => correct({ title: event.currentTarget.value })}
            />
          </>
        )}
      </div>
      <div className={classes.part}>
        <Switch
          label={t`The body may be named as its author`}
          description={draft.mayBeNamed ? saysOf(read.namedWords) : t`This body is not to be named.`}
          disabled={!draft.mayBeNamed}
          checked={draft.named}
          onChange={(event) => correct({ named: event.currentTarget.checked })}
        />
        <Radio.Group
          label={t`Who may have it`}
          description={saysOf(read.passOnWords)}
          value={draft.stays ? 'stays' : 'board'}
          onChange={(next) => correct({ stays: next === 'stays' })}
        >
          <Stack gap={6} mt={6}>
            <Radio value="board" label={t`The board (TLP:AMBER)`} />
            <Radio value="stays" label={t`Our own organisation alone (TLP:AMBER+STRICT)`} />
          </Stack>
        </Radio.Group>
      </div>
    </>
  );

  function saysOf(words: string): string {
    return words === '' ? t`It does not say so.` : t`It says: ${words}`;
  }
}
