using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Audit;
using OpsCenter.Portal.Data;
using OpsCenter.Portal.Usage.Corrections;
using OpsCenter.Portal.Usage.Jobs;

namespace OpsCenter.Portal.Usage.Holds;

/// <summary>A resolved hold as the audit trail keeps it; with its job, so that all that happened to a job is found in one place.</summary>
internal static class HoldAudit
{
    public static AuditRecord Of(HoldChange change, HoldAct act) => new(
        act.Action,
        "job",
        change.After.EventId.ToString(),
        StateOf(change.Before),
        new
        {
            Hold = StateOf(change.After),
            Charge = change is { Price: { } price, Card: { } card } ? CorrectionAudit.StateOf(price, card.Version) : null,
        },
        act.Reason,
        change.After.OrganizationId);

    private static object StateOf(HeldJob job) => new
    {
        State = EnumText<HoldState>.Of(job.State),
        job.OrganizationId,
        Exposure = DecimalText.Format(job.Exposure.Amount),
        Currency = job.Exposure.Currency.Code,
        ProposedVersion = job.Proposal?.Version,
        ProposedTotal = job.Proposal is { } proposal ? DecimalText.Format(proposal.Total.Amount) : null,
    };
}
