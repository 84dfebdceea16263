import '@testing-library/jest-dom';

// the styles of Material UI are more than jsdom knows, which is said at every turn and says nothing
const { warn } = console;
jest
  .spyOn(console, 'warn')
  .mockImplementation((...message) =>
    String(message[0]).includes('[JSS]') ? undefined : warn(...message),
  );
