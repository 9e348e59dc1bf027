using System.Collections.Immutable;
using OpsCenter.Domain.Monetary;

namespace OpsCenter.Domain.RateCards;

/// <summary>A whole rate card as text rows by natural key: what is compared, merged and edited. Nothing in it needs to be valid.</summary>
/// <param name="Currency">The card's currency.</param>
/// <param name="Rows">The rows, ordered by section and name.</param>
public sealed record RateCardSheet(Currency Currency, ImmutableSortedDictionary<RateCardRowKey, RateCardRow> Rows)
{
    /// <summary>Writes a card as text. Of rows that share a key the last one stands.</summary>
    public static RateCardSheet Of(RateCardContent content)
    {
        var rows = ImmutableSortedDictionary.CreateBuilder<RateCardRowKey, RateCardRow>();

        foreach (var row in RateCardText.Write(content))
        {
            rows[row.Key] = row;
        }

        return new RateCardSheet(content.Currency, rows.ToImmutable());
    }

    /// <summary>The row, or null when the card has none of that key.</summary>
    public RateCardRow? Find(RateCardRowKey key) => Rows.GetValueOrDefault(key);

    /// <summary>The rows of a section, ordered by name.</summary>
    public IEnumerable<RateCardRow> In(RateCardSection section) => Rows.Where(r => r.Key.Section == section).Select(r => r.Value);

    /// <summary>The card with one row put, or taken out when <paramref name="row"/> is null.</summary>
    public RateCardSheet With(RateCardRowKey key, RateCardRow? row) =>
        this with { Rows = row is null ? Rows.Remove(key) : Rows.SetItem(key, row) };

    /// <summary>The card with differences applied: each row becomes what it is afterwards.</summary>
    public RateCardSheet Apply(IEnumerable<RowDifference> differences) =>
        differences.Aggregate(this, (sheet, difference) => sheet.With(difference.Key, difference.After));

    /// <summary>
    /// The card with the changes of another card made to it cell by cell: a changed row keeps whatever the change does not speak of. A
    /// row that is changed there and absent here comes back as it is there.
    /// </summary>
    public RateCardSheet ApplyCells(IEnumerable<RowDifference> differences) =>
        differences.Aggregate(this, (sheet, difference) => sheet.With(difference.Key, Changed(sheet.Find(difference.Key), difference)));

    /// <summary>Reads the card.</summary>
    /// <param name="idOf">Gives each route, agent and tool its identity.</param>
    /// <exception cref="FormatException">A text cannot be read; <see cref="RateCardRules.Validate(RateCardSheet)"/> names such texts.</exception>
    public RateCardContent ToContent(Func<RateCardRowKey, Guid> idOf) => RateCardText.Read(this, idOf);

    private static RateCardRow? Changed(RateCardRow? row, RowDifference difference) => (row, difference.After) switch
    {
        (_, null) => null,
        (null, var after) => after,
        var (here, _) => difference.Fields.Aggregate(here, (changed, field) => changed.With(field.Column, field.After)),
    };
}
