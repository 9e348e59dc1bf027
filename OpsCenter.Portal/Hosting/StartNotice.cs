namespace OpsCenter.Portal.Hosting;

/// <summary>Tells the person at the terminal, once the portal listens, where it is, where its data is and where the sign-in is noted.</summary>
internal static class StartNotice
{
    /// <summary>Writes the notice when the portal has started.</summary>
    public static void Announce(WebApplication app, TextWriter output)
    {
        var options = app.Services.GetRequiredService<HostingOptions>();
        var notes = app.Services.GetRequiredService<FirstRunFile>();
        app.Lifetime.ApplicationStarted.Register(() => output.WriteLine(
            $"""

            Ops-Center is running at {string.Join(", ", app.Urls)}
            Data      {options.Data.Path}{(options.ConnectionString is null ? "" : " (the database is the one of ConnectionStrings__OpsCenter)")}
            Sign-in   {notes.Path}
            Ctrl-C stops it.

            """));
    }
}
