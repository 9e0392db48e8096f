import { useLingui } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useClient } from '../../application/ApplicationContext.ts';
import { type KeyMode, KeysChoice } from '../../parts/root/KeysChoice.tsx';
import { SignedForm } from '../../parts/root/SignedForm.tsx';

/** Begins the directory of a network that was started without one. */
export function FoundDirectory({ onClose }: { onClose(): void }) {
  const { t } = useLingui();
  const client = useClient();
  const navigate = useNavigate();
  const [keys, setKeys] = useState<KeyMode>('classic');
  return (
    <SignedForm
      label={t`Begin the directory`}
      submit={t`Begin the directory`}
      sign={() => client.directory.found({ keys })}
      onDone={() => {
        onClose();
        navigate('/settings?section=root');
      }}
      onCancel={onClose}
    >
      <Text>{t`A root is made for the network. Put it on paper at once: it signs what touches the Secretariat’s own keys, and nothing else does.`}</Text>
      <KeysChoice value={keys} onChange={setKeys} />
    </SignedForm>
  );
}
