namespace OpsCenter.Portal.ProviderKeys.Pages;

/// <summary>The commands that the page about provider keys offers.</summary>
public sealed record ProviderKeyCommands(AddProviderKey Add, RenameProviderKey Rename, RotateProviderKey Rotate, TestProviderKey Test, RemoveProviderKey Remove);
