// The closed forms of the income gap, as the library has them in C++: a test compares the two over a grid. With
// a = 1 + urban growth and b = 1 + rural growth the ratio moves as R (a/b)^t and the gap as U a^t - V b^t.
// Rates are fractions a year.

// Distances in logarithms that rounding alone can make.
const tolerance = 1e-12;

const never = { reach: "never", periods: Infinity };

// ln(b/a), the speed at which the logarithm of the ratio falls.
function narrowingSpeed(urbanGrowth, ruralGrowth) {
  return Math.log1p((ruralGrowth - urbanGrowth) / (1 + urbanGrowth));
}

// When something that moves by `speed` a year has covered `distance`.
function cover(distance, speed) {
  if (distance <= tolerance) return { reach: "already", periods: 0 };
  if (!(speed > 0)) return never;
  const periods = distance / speed;
  const whole = Math.round(periods);
  return { reach: "reached", periods: Math.abs(whole * speed - distance) <= tolerance ? whole : periods };
}

// The first whole year in which a crossing holds; null for one that never comes.
export function wholePeriods(crossing) {
  if (crossing.reach === "never") return null;
  return crossing.reach === "already" ? 0 : Math.max(1, Math.ceil(crossing.periods));
}

export function incomeRatio(urban, rural) {
  return urban / rural;
}

// The ratio of this year and of each of the next `periods` years.
export function ratioPath(ratio, urbanGrowth, ruralGrowth, periods) {
  const factor = (1 + urbanGrowth) / (1 + ruralGrowth);
  return Array.from({ length: periods + 1 }, (_, t) => ratio * factor ** t);
}

// The gap of this year and of each of the next `periods` years.
export function gapPath(urban, rural, urbanGrowth, ruralGrowth, periods) {
  return Array.from({ length: periods + 1 }, (_, t) => urban * (1 + urbanGrowth) ** t - rural * (1 + ruralGrowth) ** t);
}

// Years until the ratio is at or below the target.
export function yearsToRatio(ratio, urbanGrowth, ruralGrowth, target) {
  return cover(Math.log(ratio / target), narrowingSpeed(urbanGrowth, ruralGrowth));
}

// Rural growth that leads to the target ratio after so many years.
export function requiredRuralGrowth(ratio, urbanGrowth, target, years) {
  return (1 + urbanGrowth) * Math.exp(Math.log(ratio / target) / years) - 1;
}

// Rural growth above which the gap is smaller next year.
export function gapThreshold(ratio, urbanGrowth) {
  return ratio * urbanGrowth;
}

// When the pull of urban income is at most that of rural income.
function balance(logStart, urbanPull, ruralPull, speed) {
  if (urbanPull <= 0 && ruralPull >= 0) return { reach: "already", periods: 0 };
  if (urbanPull >= 0 && ruralPull <= 0) return never;
  const distance = logStart + Math.log(urbanPull / ruralPull);
  return urbanPull > 0 ? cover(distance, speed) : cover(-distance, -speed);
}

// The first year whose next year has no larger gap; null when there is none.
export function gapPeakYear(urban, rural, urbanGrowth, ruralGrowth) {
  const speed = narrowingSpeed(urbanGrowth, ruralGrowth);
  return wholePeriods(balance(Math.log(urban / rural), urbanGrowth, ruralGrowth, speed));
}

// Years until rural income has caught up.
export function gapClose(urban, rural, urbanGrowth, ruralGrowth) {
  return cover(Math.log(urban / rural), narrowingSpeed(urbanGrowth, ruralGrowth));
}

// Whether a point lies in a convex polygon, its border included; corners in either order round it.
export function isWithin(corners, x, y) {
  let left = false;
  let right = false;
  for (let i = 0; i < corners.length; i++) {
    const [x0, y0] = corners[i];
    const [x1, y1] = corners[(i + 1) % corners.length];
    const side = (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0);
    left = left || side > tolerance;
    right = right || side < -tolerance;
  }
  return !(left && right);
}
