using FsCheck;
using FsCheck.Fluent;
using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.Tests.RateCards;

/// <summary>Random cards and drafts over few names and few numbers, so that rows meet often.</summary>
public static class SheetGenerators
{
    private static readonly string[] Rates = ["0", "0.03", "0.0300", "0.5", "", "half-writ"];

    public static Arbitrary<RateCardSheet> Sheets() =>
        Changes(canDelete: false)
            .Select(rows => rows.Aggregate(SampleCard.Sheet with { Rows = SampleCard.Sheet.Rows.Clear() }, (s, r) => s.With(r.Key, r.Row)))
            .ToArbitrary();

    public static Arbitrary<RowChange[]> RowChanges() => Changes(canDelete: true).ToArbitrary();

    private static Gen<RowChange[]> Changes(bool canDelete) =>
        from count in Gen.Choose(0, 6)
        from changes in Change(canDelete).ArrayOf(count)
        select changes;

    private static Gen<RowChange> Change(bool canDelete) =>
        from row in Gen.OneOf(Route(), Agent())
        from gone in Gen.Choose(0, 3)
        select new RowChange(row.Key, canDelete && gone == 0 ? null : row);

    private static Gen<RateCardRow> Route() =>
        from model in Gen.Elements("gpt-4", "gpt-5", "o9")
        from input in Gen.Elements(Rates)
        from markup in Gen.Elements(Rates)
        select SampleCard.Gpt4Row
            .With(RateCardColumns.Model, model)
            .With(RateCardColumns.InputCost, input)
            .With(RateCardColumns.Markup, markup);

    private static Gen<RateCardRow> Agent() =>
        from name in Gen.Elements("research_pro", "writer")
        from rate in Gen.Elements(Rates)
        select SampleCard.Sheet.Rows[RateCardRowKey.Agent("research_pro")]
            .With(RateCardColumns.Name, name)
            .With(RateCardColumns.AgentRate, rate);
}
