using Microsoft.AspNetCore.Components;
using OpsCenter.Domain.Usage;
using OpsCenter.Portal.Usage.Receipts;

namespace OpsCenter.Portal.Usage.Pages;

/// <summary>What was posted about a job, in order.</summary>
public sealed partial class LedgerEntries
{
    [Parameter, EditorRequired]
    public required Receipt Receipt { get; set; }

    private static string Title(ReceiptEntry entry) => entry.Kind switch
    {
        LedgerEntryKind.Charge => "Charge",
        LedgerEntryKind.Reversal => $"Reversal of {entry.ReversesSeq}",
        LedgerEntryKind.Credit => "Credit",
        LedgerEntryKind.Residue => "Rounding residue",
    };
}
