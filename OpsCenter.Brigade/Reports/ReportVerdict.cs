namespace OpsCenter.Brigade.Reports;

/// <summary>What an answer means for one report.</summary>
internal enum ReportVerdict
{
    /// <summary>Ops-Center has it, now or from an earlier attempt.</summary>
    Acknowledged,

    /// <summary>Ops-Center will never take it as it is.</summary>
    Refused,

    /// <summary>Nothing was decided: the same report is sent again.</summary>
    Later,
}
