namespace OpsCenter.Portal.Shell;

/// <summary>The last resort when a circuit dies outside every error boundary. Blazor shows it by id and handles the reload link by class.</summary>
public sealed partial class CircuitErrorNotice;
