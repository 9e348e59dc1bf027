namespace OpsCenter.Portal.ProviderKeys;

/// <summary>What became of an act on a provider key. Whatever is not <see cref="Done"/> changed nothing.</summary>
public abstract record ProviderKeyOutcome
{
    private ProviderKeyOutcome()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Key">The key as it is now; as it was when it is removed.</param>
    public sealed record Done(ProviderKey Key) : ProviderKeyOutcome;

    /// <summary>What was typed cannot be used.</summary>
    /// <param name="Name">What is wrong with the name, or null.</param>
    /// <param name="Secret">What is wrong with the key, or null.</param>
    public sealed record Invalid(string? Name, string? Secret) : ProviderKeyOutcome;

    /// <summary>It cannot be done.</summary>
    /// <param name="Message">Why, and what to do about it.</param>
    public sealed record Refused(string Message) : ProviderKeyOutcome;
}
