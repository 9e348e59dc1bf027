namespace OpsCenter.Portal.Hosting;

/// <summary>The command line cannot be understood; the program ends with exit code 2.</summary>
public sealed class UsageException(string message) : HostingException(message);
