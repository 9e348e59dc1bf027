using OpsCenter.Domain.RateCards;

namespace OpsCenter.Portal.RateCards;

/// <summary>The head of a published version, as people read it.</summary>
/// <param name="Head">The version.</param>
/// <param name="PublishedByName">Who published it.</param>
public sealed record RateCardVersionView(RateCardVersion Head, string PublishedByName)
{
    /// <summary>The version's number.</summary>
    public int Version => Head.Version;
}
