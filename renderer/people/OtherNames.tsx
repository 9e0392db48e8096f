import { Trans, useLingui } from '@lingui/react/macro';
import { Alert, Anchor, Button } from '@mantine/core';
import { IconMask, IconMaskOff } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { RecordId } from '../../domain/records/ids.ts';
import { useAction } from '../application/actions.ts';
import { addressOf } from '../application/addresses.ts';
import { sentenceFor } from '../application/errors.tsx';
import { useCall, useRead } from '../application/queries.ts';
import { useUndo } from '../application/undo.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { ActionButton } from '../parts/page/ActionButton.tsx';
import classes from './people.module.css';

/** Whether somebody appears under other names, what that means, and which name each audience knows. */
export function OtherNames({ record }: { readonly record: string }) {
  const { t } = useLingui();
  const language = useLanguage();
  const id = RecordId.parse(record);
  const { data } = useRead('people', 'pseudonym', { record: id, language });
  const hide = useCall('people', 'hideName');
  const show = useCall('people', 'showName');
  const did = useUndo((state) => state.did);
  const hideNow = async () => {
    const hiding = () => hide.mutateAsync({ record: id, language });
    await hiding();
    did({ label: t`Name hidden`, undo: () => show.mutateAsync({ record: id }), redo: hiding });
  };
  const showNow = async () => {
    const showing = () => show.mutateAsync({ record: id });
    await showing();
    did({ label: t`Name shown again`, undo: () => hide.mutateAsync({ record: id, language }), redo: showing });
  };
  const under = data?.under === true;
  const action = {
    id: 'person.anonymity',
    title: under ? t`Show under the own name again` : t`Appear under other names`,
    group: t`People`,
    icon: under ? IconMaskOff : IconMask,
    disabled: data === undefined || !data.possible || (under && !data.mayLift),
    // What is refused is said below.
    run: () => void (under ? showNow() : hideNow()).catch(() => undefined),
  };
  useAction(action);
  const error = hide.error ?? show.error;
  if (data === undefined || !data.possible) return null;
  return (
    <section className={classes.below} aria-label={t`Other names`}>
      <h2>{t`Other names`}</h2>
      <p>
        {under
          ? t`Except to those whom your organisation tells, this person is a name without meaning: the same each time, and another for every audience. Nobody can tell from two papers that they are about the same person.`
          : t`For somebody who must not be recognised but whose statements belong together. Each audience knows this person under a name of its own, in print, in bundles and in texts. “Do not name” goes further: then there is no name at all.`}
      </p>
      {under && data.mapping === undefined && (
        <Alert color="yellow">
          {t`What the names are made of is not in this vault, or two versions of it disagree: until then nobody is told any name.`}
        </Alert>
      )}
      {under && data.names.length > 0 && <NamesKnown names={data.names} />}
      {under && data.standIn !== undefined && (
        <p>
          <Trans>
            What the board signs goes whole or not at all: there, name{' '}
            <Anchor component={Link} to={addressOf('person', data.standIn.record)} inherit>
              {data.standIn.name}
            </Anchor>{' '}
            instead, as who leads or speaks and in links.
          </Trans>
        </p>
      )}
      {under && !data.mayLift && (
        <p>{t`Only the organisation that wrote this record shows the person under the own name again.`}</p>
      )}
      {error !== null && <Alert color="red">{sentenceFor(error)}</Alert>}
      <ActionButton action={action} />
    </section>
  );
}

interface NamesKnownProps {
  readonly names: readonly {
    readonly audience: 'board' | 'community' | 'organisation' | 'guest';
    readonly party?: string | undefined;
    readonly partyName?: string | undefined;
    readonly name: string;
  }[];
}

/** The board's and the community's first; those of single organisations when they are asked for. */
function NamesKnown({ names }: NamesKnownProps) {
  const { t } = useLingui();
  const [all, setAll] = useState(false);
  const main = names.filter(({ audience }) => audience === 'board' || audience === 'community');
  const shown = all ? names : main;
  return (
    <>
      <dl className={classes.otherNames}>
        {shown.map(({ audience, party = '', partyName = '', name }) => (
          <div key={`${audience} ${party}`}>
            <dt>
              {audience === 'board'
                ? t`Known to the board as`
                : audience === 'community'
                  ? t`Known to the community as`
                  : audience === 'guest'
                    ? t`Known to ${partyName}, as a guest, as`
                    : t`Known to ${partyName} alone as`}
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
      </dl>
      {names.length > main.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(!all)} aria-expanded={all}>
          {all ? t`Fewer` : t`Each organisation by itself`}
        </Button>
      )}
    </>
  );
}
