namespace OpsCenter.Portal.Usage.Corrections;

/// <summary>What came of a correction or of its preview.</summary>
public abstract record CorrectionOutcome
{
    private CorrectionOutcome()
    {
    }

    /// <summary>It can be posted; nothing is posted yet.</summary>
    /// <param name="Preview">What it will do.</param>
    public sealed record Ready(CorrectionPreview Preview) : CorrectionOutcome;

    /// <summary>It is posted.</summary>
    /// <param name="Effect">What it did.</param>
    public sealed record Posted(CorrectionPreview Effect) : CorrectionOutcome;

    /// <summary>It was not posted.</summary>
    /// <param name="Refusal">What kind of reason.</param>
    /// <param name="Explanation">The reason as a sentence for the reader.</param>
    public sealed record Refused(CorrectionRefusal Refusal, string Explanation) : CorrectionOutcome;
}
