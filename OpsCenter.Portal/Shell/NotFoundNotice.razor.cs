namespace OpsCenter.Portal.Shell;

/// <summary>The same words for an unknown address on a first request and on the circuit; pages use it, too, when their object does not exist.</summary>
public sealed partial class NotFoundNotice;
