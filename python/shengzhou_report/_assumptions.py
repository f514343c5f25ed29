"""What is assumed of the uncertainty of income growth where a report says nothing of it."""

from __future__ import annotations

#: Standard deviations and correlation of the logarithms of nominal national growth of urban and rural disposable
#: income per head in 2018 and 2020 to 2025 (National Bureau of Statistics), 7.8, 3.5, 8.2, 3.9, 5.1, 4.6, 4.3 % and
#: 8.8, 6.9, 10.5, 6.3, 7.7, 6.6, 5.8 %.
URBAN_VOLATILITY, RURAL_VOLATILITY, CORRELATION = 0.018, 0.015, 0.91
