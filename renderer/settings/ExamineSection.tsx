import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { Finding as FindingSchema } from '../../contract/vault/calls.ts';
import { useClient } from '../application/ApplicationContext.ts';
import { useWork } from '../parts/work/useWork.ts';
import { WorkProgress } from '../parts/work/WorkProgress.tsx';
import { findingSentence } from './findingSentences.ts';
import { Outcome } from './Outcome.tsx';
import { Section } from './Section.tsx';
import classes from './settings.module.css';

type Finding = z.output<typeof FindingSchema>;

/** Looks at everything in the vault that can be checked, and changes nothing. */
export function ExamineSection() {
  const { t } = useLingui();
  const client = useClient();
  const [findings, setFindings] = useState<readonly Finding[]>();
  const work = useWork((_input: undefined, job) => client.vault.examine({ job }));
  const examine = async () => {
    setFindings(undefined);
    setFindings(await work.start(undefined));
  };
  return (
    <Section
      name="examine"
      title={t`Examine the vault`}
      text={t`Reads every page, every attachment, the journal, the keys and the backups. Nothing is changed.`}
    >
      <div>
        <Button variant="default" onClick={() => void examine()} disabled={work.job !== undefined}>
          {t`Examine now`}
        </Button>
      </div>
      {work.job !== undefined && <WorkProgress job={work.job} title={t`Examining the vault`} onCancel={work.cancel} />}
      <div role="status">
        {findings?.length === 0 && (
          <p className={classes.state}>
            <IconCircleCheck size={18} stroke={1.6} aria-hidden />
            {t`All is well: everything was read and is as it was written.`}
          </p>
        )}
        {findings !== undefined && findings.length > 0 && (
          <ul className={classes.list}>
            {findings.map((finding) => (
              <FoundLine key={`${finding.check} ${finding.subject}`} finding={finding} />
            ))}
          </ul>
        )}
      </div>
      <Outcome error={work.error} />
    </Section>
  );
}

function FoundLine({ finding }: { readonly finding: Finding }) {
  const { t, i18n } = useLingui();
  const isDamage = finding.severity === 'damage';
  const Sign = isDamage ? IconAlertTriangle : IconInfoCircle;
  const words = findingSentence(finding.check);
  return (
    <li className={classes.line}>
      <Sign size={18} stroke={1.6} aria-hidden />
      <span>
        <strong>{isDamage ? t`Damage.` : t`Remark.`}</strong> {words === undefined ? finding.message : i18n._(words)}
      </span>
      <span className={classes.quiet}>{finding.subject}</span>
    </li>
  );
}
