import { Plural, useLingui } from '@lingui/react/macro';
import { Alert, Button, Text } from '@mantine/core';
import { clearanceDigest, markOf } from '../../../domain/handling/change.ts';
import type { Distribution } from '../../../domain/handling/handling.ts';
import classes from './handling.module.css';
import type { HandlingDesk } from './useHandling.ts';
import { useNewlyReached } from './useNewlyReached.ts';

/** So much of a digest as two people compare by eye. */
const COMPARED = 12;
const SHOWN = 8;

/** A loosened mark holds for the text that was cleared, and no other: which, who sees it by that, and what else holds. */
export function Clearance({ desk: { view, effective, standing, change } }: { readonly desk: HandlingDesk }) {
  const { t } = useLingui();
  const { cleared, originator } = view.handling;
  if (cleared === undefined) return null;
  const holds = cleared.digest === clearanceDigest(view.body);
  const isOwn = originator === standing.author.organisation;
  const [loosened, kept] = [view.handling.label, cleared.otherwise.label];
  if (holds) {
    return (
      <div className={classes.rule}>
        <Text size="sm" inherit>
          {t`Cleared for the text as it stands. Once the text changes, ${kept} holds again.`}
        </Text>
        <NewlyReached from={cleared.otherwise.distribution} to={view.handling.distribution} />
        <Text size="sm" inherit>
          {t`The cleared text:`} <code>{cleared.digest.slice(0, COMPARED)}</code>
        </Text>
      </div>
    );
  }
  return (
    <Alert color="yellow" className={classes.note ?? ''}>
      {t`The text changed after it was cleared as ${loosened}. Until it is cleared again, ${effective.label} holds.`}
      {isOwn && (
        <Button size="xs" variant="default" mt="xs" onClick={() => change({ mark: markOf(view.handling) })}>
          {t`Clear the text as it is now`}
        </Button>
      )}
    </Alert>
  );
}

function NewlyReached({ from, to }: { readonly from: Distribution; readonly to: Distribution }) {
  const { t } = useLingui();
  const reached = useNewlyReached(from, to);
  if (reached === undefined) return null;
  const { everyone, names } = reached;
  if (everyone) return <Text size="sm" inherit>{t`By that anyone may see it, the public too.`}</Text>;
  if (names.length === 0) return <Text size="sm" inherit>{t`By that nobody new sees it.`}</Text>;
  const more = names.length - SHOWN;
  return (
    <Text size="sm" inherit>
      <Plural value={names.length} one="By that # more sees it:" other="By that # more see it:" />{' '}
      {names.slice(0, SHOWN).join(', ')}
      {more > 0 && <> {t`and ${more} more`}</>}
    </Text>
  );
}
