import { Text } from '@backstage/ui';
import type { Persona } from './Persona';
import styles from './signIn.module.css';

/** @see PersonaCard */
export interface PersonaCardProps {
  persona: Persona;
  onChoose(persona: Persona): void;
}

/** Signs in as one persona when pressed. */
export function PersonaCard({ persona, onChoose }: PersonaCardProps) {
  const { name, role, blurb } = persona;
  return (
    <button
      type="button"
      className={styles.card}
      onClick={() => onChoose(persona)}
    >
      <span className={styles.initials} aria-hidden="true">
        {initials(name)}
      </span>
      <span className={styles.facts}>
        <Text variant="body-large" weight="bold">
          {name}
        </Text>
        <Text variant="body-small" color="secondary">
          {role}
        </Text>
        <Text variant="body-medium">{blurb}</Text>
      </span>
    </button>
  );
}

function initials(name: string): string {
  return name
    .split(' ')
    .map(word => word.charAt(0))
    .join('');
}
