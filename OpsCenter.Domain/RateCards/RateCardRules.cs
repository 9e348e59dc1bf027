using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.RateCards;

/// <summary>What a rate card must fulfil to be published. The limits are those of <see cref="PriceLimits"/>.</summary>
public static class RateCardRules
{
    /// <summary>Everything that stops a card from being published, ordered by section and name; empty when nothing does.</summary>
    public static ImmutableArray<RateCardProblem> Validate(RateCardContent content) =>
    [
        .. Repeated(RateCardSection.Routes, content.Routes.Select(r => r.Route)),
        .. Repeated(RateCardSection.Agents, content.Agents.Select(a => a.Name)),
        .. Repeated(RateCardSection.Tools, content.Tools.Select(t => t.Name)),
        .. Validate(RateCardSheet.Of(content)),
    ];

    /// <summary>The same for a card as text: texts that cannot be read are problems too.</summary>
    public static ImmutableArray<RateCardProblem> Validate(RateCardSheet sheet)
    {
        IEnumerable<RateCardProblem> absent = sheet.Find(RateCardRowKey.Card) is null
            ? [new(RateCardSection.Card, RateCardRowKey.Card.Name, RateCardColumns.DefaultAgentRate.Name, "Enter the default agent rate.")]
            : [];

        return [.. absent, .. Enum.GetValues<RateCardSection>().SelectMany(s => TooMany(s, sheet)), .. sheet.Rows.Values.SelectMany(Validate)];
    }

    /// <summary>Everything that is wrong within one row.</summary>
    public static IEnumerable<RateCardProblem> Validate(RateCardRow row) =>
        RateCardColumns.Of(row.Section)
            .Select(column => (Column: column, Message: CellRules.Check(column, row[column])))
            .Where(cell => cell.Message is not null)
            .Select(cell => Problem(row, cell.Column, cell.Message!)) // the filter above let only messages through
            .Concat(MinimumAboveCeiling(row));

    private static IEnumerable<RateCardProblem> MinimumAboveCeiling(RateCardRow row)
    {
        if (row.Section is RateCardSection.Agents
            && row.Number(RateCardColumns.MinFee) is { } minimum
            && Limit.IsPassed(minimum, row.Number(RateCardColumns.MaxJobCost)))
        {
            yield return Problem(row, RateCardColumns.MaxJobCost, "The ceiling must not be below the minimum fee.");
        }
    }

    private static IEnumerable<RateCardProblem> TooMany(RateCardSection section, RateCardSheet sheet)
    {
        if (sheet.In(section).Skip(PriceLimits.MaxRows).Any())
        {
            yield return new RateCardProblem(section, "", "", $"At most {PriceLimits.MaxRows:N0} rows.");
        }
    }

    private static IEnumerable<RateCardProblem> Repeated(RateCardSection section, IEnumerable<string> keys) =>
        keys.CountBy(k => k, StringComparer.Ordinal)
            .Where(k => k.Value > 1)
            .Select(k => new RateCardProblem(section, k.Key, "", $"{k.Key} is on the card {k.Value} times."));

    private static RateCardProblem Problem(RateCardRow row, RateCardColumn column, string message) =>
        new(row.Section, row.Key.Name, column.Name, message);
}
