namespace OpsCenter.Portal.Hosting;

/// <summary>Runs the portal as a program.</summary>
public static class PortalRun
{
    /// <summary>Runs until the portal is told to stop. A reason outside the program is told in its own words; the result is the exit code.</summary>
    public static async Task<int> RunToExitCodeAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (HostingException reason)
        {
            await Console.Error.WriteLineAsync(reason.Message);
            return 1;
        }
    }
}
