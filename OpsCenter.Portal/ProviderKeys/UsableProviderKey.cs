using OpsCenter.Domain.ProviderKeys;

namespace OpsCenter.Portal.ProviderKeys;

/// <summary>A key on which a machine may run a customer's jobs.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="RotatedAt">When it was last replaced; null before the first time.</param>
/// <param name="Secret">The key; null when it was not asked for or cannot be decrypted.</param>
public sealed record UsableProviderKey(string Provider, string Name, DateTimeOffset? RotatedAt, ProviderSecret? Secret);
