using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpsCenter.Brigade.Hosting;

namespace OpsCenter.Brigade.Cards;

/// <summary>
/// The last good rate card on disk: a line with what this is, a digest, the moment and the Ops-Center it came from, then the card as it was
/// sent. A torn file, and one of another Ops-Center, is not used.
/// </summary>
internal sealed class CardFile(BrigadeFolder folder, BrigadeOptions options)
{
    private const string Kind = "opscenter-brigade-card-1";
    private const byte LineEnd = (byte)'\n';

    /// <summary>Where it lies.</summary>
    public string Location { get; } = Path.Combine(folder.Path, "rate-card");

    /// <summary>Replaces it, so that a kill or a power cut leaves the old or the new one.</summary>
    /// <exception cref="IOException">It could not be written; the old one stands.</exception>
    public void Save(StoredCard card)
    {
        var head = string.Join(' ', Kind, Digest(card), card.FetchedAt.ToString("O", CultureInfo.InvariantCulture), options.OpsCenterUrl);
        DurableFolder.Replace(Location, [.. Encoding.UTF8.GetBytes(head), LineEnd, .. card.Body.Span]);
    }

    /// <summary>Reads it; null when there is none.</summary>
    /// <exception cref="FormatException">It is torn, of another Ops-Center, or no card file at all.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public StoredCard? Load()
    {
        if (!File.Exists(Location))
            return null;

        var content = File.ReadAllBytes(Location);
        var headEnd = Array.IndexOf(content, LineEnd);
        if (headEnd < 0 || Encoding.UTF8.GetString(content, 0, headEnd).Split(' ') is not [Kind, var digest, var moment, var source])
            throw new FormatException("It is no rate card of Brigade.");
        if (!DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var fetchedAt))
            throw new FormatException("It does not say when it was fetched.");
        if (source != options.OpsCenterUrl.ToString())
            throw new FormatException($"It comes from {source}, another Ops-Center.");

        var card = new StoredCard(content.AsMemory(headEnd + 1), fetchedAt);
        return digest == Digest(card) ? card : throw new FormatException("It is torn or was changed.");
    }

    private static string Digest(StoredCard card) => Convert.ToHexStringLower(SHA256.HashData(card.Body.Span));
}
