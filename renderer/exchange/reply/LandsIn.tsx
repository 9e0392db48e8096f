import { Plural, useLingui } from '@lingui/react/macro';
import { Checkbox, Select } from '@mantine/core';
import classes from './reply.module.css';
import type { ReplyDraft } from './useReplyDraft.ts';

const NEW = 'new';

/** Whether an answer is a new paper or one that the body was asked for; nothing where it was asked for none. */
export function LandsIn({ draft }: { readonly draft: ReplyDraft }) {
  const { t } = useLingui();
  const { commissioned, into, named, correct } = draft;
  if (commissioned.length === 0) return null;
  return (
    <>
      <Select
        label={t`What it becomes`}
        description={
          named
            ? t`This body was asked for a paper that is still waited for.`
            : t`A paper that was asked for says whom it was asked of. Where the body is not named, its answer is a new paper.`
        }
        disabled={!named}
        allowDeselect={false}
        data={[
          { value: NEW, label: t`A new paper` },
          ...commissioned.map(({ paper, title }) => ({ value: paper, label: t`The commissioned paper “${title}”` })),
        ]}
        value={into?.paper ?? NEW}
        onChange={(next) => correct({ into: next === NEW ? null : next, over: false })}
      />
      {into !== undefined && (
        <p className={classes.quiet}>{t`It keeps its title and its place on the agenda, and is handed in by this.`}</p>
      )}
      {into !== undefined && draft.asksOver && into.portions > 0 && (
        <p className={classes.quiet}>
          <Plural
            value={into.portions}
            one="Its one stricter portion stays: it stands at the end of the new text, to be put where it belongs."
            other="Its # stricter portions stay: they stand at the end of the new text, to be put where they belong."
          />
        </p>
      )}
      {draft.asksOver && (
        <Checkbox
          label={t`What is written there gives way to this text`}
          description={t`It stays in the history of the paper.`}
          checked={draft.over}
          onChange={(event) => correct({ over: event.currentTarget.checked })}
        />
      )}
    </>
  );
}
