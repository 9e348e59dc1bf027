using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Duplicates;

/// <summary>A job reported without a key that says the same as the one before it.</summary>
/// <param name="EventId">The job.</param>
/// <param name="OriginalEventId">The one before it.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="SecondsApart">How long after the other one its report arrived.</param>
/// <param name="OrganizationId">Whose job it is.</param>
/// <param name="CustomerName">Their name.</param>
/// <param name="Source">Who reported both.</param>
/// <param name="Agent">The agent of both.</param>
/// <param name="Route">The route of both.</param>
/// <param name="Total">What is charged for it now.</param>
/// <param name="State">What became of it.</param>
public sealed record LikelyDuplicate(
    Guid EventId,
    Guid OriginalEventId,
    DateTimeOffset OccurredAt,
    int SecondsApart,
    Guid OrganizationId,
    string CustomerName,
    string Source,
    string Agent,
    string Route,
    Money Total,
    DuplicateState State);
