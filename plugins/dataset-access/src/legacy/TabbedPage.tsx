import {
  Content,
  Header,
  HeaderTabs,
  Link,
  Page,
} from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Navigate, Route, Routes, useParams } from 'react-router-dom';
import { DatasetAccessProvider } from '../api/DatasetAccessProvider';
import { useEmergencyReviewCount } from '../api/emergencyQueries';
import { useTaskCount } from '../api/grantQueries';
import { useReviewCount } from '../api/reviewQueries';
import { DriftSection } from '../drift/DriftSection';
import { ExplainSection } from '../explain/ExplainSection';
import { GrantsSection } from '../grants/GrantsSection';
import { RequestsSection } from '../pages/RequestsSection';
import { PoliciesSection } from '../policies/PoliciesSection';
import { ReviewsSection } from '../reviews/ReviewsSection';
import { RolesSection } from '../roles/RolesSection';
import { rootRouteRef } from '../routes';
import { TasksSection } from '../tasks/TasksSection';
import { datasetAccessTranslationRef } from '../translation';

const sections = [
  { id: 'inbox', element: <RequestsSection origin="inbox" /> },
  { id: 'requests', element: <RequestsSection origin="requests" /> },
  { id: 'grants', element: <GrantsSection /> },
  { id: 'tasks', element: <TasksSection /> },
  { id: 'drift', element: <DriftSection /> },
  { id: 'reviews', element: <ReviewsSection /> },
  { id: 'policies', element: <PoliciesSection /> },
  { id: 'roles', element: <RolesSection /> },
  { id: 'explain', element: <ExplainSection /> },
] as const;

/** Everything that is no part of an entity's page, a tab each, with the same addresses as in the new frontend system. */
export function TabbedPage() {
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const root = useRouteRef(rootRouteRef)();
  const { '*': rest = '' } = useParams();
  const [name] = rest.split('/');
  const section = sections.find(({ id }) => id === name) ?? sections[0];
  const title = t('plugin.title');
  return (
    <Page themeId="tool">
      <Header
        title={title}
        pageTitleOverride={`${t(`page.${section.id}`)} | ${title}`}
      />
      <DatasetAccessProvider>
        <SectionTabs root={root} selected={section.id} />
      </DatasetAccessProvider>
      {/* the sections bring their own distance from the edge */}
      <Content noPadding>
        <Routes>
          {sections.map(({ id, element }) => (
            <Route key={id} path={`${id}/*`} element={element} />
          ))}
          <Route path="*" element={<Navigate to={`${root}/inbox`} replace />} />
        </Routes>
      </Content>
    </Page>
  );
}

/** The tabs, and beside tasks and reviews how much waits there. */
function SectionTabs(props: {
  root: string;
  selected: (typeof sections)[number]['id'];
}) {
  const { root, selected } = props;
  const { t } = useTranslationRef(datasetAccessTranslationRef);
  const waiting: Partial<Record<string, number>> = {
    tasks: (useTaskCount() ?? 0) + useEmergencyReviewCount(),
    reviews: useReviewCount(),
  };
  return (
    <HeaderTabs
      tabs={sections.map(({ id }) => ({
        id,
        label: waiting[id]
          ? `${t(`page.${id}`)} (${waiting[id]})`
          : t(`page.${id}`),
        tabProps: { component: Link, to: `${root}/${id}` },
      }))}
      selectedIndex={sections.findIndex(({ id }) => id === selected)}
    />
  );
}
