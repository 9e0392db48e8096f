import { useLingui } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { type Icon, IconChevronRight, IconDeviceLaptop, IconFolderOpen, IconSchool } from '@tabler/icons-react';
import { useGate } from '../application/gate.ts';
import { Threshold } from './Threshold.tsx';
import classes from './threshold.module.css';

/** The very first screen: what this is, and three ways in. */
export function Welcome() {
  const { t } = useLingui();
  const show = useGate((state) => state.show);
  return (
    <Threshold
      title={t`Your desk for the prevention of mass atrocities`}
      lead={
        <>
          <p>
            {t`Amberdesk holds the board’s meetings, papers, reports and recommendations in one encrypted vault on this computer.`}
          </p>
          <p>{t`It uses no network: what you share leaves as a sealed bundle that you hand over yourself.`}</p>
          <p>{t`Nobody can open the vault without your passphrase or your recovery sheet, and nobody can reset them.`}</p>
        </>
      }
    >
      <div className={classes.ways}>
        <Way
          icon={IconDeviceLaptop}
          title={t`Make my desk`}
          text={t`A new vault for you, in under three minutes.`}
          onChoose={() => show({ of: 'begin' })}
        />
        <Way
          icon={IconFolderOpen}
          title={t`Open a vault from elsewhere`}
          text={t`A folder on another disk, or a copy of a vault.`}
          onChoose={() => show({ of: 'elsewhere' })}
        />
        <Way
          icon={IconSchool}
          title={t`Look at the exercise`}
          text={t`An invented network with a meeting and everything that belongs to it. It can be deleted at any time.`}
          onChoose={() => show({ of: 'exercise' })}
        />
      </div>
    </Threshold>
  );
}

interface WayProps {
  readonly icon: Icon;
  readonly title: string;
  readonly text: string;
  readonly onChoose: () => void;
}

export function Way({ icon: Sign, title, text, onChoose }: WayProps) {
  return (
    <UnstyledButton className={classes.way} onClick={onChoose}>
      <Sign size={24} stroke={1.6} aria-hidden />
      <span>
        <span className={classes.wayTitle}>{title}</span>
        <span className={classes.wayText}>{text}</span>
      </span>
      <IconChevronRight size={18} stroke={1.6} aria-hidden />
    </UnstyledButton>
  );
}
