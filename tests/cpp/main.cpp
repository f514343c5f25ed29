// The only file that compiles Boost.Test itself; the others include <boost/test/unit_test.hpp>.
#define BOOST_TEST_MODULE shengzhou_report
#include <boost/test/included/unit_test.hpp>
