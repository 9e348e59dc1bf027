using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.Usage.Forecasts;

namespace OpsCenter.Portal.Usage.Forecasts;

/// <summary>What is expected of the running period, and how good such forecasts were.</summary>
/// <param name="Forecast">What is expected; null while it is too early to say.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="EndsAt">When the period ends.</param>
/// <param name="PastErrorPercent">By how much forecasts of the same day of earlier periods were off on average; null when there are none.</param>
/// <param name="PastPeriods">From how many periods that is.</param>
public sealed record ForecastView(Forecast? Forecast, Currency Currency, DateTimeOffset EndsAt, decimal? PastErrorPercent, int PastPeriods);
