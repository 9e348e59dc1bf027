using OpsCenter.Domain.Monetary;

namespace OpsCenter.Portal.Usage.Credits;

/// <summary>Money that was given back.</summary>
/// <param name="Id">Its identity; its ledger entry has the same.</param>
/// <param name="OrganizationId">To whom.</param>
/// <param name="Amount">How much; above 0.</param>
/// <param name="JobEventId">The job it is for; null for a credit on its own.</param>
/// <param name="Reason">Why, in the operator's words.</param>
/// <param name="GivenAt">When.</param>
/// <param name="GivenByName">Who gave it.</param>
public sealed record Credit(Guid Id, Guid OrganizationId, Money Amount, Guid? JobEventId, string Reason, DateTimeOffset GivenAt, string GivenByName);
