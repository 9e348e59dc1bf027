namespace OpsCenter.Domain.ProviderKeys;

/// <summary>Tries a customer's key at its provider, at no cost.</summary>
public interface IProviderKeyTester
{
    /// <summary>Tries it. A provider that is away is an answer, not an exception.</summary>
    /// <param name="provider">The provider's name on the rate card: <c>openai</c>.</param>
    /// <param name="secret">The key; it is not kept and not logged.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ProviderKeyTest> TestAsync(string provider, ProviderSecret secret, CancellationToken cancellationToken);
}
