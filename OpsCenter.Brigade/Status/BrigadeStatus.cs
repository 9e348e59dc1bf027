using OpsCenter.Brigade.Cards;

namespace OpsCenter.Brigade.Status;

/// <summary>How Brigade is doing, as <c>GET /api/v1/status</c> answers.</summary>
/// <param name="CardVersion">Version of the rate card in use; null: none.</param>
/// <param name="CardFetchedAt">When Ops-Center gave or last confirmed it.</param>
/// <param name="CardSource"><c>ops-center</c>, or <c>disk</c> when it is a copy of an earlier run.</param>
/// <param name="Stale">Whether Ops-Center could not be asked the last time.</param>
/// <param name="SpooledReports">Reports that are not acknowledged.</param>
/// <param name="OldestSpooledAt">When the oldest of them was spooled.</param>
/// <param name="DeadLetters">Reports that were refused for good, those of earlier runs too.</param>
/// <param name="StartedAt">When Brigade started.</param>
/// <param name="LastReportAt">When Ops-Center last acknowledged a report, in this run.</param>
/// <param name="LastError">What does not work now, for a person; null when everything does.</param>
/// <param name="ClockOffsetSeconds">What Brigade adds to its clock to have Ops-Center's.</param>
public sealed record BrigadeStatus(
    int? CardVersion,
    DateTimeOffset? CardFetchedAt,
    string? CardSource,
    bool Stale,
    long SpooledReports,
    DateTimeOffset? OldestSpooledAt,
    long DeadLetters,
    DateTimeOffset StartedAt,
    DateTimeOffset? LastReportAt,
    string? LastError,
    double ClockOffsetSeconds)
{
    internal static string Word(CardSource source) => source switch
    {
        Cards.CardSource.OpsCenter => "ops-center",
        Cards.CardSource.Disk => "disk",
    };
}
