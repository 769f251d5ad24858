let infinity = Double.infinity
let nan = Double.nan
print(infinity, -infinity, nan, -nan)
print(1 / 0.0, -1 / 0.0, (infinity - infinity).isNaN, (0 * infinity).isNaN)
print(nan == nan, nan != nan, nan < 1, nan > 1, nan <= nan)
print(infinity > 1e308, -infinity < -1e308, infinity == infinity)
print(nan.isNaN, infinity.isInfinite, infinity.isFinite, (1.5).isFinite, (0.0).isZero)
print([nan, infinity, -0.0])
print(max(1, nan), min(nan, 1))
