namespace OpsCenter.Portal.Adapters.Embedded.TestPayments;

/// <summary>What came of a try on the hosted page.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>Done; the person goes on.</summary>
    /// <param name="Next">Where to.</param>
    public sealed record Completed(Uri Next) : DeskAnswer;

    /// <summary>The bank wants the person to confirm.</summary>
    public sealed record Authenticate : DeskAnswer;

    /// <summary>The bank refuses; another card may do.</summary>
    /// <param name="Message">Why.</param>
    public sealed record Declined(string Message) : DeskAnswer;

    /// <summary>Something was typed wrongly.</summary>
    /// <param name="Problems">Field to sentence.</param>
    public sealed record Invalid(IReadOnlyDictionary<string, string> Problems) : DeskAnswer;

    /// <summary>The page is not open any more.</summary>
    public sealed record Closed : DeskAnswer;
}
