namespace OpsCenter.Portal.Hosting.EmbeddedDatabase;

/// <summary>How a command ended, and what it wrote to its output and error streams together.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <exception cref="HostingException">The command failed; the message holds <paramref name="failure"/> and the command's own words.</exception>
    public void Require(string failure)
    {
        if (!Succeeded)
            throw new HostingException($"{failure}: {Output.Trim()}");
    }
}
