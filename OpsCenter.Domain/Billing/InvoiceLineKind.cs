namespace OpsCenter.Domain.Billing;

/// <summary>What a line of an invoice is about.</summary>
public enum InvoiceLineKind
{
    /// <summary>The plan's price for an interval, in advance.</summary>
    PlanFee,

    /// <summary>The difference of two plans for the days that are left.</summary>
    Proration,

    /// <summary>Model fees of a period.</summary>
    Llm,

    /// <summary>Agent fees of a period.</summary>
    Agent,

    /// <summary>Tool fees of a period.</summary>
    Tools,

    /// <summary>Usage of a period so far that nothing covers; taken off again when the period is closed.</summary>
    Usage,

    /// <summary>What included usage pays of the fees; negative.</summary>
    Included,

    /// <summary>What was given back; negative.</summary>
    Credit,

    /// <summary>What interim invoices have billed already; negative.</summary>
    Invoiced,

    /// <summary>What an earlier invoice was too small to charge or could not give back.</summary>
    CarriedIn,

    /// <summary>What goes to the next invoice, so that this one is 0.</summary>
    CarriedOut,
}
