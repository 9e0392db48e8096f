import { Plural, useLingui } from '@lingui/react/macro';
import { Button, Group, TextInput } from '@mantine/core';
import type { PassageGroup } from '../../../domain/papers/redaction/blacking.ts';
import classes from './redaction.module.css';
import type { RedactionDesk } from './useRedaction.ts';

/** What is blacked out, by its words: how often, why, and where else they stand. */
export function PassageGroups({ desk }: { readonly desk: RedactionDesk }) {
  return (
    <ul className={classes.groups}>
      {desk.groups.map((group) => (
        <PassageLine key={group.words.toLowerCase()} group={group} desk={desk} />
      ))}
    </ul>
  );
}

function PassageLine({ group, desk }: { readonly group: PassageGroup; readonly desk: RedactionDesk }) {
  const { t } = useLingui();
  const { reason, passages, standing } = group;
  // A whole paragraph is named by how it begins.
  const words = group.words.length > 60 ? `${group.words.slice(0, 59)}…` : group.words;
  return (
    <li className={classes.group}>
      <div className={classes.groupHead}>
        <span className={classes.groupWords} title={group.words}>
          {words}
        </span>
        {passages.length > 1 && <span className={classes.count}>× {passages.length}</span>}
      </div>
      {standing.length > 0 && (
        <div className={classes.stands}>
          <Plural value={standing.length} one="Also stands once more." other="Also stands # times more." />{' '}
          <Button size="compact-xs" onClick={() => desk.everywhere(group)}>{t`Black out all`}</Button>
        </div>
      )}
      <Group gap="xs" wrap="nowrap">
        <TextInput
          flex={1}
          size="xs"
          aria-label={t`Reason for “${words}”`}
          placeholder={t`Reason, for your organisation alone`}
          maxLength={2000}
          value={reason}
          onChange={(event) => desk.explain(group, event.currentTarget.value)}
        />
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t`Show “${words}” again`}
          onClick={() => desk.take(group)}
        >{t`Show`}</Button>
      </Group>
    </li>
  );
}
