import { useLingui } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from 'react-router';
import { printAddress } from '../../application/addresses.ts';

/** Where what an installation could open is printed or saved, for ourselves, the board or one organisation. */
export function PrintCouldOpen({ installation }: { readonly installation: string }) {
  const { t } = useLingui();
  return (
    <Button
      component={Link}
      to={printAddress('couldOpen', installation)}
      variant="default"
      leftSection={<IconPrinter size={16} stroke={1.6} aria-hidden />}
    >
      {t`Print or save what it could open…`}
    </Button>
  );
}
