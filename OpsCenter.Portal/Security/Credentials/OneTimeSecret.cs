namespace OpsCenter.Portal.Security.Credentials;

/// <summary>A new secret on its way to the one person who is shown it. Its text form says nothing, so that it cannot slip into a log.</summary>
/// <param name="text">The secret.</param>
public sealed class OneTimeSecret(string text)
{
    /// <summary>What is stored of it.</summary>
    internal byte[] Hash => MachineSecret.HashOf(text);

    /// <summary>A secret that nobody knows yet.</summary>
    public static OneTimeSecret Generate() => new(MachineSecret.Generate());

    /// <summary>The secret itself.</summary>
    public string Reveal() => text;

    /// <inheritdoc />
    public override string ToString() => "(secret)";
}
