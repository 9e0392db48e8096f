import { useLingui } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { Section } from './Section.tsx';

/** The way to what this installation did. */
export function JournalSection() {
  const { t } = useLingui();
  return (
    <Section
      name="journal"
      title={t`Journal`}
      text={t`What was sealed, opened, printed and saved here, line by line. Each line is tied to the one before, so that a change shows.`}
    >
      <div>
        <Anchor component={Link} to="/journal">
          {t`Read the journal`}
        </Anchor>
      </div>
    </Section>
  );
}
