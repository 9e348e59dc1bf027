namespace OpsCenter.Portal.Audit;

/// <summary>What an audit row tells, besides who and when. No personal data: people are named by their id.</summary>
/// <param name="Action">Noun and past participle: <c>customer.renamed</c>.</param>
/// <param name="SubjectType">Kind of thing: <c>organization</c>.</param>
/// <param name="SubjectId">Its identity.</param>
/// <param name="Before">State before, written as JSON; null when there was none.</param>
/// <param name="After">State after, written as JSON; null when there is none.</param>
/// <param name="Reason">Why, in the actor's words; may be empty where no reason is asked for.</param>
/// <param name="OrganizationId">The customer it is about; null for the platform.</param>
public sealed record AuditRecord(
    string Action,
    string SubjectType,
    string SubjectId,
    object? Before = null,
    object? After = null,
    string Reason = "",
    Guid? OrganizationId = null);
