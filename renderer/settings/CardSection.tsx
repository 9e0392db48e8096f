import { useLingui } from '@lingui/react/macro';
import { CardKeys } from '../parts/card/CardKeys.tsx';
import { OwnCard } from '../parts/card/OwnCard.tsx';
import { Section } from './Section.tsx';

export function CardSection() {
  const { t } = useLingui();
  return (
    <Section
      name="card"
      title={t`Your card`}
      text={t`Others seal bundles for you with it, and know by it what comes from you. Read the digits to each other by telephone or in person: they must be the same on both sides.`}
    >
      <OwnCard />
      <CardKeys />
    </Section>
  );
}
