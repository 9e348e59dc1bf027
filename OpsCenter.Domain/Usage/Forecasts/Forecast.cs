namespace OpsCenter.Domain.Usage.Forecasts;

/// <summary>What jobs of a period will have cost at its end.</summary>
/// <param name="Low">Nine times in ten it is more than this; never below what is spent already.</param>
/// <param name="Expected">The middle.</param>
/// <param name="High">Nine times in ten it is less than this.</param>
public sealed record Forecast(decimal Low, decimal Expected, decimal High);
