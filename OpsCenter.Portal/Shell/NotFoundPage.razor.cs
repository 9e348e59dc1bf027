namespace OpsCenter.Portal.Shell;

/// <summary>What the router shows on the circuit for an address without a page.</summary>
public sealed partial class NotFoundPage;
