import { Text } from '@backstage/ui';
import type { Persona } from './Persona';
import { PersonaCard } from './PersonaCard';
import styles from './signIn.module.css';

/** @see PersonaChoice */
export interface PersonaChoiceProps {
  /** Title of the portal. */
  portal: string;
  personas: Persona[];
  onChoose(persona: Persona): void;
}

/** One card for each persona. */
export function PersonaChoice(props: PersonaChoiceProps) {
  const { portal, personas, onChoose } = props;
  return (
    <main className={styles.page}>
      <div className={styles.content}>
        <Text as="p" variant="body-medium" color="secondary">
          {portal}
        </Text>
        <Text as="h1" variant="title-medium" weight="bold">
          Who would you like to be?
        </Text>
        <Text as="p" variant="body-large" color="secondary">
          {personas.length > 0
            ? 'This is a demo without passwords. Every browser tab can be somebody else, so open two and watch a request go back and forth.'
            : 'Nobody is listed under auth.providers.personas.users in the configuration.'}
        </Text>
        <ul className={styles.cards}>
          {personas.map(persona => (
            <li key={persona.entityRef}>
              <PersonaCard persona={persona} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      </div>
    </main>
  );
}
