#pragma once

#include <cstdint>
#include <limits>

namespace shengzhou_report::data {

/// How much prices of the country rose in a year, in per cent.
struct PriceRow {
  std::int32_t year;
  double gdp_deflator;
  double consumer_prices;  ///< NaN where there is none
};

// World Bank, World Development Indicators (CC BY 4.0), China, annual %: Inflation, GDP deflator (NY.GDP.DEFL.KD.ZG)
// and Inflation, consumer prices (FP.CPI.TOTL.ZG, from 1987), to a tenth. Both follow from the national accounts and
// the consumer price index of the National Bureau of Statistics, of the vintage of 2024. A year a row, none left out.
// clang-format off
inline constexpr double unpublished = std::numeric_limits<double>::quiet_NaN();
inline constexpr PriceRow prices[] = {
    {1961, 15.3, unpublished}, {1962, -0.1, unpublished}, {1963, -2.6, unpublished}, {1964, -0.4, unpublished}, {1965, 0.9, unpublished},
    {1966, -1.6, unpublished}, {1967, 0.8, unpublished}, {1968, 1.4, unpublished}, {1969, -3.8, unpublished}, {1970, -2.6, unpublished},
    {1971, 0.7, unpublished}, {1972, 0.1, unpublished}, {1973, 0.2, unpublished}, {1974, 0.3, unpublished}, {1975, -1.1, unpublished},
    {1976, -0.1, unpublished}, {1977, 1.1, unpublished}, {1978, 1.7, unpublished}, {1979, 3.6, unpublished}, {1980, 3.8, unpublished},
    {1981, 2.4, unpublished}, {1982, -0.1, unpublished}, {1983, 1.2, unpublished}, {1984, 4.9, unpublished}, {1985, 10.2, unpublished},
    {1986, 4.7, unpublished}, {1987, 5.1, 7.2},  {1988, 12.1, 18.8}, {1989, 8.6, 18.2}, {1990, 5.7, 3.1},
    {1991, 6.7, 3.6},  {1992, 8.2, 6.4},  {1993, 15.2, 14.6}, {1994, 20.6, 24.3}, {1995, 13.7, 16.8},
    {1996, 6.5, 8.3},  {1997, 1.6, 2.8},  {1998, -0.9, -0.8}, {1999, -1.3, -1.4}, {2000, 2.1, 0.3},
    {2001, 2.0, 0.7},  {2002, 0.6, -0.7}, {2003, 2.6, 1.1},  {2004, 7.0, 3.8},  {2005, 3.9, 1.8},
    {2006, 3.9, 1.6},  {2007, 7.7, 4.8},  {2008, 7.8, 5.9},  {2009, -0.2, -0.7}, {2010, 6.9, 3.2},
    {2011, 8.1, 5.6},  {2012, 2.3, 2.6},  {2013, 2.2, 2.6},  {2014, 1.0, 1.9},  {2015, 0.0, 1.4},
    {2016, 1.4, 2.0},  {2017, 4.2, 1.6},  {2018, 3.5, 2.1},  {2019, 1.3, 2.9},  {2020, 0.5, 2.4},
    {2021, 4.6, 1.0},  {2022, 1.8, 2.0},  {2023, -0.5, 0.2},
};
// clang-format on

}  // namespace shengzhou_report::data
