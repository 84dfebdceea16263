import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Badge,
  Flex,
} from '@backstage/ui';
import { useQuery } from '@tanstack/react-query';
import { accessControlApiRef } from '../api/accessControlApi';
import { DATASET_ACCESS_KEY } from '../api/queries';
import { datasetAccessTranslationRef } from '../translation';

/** What policies, roles and responsibilities let somebody do with a dataset, in words; nothing when they let him do nothing. */
export function Capabilities({ privileges }: { privileges: string[] }) {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const client = useApi(accessControlApiRef);
  const { data } = useQuery({
    queryKey: [DATASET_ACCESS_KEY, 'privileges'],
    queryFn: ({ signal }) => client.listPrivileges({ signal }),
    enabled: privileges.length > 0,
    staleTime: Infinity,
  });
  const titles = (data?.items ?? [])
    .filter(({ name }) => privileges.includes(name))
    .map(({ title }) => title);
  if (titles.length === 0) {
    return null;
  }
  return (
    <Accordion>
      <AccordionTrigger
        title={t('card.capabilities', { count: titles.length } as never)}
      />
      <AccordionPanel>
        <Flex gap="1" style={{ flexWrap: 'wrap' }}>
          {titles.map(title => (
            <Badge key={title}>{title}</Badge>
          ))}
        </Flex>
      </AccordionPanel>
    </Accordion>
  );
}
