namespace OpsCenter.Portal.ProviderKeys;

/// <summary>A key with what is stored of its secret.</summary>
/// <param name="Key">The key.</param>
/// <param name="Secret">Encrypted; see <see cref="ProviderKeyVault"/>.</param>
/// <param name="ChangedBy">Who changed it last.</param>
internal sealed record StoredProviderKey(ProviderKey Key, string Secret, string ChangedBy);
