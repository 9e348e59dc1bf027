using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Own;

/// <summary>One meter in a billing period.</summary>
/// <param name="Meter">Its code: <c>llm.input_tok</c>.</param>
/// <param name="Used">What is used.</param>
/// <param name="Threshold">The plan's threshold; null for none.</param>
/// <param name="Projected">What it comes to at the period's end; null when nobody can say.</param>
public sealed record MeterLine(string Meter, decimal Used, long? Threshold, decimal? Projected)
{
    /// <summary>Used of a hundred; null without a threshold.</summary>
    public decimal? Percent => Threshold is { } limit ? Used * 100m / limit : null;

    /// <summary>Whether the threshold is reached.</summary>
    public bool IsReached => Limit.IsReached(Used, Threshold);

    /// <summary>Whether four fifths of it are.</summary>
    public bool IsNear => !IsReached && Percent >= 80m;

    /// <summary>Whether it will be reached if use goes on like this.</summary>
    public bool WillBeReached => !IsReached && Projected is { } projected && Limit.IsReached(projected, Threshold);
}
