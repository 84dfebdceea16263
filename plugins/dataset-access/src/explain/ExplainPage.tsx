import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Container,
  Flex,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { datasetAccessTranslationRef } from '../translation';
import { DecisionView } from './DecisionView';
import { HoldersView } from './HoldersView';
import { ExplainParams, useExplainParams } from './useExplainParams';

const VIEWS: ReadonlyArray<ExplainParams['view']> = ['decision', 'holders'];

/** Why somebody may do something or not, and who has access to a dataset. */
export function ExplainPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const [params, setParams] = useExplainParams();
  return (
    <Container py="4">
      <Flex direction="column" gap="4">
        <div>
          <ToggleButtonGroup
            aria-label={t('explain.view')}
            disallowEmptySelection
            selectedKeys={[params.view]}
            onSelectionChange={([view]) =>
              setParams({ view: view as ExplainParams['view'] })
            }
          >
            {VIEWS.map(view => (
              <ToggleButton key={view} id={view} size="small">
                {t(`explain.views.${view}`)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
        </div>
        {params.view === 'decision' ? (
          <DecisionView params={params} setParams={setParams} />
        ) : (
          <HoldersView params={params} setParams={setParams} />
        )}
      </Flex>
    </Container>
  );
}
