namespace OpsCenter.Portal.Shell;

/// <summary>Shown while the circuit is away. Blazor finds the dialog by its id and tells it the state; the script beside this file does the rest.</summary>
public sealed partial class ReconnectModal;
