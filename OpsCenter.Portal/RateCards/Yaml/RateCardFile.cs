namespace OpsCenter.Portal.RateCards.Yaml;

/// <summary>A version of the rate card as a file.</summary>
/// <param name="Name">For example <c>rate-card-v3.yaml</c>.</param>
/// <param name="Text">Its YAML.</param>
public sealed record RateCardFile(string Name, string Text);
