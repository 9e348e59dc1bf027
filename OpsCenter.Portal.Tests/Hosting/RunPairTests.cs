using System.Diagnostics;
using FluentAssertions;
using OpsCenter.Portal.Tests.Architecture;
using OpsCenter.Portal.Tests.Support;
using Xunit;

namespace OpsCenter.Portal.Tests.Hosting;

/// <summary>How run.sh keeps portal and Brigade together, with two programs that only wait in their place.</summary>
public sealed class RunPairTests : IDisposable
{
    private const string Key = "key-of-the-pair-0123456789";

    // Each stand-in notes its command line and environment, and waits.
    private const string Script =
        """
        set -euo pipefail
        published=portal published_brigade=brigade arguments=(--demo)
        source "$1"
        listens() { true; }
        dotnet() {
          trap "exit \${ENDS_WITH:-0}" TERM
          echo "$* url=${Brigade__Url:-} key=${OpsCenter__Key:-} data=${Brigade__Data:-} center=${OpsCenter__Url:-}" >>"$OPSCENTER_DATA/started"
          [[ $1 != "${DIES:-none}"* ]] || exit 7
          while true; do sleep 0.05; done
        }
        run_pair
        """;

    private readonly TestFolder folder = new();

    private string Started => folder.Data.Combine("started");

    public void Dispose() => folder.Remove();

    [Fact]
    public async Task A_signal_ends_both_and_is_no_failure()
    {
        Note();
        using var pair = Start();
        await WaitForBothAsync();

        await SignalAsync(pair, "TERM");

        (await EndAsync(pair)).ExitCode.Should().Be(0);
        File.ReadAllLines(Started).Should().Equal(
            "portal/OpsCenter.Portal.dll --demo url=http://localhost:8100 key= data= center=",
            $"brigade/OpsCenter.Brigade.dll url= key={Key} data={folder.Data.Path}/brigade center=http://localhost:8000");
    }

    [Theory]
    [InlineData("brigade", "Brigade")]
    [InlineData("portal", "Portal")]
    public async Task When_one_ends_by_itself_the_other_is_stopped_and_the_exit_code_says_so(string which, string name)
    {
        Note();
        using var pair = Start(("DIES", which));

        var (exitCode, errors) = await EndAsync(pair);

        exitCode.Should().Be(7);
        errors.Should().Contain($"{name} ended with exit code 7; the other one is stopped.");
    }

    [Fact]
    public async Task Without_a_key_it_says_what_to_set()
    {
        using var pair = Start();

        var (exitCode, errors) = await EndAsync(pair);

        (exitCode, errors.Contains("Set OPSCENTER_BRIGADE_KEY", StringComparison.Ordinal)).Should().Be((1, true));
    }

    [Fact]
    public async Task Addresses_that_are_only_good_for_listening_become_ones_to_call()
    {
        Note();
        using var pair = Start(("OPSCENTER_URLS", "http://+:8001;http://other:9"), ("Brigade__Urls", "http://0.0.0.0:8101"));
        await WaitForBothAsync();

        await SignalAsync(pair, "INT");

        await EndAsync(pair);
        string.Concat(File.ReadAllLines(Started)).Should().Contain("url=http://localhost:8101 ").And.Contain("center=http://localhost:8001");
    }

    private void Note() => File.WriteAllText(folder.Data.Combine("first-run.txt"), $"brigade_key={Key}\n");

    private Process Start(params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "bash", "-c", Script, "run", SourceTree.PathOf(".ci/pair.sh")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

        foreach (var name in (string[])["OPSCENTER_URLS", "OPSCENTER_BRIGADE_KEY", "Brigade__Urls", "Brigade__Url"])
            start.Environment.Remove(name);

        start.Environment["OPSCENTER_DATA"] = folder.Data.Path;

        foreach (var (name, value) in settings)
            start.Environment[name] = value;

        return Process.Start(start)!; // not through a shell, so there is a process
    }

    private async Task WaitForBothAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        while (!File.Exists(Started) || (await File.ReadAllLinesAsync(Started, limit.Token)).Length < 2)
            await Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token);
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
        await kill.WaitForExitAsync();
    }

    private static async Task<(int ExitCode, string Errors)> EndAsync(Process process)
    {
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        await output;

        return (process.ExitCode, await errors);
    }
}
