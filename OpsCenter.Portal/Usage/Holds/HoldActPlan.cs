namespace OpsCenter.Portal.Usage.Holds;

/// <summary>How an act changes one open hold, or why it cannot.</summary>
internal abstract record HoldActPlan
{
    private HoldActPlan()
    {
    }

    /// <summary>It becomes this.</summary>
    internal sealed record Change(HoldChange Result) : HoldActPlan;

    /// <summary>It stays, and with it all others of the act.</summary>
    internal sealed record Refuse(HoldRefusal Refusal, string Explanation) : HoldActPlan;
}
