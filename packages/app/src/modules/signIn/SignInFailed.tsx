import { Button, Flex, Text } from '@backstage/ui';
import styles from './signIn.module.css';

/** @see SignInFailed */
export interface SignInFailedProps {
  /** Who it did not work for. */
  name: string;
  reason?: string;
  onRetry(): void;
  onBack(): void;
}

/** Says why nobody is signed in, and what to do. Met when the backend has just started and not read its catalog yet. */
export function SignInFailed(props: SignInFailedProps) {
  const { name, reason, onRetry, onBack } = props;
  return (
    <main className={styles.page}>
      <div className={styles.content} role="alert">
        <Text as="h1" variant="title-small" weight="bold">
          {`Could not sign in as ${name}`}
        </Text>
        <Text as="p" variant="body-large" color="secondary">
          If the portal has just been started, it may still be reading its
          catalog. Try again in a few seconds.
        </Text>
        {reason && (
          <Text as="p" variant="body-small" color="secondary">
            {reason}
          </Text>
        )}
        <Flex gap="2" mt="4">
          <Button variant="primary" onPress={onRetry}>
            Try again
          </Button>
          <Button variant="secondary" onPress={onBack}>
            Choose somebody else
          </Button>
        </Flex>
      </div>
    </main>
  );
}
