namespace OpsCenter.Brigade.Cards;

/// <summary>What a look at Ops-Center's rate card came to.</summary>
/// <param name="CardVersion">The version in use now.</param>
/// <param name="FetchedAt">When Ops-Center gave or confirmed it.</param>
/// <param name="Changed">Whether it is another than before.</param>
public sealed record RefreshOutcome(int CardVersion, DateTimeOffset FetchedAt, bool Changed);
