import { useLingui } from '@lingui/react/macro';
import { Button, Group } from '@mantine/core';
import { IconMicrophone, IconSend, IconSendOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { CueMoment } from '../../../domain/meetings/cue.ts';
import { useClient } from '../../application/ApplicationContext.ts';
import { sentenceFor, tellError } from '../../application/errors.tsx';
import { useRead } from '../../application/queries.ts';
import { useUndo } from '../../application/undo.ts';
import { RecordForm } from '../../parts/form/RecordForm.tsx';
import { HandlingBadge } from '../../parts/handling/HandlingBadge.tsx';
import type { Cue } from './cueTypes.ts';
import classes from './room.module.css';

interface CueEditorProps {
  readonly meeting: string;
  /** The item or the session. */
  readonly about: string;
  readonly moment: CueMoment;
}

const FIELDS = ['say', 'act', 'late'];

/** The cues of an item or around a session: our own to be written, those of others to be read; given to the chair by one act. */
export function CueEditor({ meeting, about, moment }: CueEditorProps) {
  const { t } = useLingui();
  const client = useClient();
  const did = useUndo((state) => state.did);
  const [refused, setRefused] = useState<unknown>();
  const { data } = useRead('meetings', 'cues', { meeting }, { keep: true });
  const { data: status } = useRead('vault', 'status', {});
  const organisation = status?.installation?.organisation;
  const cues = (data?.cues ?? []).filter((cue) => cue.record === about && cue.moment === moment);
  const own = cues.find((cue) => cue.own);
  const headings = {
    before: t`Chair’s cue before the session`,
    during: t`Chair’s cue`,
    after: t`Chair’s cue after the session`,
  };
  const heading = headings[moment];
  const write = async () => {
    if (organisation === undefined) return;
    const body = { meeting, record: about, moment, organisation };
    const { id } = await client.records.create({ kind: 'cue', body });
    did({
      label: t`Cue begun`,
      undo: () => client.records.remove({ id, reason: t`Taken back` }),
      redo: () => client.records.restore({ id }),
    });
  };
  const give = async ({ cue, given }: Cue) => {
    setRefused(undefined);
    const order = { meeting, cues: [cue] };
    const act = { give: () => client.meetings.giveCues(order), take: () => client.meetings.withdrawCues(order) };
    await (given ? act.take() : act.give());
    did({
      label: given ? t`Cue taken back` : t`Cue given to the chair`,
      undo: given ? act.give : act.take,
      redo: given ? act.take : act.give,
    });
  };
  return (
    <section className={classes.cues} aria-label={heading}>
      <h3 className={classes.heading}>{heading}</h3>
      {cues
        .filter((cue) => !cue.own)
        .map((cue) => (
          <CueRead key={cue.cue} cue={cue} />
        ))}
      {own === undefined ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconMicrophone size={15} stroke={1.6} aria-hidden />}
          onClick={() => void write().catch(tellError)}
        >
          {t`Write a cue`}
        </Button>
      ) : (
        <>
          <RecordForm record={own.cue} fields={moment === 'during' ? FIELDS : [...FIELDS, 'minutes']} />
          <Group gap="xs" mt="xs">
            <HandlingBadge label={own.label} />
            {!own.conflicted && (
              <Button
                variant="subtle"
                size="compact-xs"
                leftSection={
                  own.given ? (
                    <IconSendOff size={15} stroke={1.6} aria-hidden />
                  ) : (
                    <IconSend size={15} stroke={1.6} aria-hidden />
                  )
                }
                onClick={() => void give(own).catch(setRefused)}
              >
                {own.given ? t`Take back from the chair` : t`Give to chair and co-chair`}
              </Button>
            )}
          </Group>
          {refused !== undefined && (
            <p role="alert" className={classes.refused}>
              {sentenceFor(refused)}
            </p>
          )}
        </>
      )}
    </section>
  );
}

/** A cue as the chair reads it: the words large, what to do, what if late. */
export function CueRead({ cue: { whose, say, act, late, own, label } }: { readonly cue: Cue }) {
  const { t } = useLingui();
  return (
    <div className={classes.cue}>
      {!own && whose !== '' && <p className={classes.whose}>{t`From ${whose}`}</p>}
      {say !== '' && <blockquote className={classes.say}>{t`“${say}”`}</blockquote>}
      <dl>
        {act !== '' && (
          <div>
            <dt>{t`Do`}</dt>
            <dd>{act}</dd>
          </div>
        )}
        {late !== '' && (
          <div>
            <dt>{t`If late`}</dt>
            <dd>{late}</dd>
          </div>
        )}
      </dl>
      <HandlingBadge label={label} />
    </div>
  );
}
