import { Flex, Text } from '@backstage/ui';

/** Says that there is nothing, and what to do next. */
export function EmptyList(props: { title: string; hint: string }) {
  return (
    <Flex direction="column" gap="1">
      <Text weight="bold">{props.title}</Text>
      <Text color="secondary">{props.hint}</Text>
    </Flex>
  );
}
