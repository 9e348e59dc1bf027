namespace OpsCenter.Portal.Hosting;

/// <summary>The command line cannot be understood; the program ends with exit code 2.</summary>
public sealed class CommandLineException(string message) : HostingException(message);
