import { useLingui } from '@lingui/react/macro';
import { Button, Table } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconMail, IconMailOff, IconQuestionMark } from '@tabler/icons-react';
import { useState } from 'react';
import { formatMoment } from '../language/dates.ts';
import { useLanguage } from '../language/useLanguage.ts';
import { useAdoptionWords } from '../parts/adoption/useAdoptionWords.ts';
import { InConflict } from '../parts/conflict/InConflict.tsx';
import { AnswerFields } from './AnswerFields.tsx';
import classes from './adoption.module.css';
import type { AdoptionData, AdoptionMember } from './adoptionTypes.ts';

const SIGN = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

/** Every member that is asked: whether it has what was put up, what it says, and since when. */
export function Members({ data }: { readonly data: AdoptionData }) {
  const { t } = useLingui();
  const [told, setTold] = useState<string>();
  const silent = data.members.filter(({ organisation }) => data.unreached.includes(organisation));
  const names = silent.map(({ name }) => name).join(', ');
  const knows = silent.some(({ reach }) => reach !== 'unknown');
  return (
    <section aria-labelledby="adoption-members" className={classes.section}>
      <h2 id="adoption-members">{t`Members`}</h2>
      {data.open && data.way === 'silence' && silent.length > 0 && knows && (
        <p className={classes.warning} role="note">
          {t`Not known to have it: ${names}. The silence of somebody who never got it is not consent.`}
        </p>
      )}
      <Table.ScrollContainer minWidth={520}>
        <Table aria-labelledby="adoption-members" className={classes.members ?? ''}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t`Member`}</Table.Th>
              <Table.Th>{t`Has it`}</Table.Th>
              <Table.Th>{t`Its answer`}</Table.Th>
              {data.onInstruction && data.open && <Table.Th>{t`On its behalf`}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.members.map((member) => (
              <Table.Tr key={member.organisation}>
                <Table.Th scope="row">{member.name}</Table.Th>
                <Table.Td>
                  <ReachWords member={member} isRoom={data.way === 'inRoom'} />
                </Table.Td>
                <Table.Td>
                  <Said member={member} />
                  {told === member.organisation && (
                    <AnswerFields
                      adoption={data.adoption}
                      organisation={member.organisation}
                      answer={member.answer}
                      behalf
                      close={() => setTold(undefined)}
                    />
                  )}
                </Table.Td>
                {data.onInstruction && data.open && (
                  <Table.Td>
                    {told !== member.organisation && (member.answer === undefined || member.answer.onBehalf !== '') && (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t`Note what ${member.name} said`}
                        onClick={() => setTold(member.organisation)}
                      >
                        {t`Note…`}
                      </Button>
                    )}
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function ReachWords({ member: { reach }, isRoom }: { readonly member: AdoptionMember; readonly isRoom: boolean }) {
  const { t } = useLingui();
  switch (reach) {
    case 'answered':
      return (
        <span className={classes.reach}>
          <IconCheck {...SIGN} />
          {t`answered`}
        </span>
      );
    case 'reached':
      return (
        <span className={classes.reach}>
          <IconCheck {...SIGN} />
          {t`has it`}
        </span>
      );
    case 'sent':
      return (
        <span className={classes.unsure}>
          <IconMail {...SIGN} />
          {t`sealed for it, nothing heard`}
        </span>
      );
    case 'notSent':
      return (
        <span className={isRoom ? classes.reach : classes.unsure}>
          {isRoom ? <IconCircleDashed {...SIGN} /> : <IconMailOff {...SIGN} />}
          {isRoom ? t`in the room` : t`not reached`}
        </span>
      );
    case 'unknown':
      return (
        <span className={classes.reach}>
          <IconQuestionMark {...SIGN} />
          {t`not known here`}
        </span>
      );
  }
}

/** What a member said; when it says that it did, and when that came. The first is a claim. */
function Said({ member: { answer, name } }: { readonly member: AdoptionMember }) {
  const { t } = useLingui();
  const language = useLanguage();
  const { answers } = useAdoptionWords();
  if (answer === undefined) return <span className={classes.quiet}>{t`silent so far`}</span>;
  const claimed = formatMoment(answer.claimed, language);
  const arrived = formatMoment(answer.arrived, language);
  return (
    <div className={classes.said}>
      <strong>{answers[answer.says]}</strong>
      {answer.conflicted && <InConflict record={answer.answer} />}
      {answer.words !== '' && <p className={classes.words}>{answer.words}</p>}
      {answer.text !== '' && <p>{answer.text}</p>}
      {answer.onBehalf !== '' && (
        <p className={classes.quiet}>{t`Noted by the Secretariat for ${name}: ${answer.onBehalf}`}</p>
      )}
      {answer.late ? (
        <p className={classes.warning}>
          {t`Came here ${arrived}, after the deadline. It says that it was given ${claimed}; that is its own clock.`}
        </p>
      ) : (
        <p className={classes.quiet}>
          {claimed === arrived ? t`given ${claimed}` : t`came ${arrived}; given ${claimed} by its own clock`}
        </p>
      )}
    </div>
  );
}
