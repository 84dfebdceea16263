import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import type { RoleAssignmentOutcome } from 'backstage-plugin-dataset-access-common';
import { useRoleTitles } from '../api/roleQueries';
import { EntityName } from '../entities/EntityLink';
import { Outcome, OutcomeKind, OutcomeList } from '../feedback/OutcomeList';
import { datasetAccessTranslationRef } from '../translation';

const kinds: Record<RoleAssignmentOutcome['outcome'], OutcomeKind> = {
  assigned: 'done',
  removed: 'done',
  'already-assigned': 'was-so',
  'not-assigned': 'was-so',
  refused: 'refused',
};

/** @see RoleOutcomes */
export interface RoleOutcomesProps {
  outcomes: RoleAssignmentOutcome[];
  /** Nothing has happened yet: this is what would. */
  isRehearsal?: boolean;
}

/** What became, or would become, of each user and group that a role was given to or taken from. */
export function RoleOutcomes({ outcomes, isRehearsal }: RoleOutcomesProps) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const roleTitle = useRoleTitles();
  return (
    <OutcomeList label={isRehearsal ? t('roles.planned') : t('roles.given')}>
      {outcomes.map(({ subject, outcome, replaced, message }) => (
        <Outcome
          key={subject}
          // what has not happened is not done
          kind={
            isRehearsal && kinds[outcome] === 'done'
              ? 'waiting'
              : kinds[outcome]
          }
        >
          <Flex direction="column" gap="0.5">
            <Text weight="bold">
              <EntityName entityRef={subject} />
            </Text>
            <Text color="secondary">
              {isRehearsal
                ? t(`roles.would.${outcome}`)
                : t(`roles.outcome.${outcome}`)}
            </Text>
            {replaced && (
              <Text color="secondary">
                {isRehearsal
                  ? t('roles.wouldReplace', { role: roleTitle(replaced) })
                  : t('roles.replaced', { role: roleTitle(replaced) })}
              </Text>
            )}
            {message && <Text color="secondary">{message}</Text>}
          </Flex>
        </Outcome>
      ))}
    </OutcomeList>
  );
}
