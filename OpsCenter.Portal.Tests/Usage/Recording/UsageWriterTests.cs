using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using OpsCenter.Portal.Data.Live;
using OpsCenter.Portal.Usage.Recording;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Recording;

public sealed class UsageWriterTests
{
    [Fact]
    public async Task A_writer_that_fails_ends_the_service_instead_of_leaving_reports_to_wait_for_ever()
    {
        using var writer = new UsageWriter(
            queue: null!, commit: null!, Options.Create(new RecordingOptions()), metrics: null!, new LiveMarks(), NullLogger<UsageWriter>.Instance);

        await writer.StartAsync(CancellationToken.None);

        await writer.Invoking(w => w.ExecuteTask!).Should().ThrowAsync<NullReferenceException>("the host ends the portal when this task fails");
    }
}
