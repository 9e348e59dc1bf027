using OpsCenter.Portal.Hosting;
using OpsCenter.Portal.Tests.Support;

namespace OpsCenter.Portal.Tests.Hosting;

/// <summary>The portal as a process of its own.</summary>
internal static class PortalProcess
{
    /// <summary>Starts the portal on a data folder and a free port; <paramref name="prefix"/> can make it run as another user.</summary>
    public static ChildProcess Start(DataFolder data, IEnumerable<string> arguments, params IReadOnlyList<string> prefix) =>
        Start(data, ChildProcess.FreeAddress(), new Dictionary<string, string>(), arguments, prefix);

    /// <summary>Starts the portal on a data folder, with settings.</summary>
    public static ChildProcess Start(DataFolder data, Uri address, IReadOnlyDictionary<string, string> settings) => Start(data, address, settings, [], []);

    private static ChildProcess Start(
        DataFolder data, Uri address, IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments, IReadOnlyList<string> prefix) =>
        ChildProcess.Start(
            "OpsCenter.Portal.dll",
            address,
            new Dictionary<string, string>(settings)
            {
                ["OPSCENTER_DATA"] = data.Path,
                ["OPSCENTER_URLS"] = address.ToString(),
                ["OPSCENTER_BRIGADE_KEY"] = PortalHost.BrigadeKey,
            },
            arguments,
            prefix);
}
