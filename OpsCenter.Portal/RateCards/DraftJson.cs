using System.Text.Json;
using OpsCenter.Domain.RateCards;
using OpsCenter.Portal.Data;

namespace OpsCenter.Portal.RateCards;

/// <summary>Draft rows in the database: the section's word, the natural key, and the texts by column name as a JSON object.</summary>
internal static class DraftJson
{
    public static string Write(RateCardRow row) => JsonSerializer.Serialize(row.Texts);

    public static string Write(RateCardSection section) => EnumText<RateCardSection>.Of(section);

    public static KeyValuePair<RateCardRowKey, RateCardRow?> Read(RateCardDraftRow stored)
    {
        var section = EnumText<RateCardSection>.Parse(stored.Section);
        var row = stored.Content is null ? null : new RateCardRow(section, Texts(stored.Content));

        return KeyValuePair.Create(new RateCardRowKey(section, stored.RowKey), row);
    }

    // The column is never the JSON text null: a deleted row is SQL's null.
    private static Dictionary<string, string> Texts(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
}
