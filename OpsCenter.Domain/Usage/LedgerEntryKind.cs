namespace OpsCenter.Domain.Usage;

/// <summary>What a ledger entry does.</summary>
public enum LedgerEntryKind
{
    /// <summary>A job is charged.</summary>
    Charge,

    /// <summary>An earlier charge is undone, to the last digit.</summary>
    Reversal,

    /// <summary>A customer is given money back without a job.</summary>
    Credit,

    /// <summary>What rounding an invoice line left over.</summary>
    Residue,
}
