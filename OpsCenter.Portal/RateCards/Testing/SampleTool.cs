using OpsCenter.Domain.Monetary;
using OpsCenter.Domain.RateCards;
using OpsCenter.Domain.Usage;

namespace OpsCenter.Portal.RateCards.Testing;

/// <summary>Units of a tool as they are typed.</summary>
/// <param name="name">The tool.</param>
public sealed class SampleTool(string name)
{
    /// <summary>The tool.</summary>
    public string Name { get; set; } = name;

    /// <summary>Its units as typed.</summary>
    public string Units { get; set; } = "1";

    /// <summary>The use; null while the units are none.</summary>
    public ToolUse? Read() =>
        RateCardColumn.ReadNumber(Units) is { } units and > 0 and <= PriceLimits.MaxUnits && DecimalText.Decimals(units) <= PriceLimits.UnitDecimals
            ? new ToolUse(Name, units)
            : null;
}
