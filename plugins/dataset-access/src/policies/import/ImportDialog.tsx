import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, DialogBody, DialogFooter, Flex } from '@backstage/ui';
import { useState } from 'react';
import { useImportPolicies, useRehearseImport } from '../../api/policyQueries';
import { ErrorAlert } from '../../feedback/ErrorAlert';
import { LastingDialog } from '../../feedback/LastingDialog';
import { datasetAccessTranslationRef } from '../../translation';
import { ImportFields } from './ImportFields';
import { ImportFindings, makesAnything } from './ImportFindings';
import { checkSource, ImportSource } from './importSource';

/** Makes policies of another system's export: first says what would be made, and saves it only when that is confirmed. */
export function ImportDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const rehearse = useRehearseImport();
  const run = useImportPolicies();
  const [source, setSource] = useState<ImportSource>({
    format: 'datahub',
    content: '',
  });
  const [problem, setProblem] = useState<ReturnType<typeof checkSource>>();
  const change = (changed: Partial<ImportSource>) => {
    setSource(before => ({ ...before, ...changed }));
    setProblem(undefined);
    // what was found is about another text
    rehearse.reset();
    run.reset();
  };
  const check = () => {
    const found = checkSource(source);
    setProblem(found);
    if (!found) {
      run.reset();
      rehearse.mutate(source);
    }
  };
  const findings = rehearse.data;
  return (
    <LastingDialog
      title={t('policies.import.title')}
      onClose={onClose}
      width={720}
    >
      <DialogBody>
        <Flex direction="column" gap="4">
          {run.data ? (
            <ImportFindings report={run.data} />
          ) : (
            <>
              <ImportFields
                value={source}
                onChange={change}
                problem={problem}
                isShort={Boolean(findings)}
              />
              {rehearse.error && (
                <ErrorAlert
                  title={t('policies.import.notChecked')}
                  error={rehearse.error}
                />
              )}
              {run.error && (
                <ErrorAlert
                  title={t('policies.import.notImported')}
                  error={run.error}
                />
              )}
              {findings && <ImportFindings report={findings} />}
            </>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {run.data ? (
          <Button slot="close">{t('policies.import.close')}</Button>
        ) : (
          <>
            <Button slot="close" variant="secondary">
              {t('policies.import.cancel')}
            </Button>
            {findings ? (
              <Button
                isDisabled={!makesAnything(findings)}
                isPending={run.isPending}
                onPress={() => run.mutate(source)}
              >
                {t('policies.import.import')}
              </Button>
            ) : (
              <Button isPending={rehearse.isPending} onPress={check}>
                {t('policies.import.check')}
              </Button>
            )}
          </>
        )}
      </DialogFooter>
    </LastingDialog>
  );
}
