namespace OpsCenter.Portal.Shell;

/// <summary>What every unknown address shows, on the circuit and, with status 404, on a first request.</summary>
public sealed partial class NotFoundPage;
