namespace OpsCenter.Portal.Billing.CreditNotes;

/// <summary>What became of issuing a credit note.</summary>
public abstract record IssueCreditNoteOutcome
{
    private IssueCreditNoteOutcome()
    {
    }

    /// <summary>It was issued.</summary>
    /// <param name="Number">Its number.</param>
    public sealed record Issued(string Number) : IssueCreditNoteOutcome;

    /// <summary>It was not.</summary>
    /// <param name="Message">Why, and what to do.</param>
    public sealed record Refused(string Message) : IssueCreditNoteOutcome;
}
