// A home of the tests' own, made before the first of them runs: nothing that they do reaches the person's.
#ifndef NEWSROOM_TEST_HOME_H
#define NEWSROOM_TEST_HOME_H

// Where it is.
const char *newsroom_test_home(void);

#endif
