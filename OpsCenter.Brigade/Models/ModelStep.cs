namespace OpsCenter.Brigade.Models;

/// <summary>A piece of a model's answer. A job may be stopped before any piece but the last.</summary>
/// <param name="Text">What is added to the output; may be empty.</param>
/// <param name="Tokens">What the job will have used with this piece.</param>
/// <param name="IsFinal">Whether the answer is complete: nothing can be saved by stopping any more.</param>
public sealed record ModelStep(string Text, ModelTokens Tokens, bool IsFinal = false);
