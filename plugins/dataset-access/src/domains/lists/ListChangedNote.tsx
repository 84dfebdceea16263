import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Flex } from '@backstage/ui';
import type { ReactNode } from 'react';
import { EntityName } from '../../entities/EntityLink';
import { datasetAccessTranslationRef } from '../../translation';
import type { ListChange } from './listChanges';
import { ListChanges } from './ListChanges';

/** @see ListChangedNote */
export interface ListChangedNoteProps {
  group: string;
  /** Empty when only something changed that is not shown. */
  news: ListChange[];
  actions?: ReactNode;
}

/** Says that somebody else changed the list, and what is different; nothing that was entered is given up. */
export function ListChangedNote(props: ListChangedNoteProps) {
  const { group, news, actions } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  return (
    <Alert
      role="alert"
      status="warning"
      icon
      title={t('domains.changed.list', {
        group: <EntityName entityRef={group} />,
      })}
      description={
        <Flex direction="column" gap="3">
          <span>{t('domains.changed.listHint')}</span>
          {news.length > 0 && (
            <ListChanges
              label={t('domains.changed.differences')}
              changes={news}
            />
          )}
        </Flex>
      }
      customActions={actions}
    />
  );
}
