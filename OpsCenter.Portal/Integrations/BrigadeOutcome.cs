namespace OpsCenter.Portal.Integrations;

/// <summary>What became of an act that asked Brigade.</summary>
/// <param name="IsDone">Whether it answered as it should.</param>
/// <param name="Sentence">What to tell the operator.</param>
public sealed record BrigadeOutcome(bool IsDone, string Sentence)
{
    internal static readonly BrigadeOutcome NotConnected = new(false, "No Brigade is connected. Set Brigade:Url and start the portal again.");
}
