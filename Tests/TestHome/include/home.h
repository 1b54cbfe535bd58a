// A home folder for the tests, made before the first of them runs: they never touch the person's own.
#ifndef NEWSROOM_TEST_HOME_H
#define NEWSROOM_TEST_HOME_H

// Its path.
const char *newsroom_test_home(void);

#endif
