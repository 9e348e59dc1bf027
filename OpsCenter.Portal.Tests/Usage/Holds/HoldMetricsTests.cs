using System.Diagnostics.Metrics;
using FluentAssertions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpsCenter.Domain.Monetary;
using OpsCenter.Portal.Usage.Holds;
using Xunit;

namespace OpsCenter.Portal.Tests.Usage.Holds;

public sealed class HoldMetricsTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_waits_is_shown_with_its_exposure_and_the_age_of_the_oldest()
    {
        using var services = new ServiceCollection().AddMetrics().AddSingleton<TimeProvider>(new FakeTimeProvider(Now)).AddSingleton<HoldMetrics>().BuildServiceProvider();
        var metrics = services.GetRequiredService<HoldMetrics>();

        var before = Read(services);
        metrics.Show(new HoldSummary(3, new Money(12.5m, Currency.Usd), Now.AddHours(-1)));

        before.Should().BeEquivalentTo(new Dictionary<string, double> { ["open"] = 0, ["exposure"] = 0, ["oldest.age"] = 0 });
        Read(services).Should().BeEquivalentTo(new Dictionary<string, double> { ["open"] = 3, ["exposure"] = 12.5, ["oldest.age"] = 3_600 });
    }

    private static Dictionary<string, double> Read(ServiceProvider services)
    {
        var values = new Dictionary<string, double>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Scope == services.GetRequiredService<IMeterFactory>())
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Keep(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Keep(instrument, value));
        listener.Start();
        listener.RecordObservableInstruments();

        return values;

        void Keep(Instrument instrument, double value) => values[instrument.Name.Replace("opscenter.holds.", "", StringComparison.Ordinal)] = value;
    }
}
