import { useLingui } from '@lingui/react/macro';
import {
  IconCertificate,
  IconContrast,
  IconDatabaseExport,
  IconFolderSymlink,
  IconHistory,
  IconId,
  IconKey,
  IconLanguage,
  IconLifebuoy,
  IconListDetails,
  IconLockCog,
  IconMoon,
  IconStethoscope,
  IconSun,
  IconSunMoon,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { z } from 'zod';
import { useClient } from '../application/ApplicationContext.ts';
import { type Action, useAction } from '../application/actions.ts';
import { tell, tellError } from '../application/errors.tsx';
import { leaveFor } from '../application/gate.ts';
import { usePreference } from '../application/preferences.ts';
import { useRead, useReadAgain } from '../application/queries.ts';
import { type SectionName, sectionAddress } from './sections.ts';

/** What settings can do, from everywhere: for the palette. Shows nothing. */
export function SettingsActions() {
  return (
    <>
      <LookActions />
      <VaultActions />
    </>
  );
}

function LookActions() {
  const { t } = useLingui();
  const group = t`Look and language`;
  const [, setAppearance] = usePreference('look.appearance', z.string(), 'system');
  const [contrast, setContrast] = usePreference('look.contrast', z.string(), 'system');
  const [, setLanguage] = usePreference('look.language', z.string(), 'system');
  const high = contrast === 'high';
  useAction({ id: 'look.light', title: t`Light`, group, icon: IconSun, run: () => setAppearance('light') });
  useAction({ id: 'look.dark', title: t`Dark`, group, icon: IconMoon, run: () => setAppearance('dark') });
  useAction({
    id: 'look.system',
    title: t`Light or dark as the system`,
    group,
    icon: IconSunMoon,
    run: () => setAppearance('system'),
  });
  useAction({
    id: 'look.contrast',
    title: high ? t`Normal contrast` : t`High contrast`,
    group,
    icon: IconContrast,
    run: () => setContrast(high ? 'normal' : 'high'),
  });
  // Each in its own language: who needs it does not read the other.
  useAction({ id: 'look.english', title: 'English', group, icon: IconLanguage, run: () => setLanguage('en') });
  useAction({ id: 'look.french', title: 'Français', group, icon: IconLanguage, run: () => setLanguage('fr') });
  return null;
}

function VaultActions() {
  const { t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const readAgain = useReadAgain();
  const { data } = useRead('vault', 'status', {});
  const folder = data?.folder ?? '';
  const group = t`Vault`;
  const goTo = (name: SectionName) => navigate(sectionAddress(name));
  const backup = async () => {
    await client.vault.backup({});
    tell(t`The backup is made.`);
    await readAgain('vault');
  };
  const isSecretariat = data?.installation?.role === 'secretariat';
  const isExercise = data?.network?.exercise === true;
  const actions: readonly Action[] = [
    { id: 'vault.lockAfter', title: t`When the vault locks`, group, icon: IconLockCog, run: () => goTo('lock') },
    { id: 'vault.passphrase', title: t`Change the passphrase`, group, icon: IconKey, run: () => goTo('passphrase') },
    {
      id: 'vault.newKey',
      title: t`Give the vault a new key: the passphrase may be known to others`,
      group,
      icon: IconKey,
      run: () => void leaveFor({ of: 'newKey', folder }),
    },
    { id: 'vault.recovery', title: t`Recovery sheet`, group, icon: IconLifebuoy, run: () => goTo('recovery') },
    { id: 'vault.card', title: t`Your card`, group, icon: IconId, run: () => goTo('card') },
    {
      id: 'vault.folder',
      title: t`Exchange folder`,
      group,
      icon: IconFolderSymlink,
      run: () => goTo('folder'),
    },
    { id: 'vault.journal', title: t`Journal`, group, icon: IconListDetails, run: () => navigate('/journal') },
    {
      id: 'vault.root',
      title: t`Root of the network`,
      group,
      icon: IconCertificate,
      disabled: !isSecretariat,
      run: () => goTo('root'),
    },
    {
      id: 'vault.backup',
      title: t`Make a backup now`,
      group,
      icon: IconDatabaseExport,
      run: () => void backup().catch(tellError),
    },
    {
      id: 'vault.backupElsewhere',
      title: t`Back up to a folder`,
      group,
      icon: IconDatabaseExport,
      run: () => goTo('backups'),
    },
    {
      id: 'vault.restore',
      title: t`Restore a backup`,
      group,
      icon: IconHistory,
      run: () => void leaveFor({ of: 'restore', folder }),
    },
    { id: 'vault.examine', title: t`Examine the vault`, group, icon: IconStethoscope, run: () => goTo('examine') },
    {
      id: 'vault.deleteExercise',
      title: t`Delete the exercise`,
      group,
      icon: IconTrash,
      disabled: !isExercise,
      run: () => goTo('exercise'),
    },
  ];
  return actions.map((action) => <OfferAction key={action.id} action={action} />);
}

function OfferAction({ action }: { readonly action: Action }) {
  useAction(action);
  return null;
}
