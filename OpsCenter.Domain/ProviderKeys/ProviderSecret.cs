namespace OpsCenter.Domain.ProviderKeys;

/// <summary>A customer's key at a model provider. Its text form says nothing, so that it cannot slip into a log.</summary>
/// <param name="text">The key.</param>
public sealed class ProviderSecret(string text)
{
    /// <summary>Fewest and most characters of a key.</summary>
    public const int MinLength = 8;

    /// <inheritdoc cref="MinLength" />
    public const int MaxLength = 512;

    /// <summary>The last four characters: enough to tell keys apart, too little to use one.</summary>
    public string Last4 => text[^4..];

    /// <summary>What is wrong with a text as a key, or null. The sentence does not repeat the text.</summary>
    public static string? ProblemWith(string text) =>
        text.Length == 0 ? "Paste the key."
        : text.Length is < MinLength or > MaxLength ? $"A key has {MinLength} to {MaxLength} characters."
        : text.Any(c => c is <= ' ' or > '~') ? "A key has printable characters without spaces only. Was something else pasted with it?"
        : null;

    /// <summary>The key itself.</summary>
    public string Reveal() => text;

    /// <inheritdoc />
    public override string ToString() => "(secret)";
}
